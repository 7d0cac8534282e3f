package io.github.ecs2k8s.internal.pipeline;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.SdkTree;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.read.SdkReader;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.JsonWriter;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.TreeDifferences;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * {@code --preserve}, ECS → Kubernetes → ECS: what would not come back of a task definition or service is kept in an
 * annotation of its workload, a path and a value for each field. A field that comes back as something else than it did
 * when the annotation was written has been edited in Kubernetes since, and the edit wins.
 */
public final class EcsPreservation {
    /** The annotation for what the task definition loses. */
    static final String TASK = "ecs2k8s.io/preserved";

    /** The annotation for what the service loses. */
    static final String SERVICE = "ecs2k8s.io/preserved-service";

    private static final Set<String> TAGS = Set.of("tags");

    private EcsPreservation() {}

    /** Annotates every workload of a finished translation; all of its objects must have been made. */
    public static void keep(BundleToKubernetes bundle, List<Correspondence> rooms) {
        List<LocatedObject> objects = new ArrayList<>();
        for (HasMetadata object : bundle.objects().objects()) {
            objects.add(new LocatedObject(object, empty()));
        }
        // Where it comes back, nobody may know the region yet.
        TranslationOptions anywhere = bundle.options().withTemplate(TemplateValues.NONE);
        List<LaunchToEcs> back = EcsPipeline.workloads(rooms, new Manifests(objects), anywhere, new Findings());
        Map<HasMetadata, LaunchToEcs> byObject = new IdentityHashMap<>();
        back.forEach(workload -> byObject.put(workload.workload(), workload));
        for (LaunchToKubernetes launch : bundle.launches()) {
            LaunchToEcs workload = byObject.get(launch.workload());
            if (workload != null) {
                keep(launch, workload);
            }
        }
    }

    private static void keep(LaunchToKubernetes launch, LaunchToEcs back) {
        TaskDefinitionSource source = launch.launch().source();
        annotate(
                launch,
                TASK,
                TreeDifferences.between(source.canonical(), back.task().canonical()));
        CreateServiceRequest service = launch.service();
        if (service != null && back.service() != null) {
            annotate(
                    launch,
                    SERVICE,
                    TreeDifferences.between(
                            SdkTree.of(service), SdkTree.of(back.service().build())));
        }
    }

    private static void annotate(LaunchToKubernetes launch, String key, TreeDifferences residues) {
        if (!residues.isEmpty()) {
            launch.annotate(key, JsonWriter.write(residues.tree()));
        }
    }

    /** A task definition that came back, with everything that was kept of it. */
    static TaskDefinitionSource restore(TaskDefinitionSource back, Map<String, String> annotations) {
        MappingNode kept = read(annotations.get(TASK));
        if (kept == null) {
            return back;
        }
        MappingNode restored = TreeDifferences.of(kept).restore(back.canonical());
        TaskDefinition.Builder definition = TaskDefinition.builder();
        RegisterTaskDefinitionRequest.Builder tags = RegisterTaskDefinitionRequest.builder();
        Findings unused = new Findings();
        SdkReader.read(restored, definition, unused, TAGS);
        SdkReader.read(restored, tags, unused, Set.of());
        MappingNode tree = SdkTree.of(definition.build());
        return new TaskDefinitionSource(definition.build(), tags.build().tags(), tree, tree);
    }

    /** A service that came back, with everything that was kept of it. */
    static CreateServiceRequest restore(CreateServiceRequest back, Map<String, String> annotations) {
        MappingNode kept = read(annotations.get(SERVICE));
        if (kept == null) {
            return back;
        }
        CreateServiceRequest.Builder service = CreateServiceRequest.builder();
        SdkReader.read(TreeDifferences.of(kept).restore(SdkTree.of(back)), service, new Findings(), Set.of());
        return service.build();
    }

    /** Null where there is no such annotation, or one that nobody can read any more. */
    private static @Nullable MappingNode read(@Nullable String annotation) {
        if (annotation == null || annotation.isBlank()) {
            return null;
        }
        try {
            return Documents.parse(new SourceFile("", annotation), new Findings())
                                    .get(0)
                            instanceof MappingNode object
                    ? object
                    : null;
        } catch (BrokenInputException e) {
            return null;
        }
    }

    private static MappingNode empty() {
        return new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, List.of());
    }
}
