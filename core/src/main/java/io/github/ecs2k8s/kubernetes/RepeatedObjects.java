package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One object given twice: a cluster keeps the one that is applied last, so that one counts, and it is said. */
public final class RepeatedObjects {

    private RepeatedObjects() {}

    /** Each object once, in the order of the input. */
    public static List<LocatedObject> left(List<LocatedObject> objects, Findings findings) {
        Map<String, LocatedObject> last = new HashMap<>();
        for (LocatedObject located : objects) {
            last.put(identity(located), located);
        }
        List<LocatedObject> kept = new ArrayList<>(objects.size());
        for (LocatedObject located : objects) {
            LocatedObject counts = last.getOrDefault(identity(located), located);
            if (counts == located) {
                kept.add(located);
            } else {
                say(located, counts, findings);
            }
        }
        return kept;
    }

    /** What the server names itself ({@code generateName}) is another object each time. */
    private static String identity(LocatedObject located) {
        HasMetadata object = located.object();
        if (!(located.node().nearest("metadata", "name") instanceof ScalarNode name)
                || !name.text().equals(object.getMetadata().getName())) {
            return located.node().location() + "\n" + located.node().pointer();
        }
        String version = object.getApiVersion() == null ? "" : object.getApiVersion();
        int slash = version.indexOf('/');
        String namespace = object.getMetadata().getNamespace();
        return version.substring(0, Math.max(slash, 0))
                + '\n'
                + object.getKind()
                + '\n'
                + (namespace == null || Namespaces.isClusterWide(object.getKind()) ? "" : namespace)
                + '\n'
                + object.getMetadata().getName();
    }

    private static void say(LocatedObject located, LocatedObject counts, Findings findings) {
        HasMetadata object = located.object();
        findings.add(new Finding(
                FindingCode.OBJECT_REPEATED,
                located.node().pointer().toString(),
                located.node().location(),
                object.getKind() + " " + object.getMetadata().getName() + " is in the input again at "
                        + counts.node().location() + ", which counts",
                "leave one of them out",
                null));
    }
}
