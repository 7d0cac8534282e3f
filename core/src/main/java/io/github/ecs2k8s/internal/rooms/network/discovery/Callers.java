package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.internal.rooms.balancer.model.OutsideServices;
import io.github.ecs2k8s.internal.rooms.network.discovery.ReferencedHosts.Said;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which Services somebody inside calls, in which words, and from where. */
final class Callers {
    private final Manifests manifests;
    private final ReferencedHosts spoken;
    private final OutsideServices outside;

    private Callers(BundleToEcs bundle) {
        this.manifests = bundle.manifests();
        this.spoken = new ReferencedHosts(manifests);
        this.outside = OutsideServices.of(bundle);
    }

    /** Those of everything that was read. */
    static Callers of(BundleToEcs bundle) {
        return bundle.fact(Callers.class, Callers::new);
    }

    /** Whether a Service leads to pods that it selects. */
    static boolean selects(ServiceSpec spec) {
        return spec.getSelector() != null && !spec.getSelector().isEmpty() && !"ExternalName".equals(spec.getType());
    }

    /** Whether clients inside find the Service by its name and one of its ports. */
    boolean isConnected(LocatedObject located, ServiceSpec spec) {
        return !ports(located, spec).isEmpty();
    }

    /**
     * The places of the ports that clients inside find by the Service's name: all of them where somebody says the name,
     * otherwise those that only clients inside can mean, because no load balancer leads there.
     */
    Set<Integer> ports(LocatedObject located, ServiceSpec spec) {
        Set<Integer> ports = new TreeSet<>();
        boolean headless = "None".equals(spec.getClusterIP());
        boolean said = false;
        for (Said one : selects(spec) ? said(located, spec) : List.<Said>of()) {
            // The whole name of a headless Service is answered by DNS.
            said |= one.takesPart() && !(headless && one.form().endsWith(".svc.cluster.local"));
        }
        for (int i = 0; selects(spec) && i < spec.getPorts().size(); i++) {
            if (said || !headless && !outside.contains(located, spec.getPorts().get(i))) {
                ports.add(i);
            }
        }
        return ports;
    }

    /** What others than its own workloads say of a Service, the short form of its name first. */
    List<Said> said(LocatedObject located, ServiceSpec spec) {
        Set<LocatedObject> own = new HashSet<>(manifests.workloadsWith(spec.getSelector(), namespace(located)));
        List<Said> said = spoken.of(located.object().getMetadata().getName(), namespace(located));
        said.removeIf(one -> own.contains(one.speaker()));
        return said;
    }

    /** The name of a single pod that somebody says; null when nobody does. */
    @Nullable String pod(String workload, LocatedObject located) {
        return spoken.pod(workload, located.object().getMetadata().getName(), namespace(located));
    }

    /** The other namespaces whose services call a Service. */
    Set<String> elsewhere(LocatedObject located) {
        Set<String> namespaces = new TreeSet<>();
        for (Said said : spoken.of(located.object().getMetadata().getName(), namespace(located))) {
            if (said.takesPart()) {
                namespaces.add(ReferencedHosts.space(said.namespace()));
            }
        }
        namespaces.remove(ReferencedHosts.space(namespace(located)));
        return namespaces;
    }

    /** The forms of a name that were said, each once. */
    static List<String> forms(List<Said> said) {
        Set<String> forms = new LinkedHashSet<>();
        said.forEach(one -> forms.add(one.form()));
        return List.copyOf(forms);
    }

    private static @Nullable String namespace(LocatedObject located) {
        return located.object().getMetadata().getNamespace();
    }
}
