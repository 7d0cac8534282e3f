package io.github.ecs2k8s.internal.behaviour;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs in Kubernetes objects, be they read or made. */
final class KubernetesFacts {
    /** Objects that were made stand nowhere. */
    private static final MappingNode NOWHERE = new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, List.of());

    /** What a value that is no secret begins with. */
    static final String CONFIG_MAP = "ConfigMap ";

    private static final String ROLE = "eks.amazonaws.com/role-arn";

    private final List<LocatedObject> objects;
    private final Map<String, String> roles = new HashMap<>();
    private final KubernetesCounts counts;
    private final Map<String, Workload> byIdentity = new LinkedHashMap<>();

    private KubernetesFacts(List<LocatedObject> objects) {
        this.objects = objects;
        this.counts = new KubernetesCounts(objects);
        for (LocatedObject located : objects) {
            if (located.object() instanceof ServiceAccount account) {
                role(account.getMetadata());
            }
        }
        for (LocatedObject located : objects) {
            if (PodTemplates.isWorkload(located.object())) {
                byIdentity.put(identity(located.object()), workload(located));
            }
        }
    }

    private void role(ObjectMeta account) {
        Map<String, String> annotations = account.getAnnotations();
        String role = annotations == null ? null : annotations.get(ROLE);
        if (role != null) {
            roles.put(account.getNamespace() + "/" + account.getName(), role);
        }
    }

    /** What names no namespace is applied into whichever is chosen then. */
    private @Nullable String role(@Nullable String namespace, @Nullable String account) {
        String here = roles.get(namespace + "/" + account);
        return here == null ? roles.get((namespace == null ? "default" : null) + "/" + account) : here;
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

    /** What tells a workload from all others of the input, where one may stand twice. */
    String id(LocatedObject workload) {
        return identity(workload.object()) + workload.node().place();
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
        String namespace = object.getMetadata().getNamespace();
        add(pod.getInitContainers(), node, "initContainers", namespace, containers);
        add(pod.getContainers(), node, "containers", namespace, containers);
        return new Workload(
                object.getKind() + ' ' + object.getMetadata().getName(),
                id(located),
                lifetime(object),
                counts.of(object),
                counts.places(located),
                containers,
                role(namespace, pod.getServiceAccountName()),
                Spot.of(node, "serviceAccountName"),
                located.node());
    }

    private static void add(
            @Nullable List<Container> containers,
            Node pod,
            String member,
            @Nullable String namespace,
            List<ContainerFacts> facts) {
        for (int i = 0; containers != null && i < containers.size(); i++) {
            Container container = containers.get(i);
            if (container.getName() != null) {
                facts.add(new ContainerFacts(
                        container.getName(),
                        container.getImage(),
                        secrets(container, namespace),
                        pod.nearest(member, i)));
            }
        }
    }

    private static Map<String, String> secrets(Container container, @Nullable String namespace) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (EnvVar variable : container.getEnv()) {
            EnvVarSource from = variable.getValueFrom();
            if (from != null && from.getSecretKeyRef() != null) {
                secrets.put(
                        variable.getName(),
                        "Secret " + namespace + '/' + from.getSecretKeyRef().getName() + ' '
                                + from.getSecretKeyRef().getKey());
            } else if (from != null && from.getConfigMapKeyRef() != null) {
                secrets.put(
                        variable.getName(),
                        CONFIG_MAP
                                + namespace
                                + '/'
                                + from.getConfigMapKeyRef().getName()
                                + ' '
                                + from.getConfigMapKeyRef().getKey());
            }
        }
        return secrets;
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
