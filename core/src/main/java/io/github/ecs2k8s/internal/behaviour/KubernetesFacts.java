package io.github.ecs2k8s.internal.behaviour;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs in Kubernetes objects, be they read or made. */
final class KubernetesFacts {
    /** Objects that were made stand nowhere. */
    private static final MappingNode NOWHERE = new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, List.of());

    private final List<LocatedObject> objects;
    private final KubernetesCounts counts;
    private final Map<String, Workload> byIdentity = new LinkedHashMap<>();

    private KubernetesFacts(List<LocatedObject> objects) {
        this.objects = objects;
        this.counts = new KubernetesCounts(objects);
        for (LocatedObject located : objects) {
            if (PodTemplates.isWorkload(located.object())) {
                byIdentity.put(identity(located.object()), workload(located));
            }
        }
    }

    /** Objects with their places. */
    static KubernetesFacts read(List<LocatedObject> objects) {
        return new KubernetesFacts(objects);
    }

    /** Objects of a result. */
    static KubernetesFacts made(List<? extends HasMetadata> objects) {
        List<LocatedObject> located = new ArrayList<>();
        objects.forEach(object -> located.add(new LocatedObject(object, NOWHERE)));
        return new KubernetesFacts(located);
    }

    /** What tells an object from all others of a cluster. */
    static String identity(HasMetadata object) {
        return object.getKind()
                + '/'
                + object.getMetadata().getNamespace()
                + '/'
                + object.getMetadata().getName();
    }

    /** Every object. */
    List<LocatedObject> objects() {
        return objects;
    }

    /** The workload of an identity, null when there is none. */
    @Nullable Workload find(String identity) {
        return byIdentity.get(identity);
    }

    /** The workload an object is. */
    Workload workload(LocatedObject located) {
        HasMetadata object = located.object();
        PodSpec pod = PodTemplates.of(object).getSpec();
        List<ContainerFacts> containers = new ArrayList<>();
        Node node = PodTemplates.node(located).nearest("spec");
        add(pod.getInitContainers(), node, "initContainers", containers);
        add(pod.getContainers(), node, "containers", containers);
        return new Workload(
                object.getKind() + ' ' + object.getMetadata().getName(),
                identity(object) + located.node().place(),
                lifetime(object),
                counts.of(object),
                counts.places(located),
                containers,
                located.node());
    }

    private static void add(@Nullable List<Container> containers, Node pod, String member, List<ContainerFacts> facts) {
        for (int i = 0; containers != null && i < containers.size(); i++) {
            Container container = containers.get(i);
            if (container.getName() != null) {
                facts.add(new ContainerFacts(container.getName(), container.getImage(), pod.nearest(member, i)));
            }
        }
    }

    private static Lifetime lifetime(HasMetadata object) {
        if (object instanceof DaemonSet) {
            return Lifetime.EVERY_NODE;
        } else if (object instanceof CronJob) {
            return Lifetime.SCHEDULED;
        } else if (object.getKind().equals("PodTemplate")) {
            return Lifetime.NEVER;
        }
        return PodLifetimes.runsOnce(object) ? Lifetime.ONCE : Lifetime.ALWAYS;
    }
}
