package io.github.ecs2k8s.report;

import io.github.ecs2k8s.context.tokubernetes.TranslatedLaunch;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was launched, by what of the input it was made of. */
final class Origins {
    private final Map<String, TranslatedLaunch> byTaskDefinition = new HashMap<>();
    private final Map<String, TranslatedLaunch> byLauncher = new HashMap<>();

    Origins(List<TranslatedLaunch> launches) {
        for (TranslatedLaunch launch : launches) {
            byTaskDefinition.putIfAbsent(launch.source().place(), launch);
            Resource<?> by = launch.launch().by();
            if (by != null) {
                add(by, launch);
            }
        }
    }

    /** Under everything around it, too: a schedule's target is a request of its own, read from a part of the schedule. */
    private void add(Resource<?> by, TranslatedLaunch launch) {
        String place = place(by);
        int start = place.length() - by.node().pointer().toString().length();
        for (int end = place.length(); end > start; end = place.lastIndexOf('/', end - 1)) {
            byLauncher.putIfAbsent(place.substring(0, end), launch);
        }
        byLauncher.putIfAbsent(place.substring(0, start), launch);
    }

    private static String place(Resource<?> resource) {
        return resource.kind().name() + '\0' + resource.node().place();
    }

    /** The first launch of a task definition, null where there is none. */
    @Nullable TranslatedLaunch launchOf(TaskDefinitionSource source) {
        return byTaskDefinition.get(source.place());
    }

    /** The first launch by a resource or by a part of it, null for what runs nothing. */
    @Nullable TranslatedLaunch launchedBy(Resource<?> resource) {
        return byLauncher.get(place(resource));
    }
}
