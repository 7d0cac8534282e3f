package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices.Way;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.internal.rooms.balancer.setting.TargetGroupAnnotations;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AdvancedConfiguration;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;

/** The containers that stand behind target groups, and the Services they are reached by. */
public final class Backends {
    private final BundleToKubernetes bundle;
    private final ByTargetGroup<Backend> byGroup;
    private int seen;

    private Backends(BundleToKubernetes bundle) {
        this.bundle = bundle;
        this.byGroup = new ByTargetGroup<>(bundle.resources());
    }

    /** Those of everything that is launched. */
    public static Backends of(BundleToKubernetes bundle) {
        return bundle.fact(Backends.class, Backends::new);
    }

    /**
     * One entry of a service's {@code loadBalancers}: the container and port that a target group leads to.
     *
     * @param group null when it is not in the input
     * @param container null when the task definition has no such container
     */
    public record Backend(
            LaunchToKubernetes launch,
            int entry,
            @Nullable Resource<TargetGroup> group,
            @Nullable ContainerToKubernetes container,
            int port) {

        /** The target groups that the entry names, in the two places it can. */
        List<String> references() {
            LoadBalancer written =
                    Objects.requireNonNull(launch.service()).loadBalancers().get(entry);
            List<String> references = new ArrayList<>();
            if (written.targetGroupArn() != null) {
                references.add(written.targetGroupArn());
            }
            AdvancedConfiguration advanced = written.advancedConfiguration();
            if (advanced != null && advanced.alternateTargetGroupArn() != null) {
                references.add(advanced.alternateTargetGroupArn());
            }
            return references;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Backend backend && backend.launch.equals(launch) && backend.entry == entry;
        }

        @Override
        public int hashCode() {
            return 31 * launch.hashCode() + entry;
        }

        /** The namespace of its pods, null for the one kubectl is set to. */
        @Nullable public String namespace() {
            return launch.namespace();
        }
    }

    /** The port of a Service under which a backend is reached. */
    public record Reached(Service service, ServicePort port) {
        public String name() {
            return service.getMetadata().getName();
        }
    }

    /** The entries of a service that lead somewhere, in their order. */
    public static List<Backend> of(LaunchToKubernetes launch) {
        List<Backend> backends = new ArrayList<>();
        CreateServiceRequest service = launch.service();
        List<LoadBalancer> entries = service == null ? List.of() : service.loadBalancers();
        for (int i = 0; i < entries.size(); i++) {
            LoadBalancer entry = entries.get(i);
            Integer port = entry.containerPort();
            if (port != null && port > 0 && port <= 65535) {
                backends.add(
                        new Backend(launch, i, group(entry, launch), container(entry.containerName(), launch), port));
            }
        }
        return backends;
    }

    private static @Nullable Resource<TargetGroup> group(LoadBalancer entry, LaunchToKubernetes launch) {
        String reference = entry.targetGroupArn();
        return reference == null || reference.isEmpty()
                ? null
                : launch.bundle().resources().find(TargetGroup.class, reference, launch.node());
    }

    public static @Nullable ContainerToKubernetes container(@Nullable String name, LaunchToKubernetes launch) {
        for (ContainerToKubernetes container : launch.task().containers()) {
            if (Objects.equals(container.definition().name(), name)) {
                return container;
            }
        }
        return null;
    }

    /** What a reference to a target group leads to; empty when no service in the input registers with it. */
    List<Backend> behind(String reference, Node from) {
        List<LaunchToKubernetes> launches = bundle.launches();
        for (; seen < launches.size(); seen++) {
            LaunchToKubernetes launch = launches.get(seen);
            for (Backend backend : of(launch)) {
                backend.references().forEach(named -> byGroup.add(named, launch.node(), backend));
            }
        }
        return byGroup.get(reference, from);
    }

    /**
     * The Service port for a backend. Target groups whose settings differ need a Service each, because the settings are
     * annotations of the Service; all others share the one of their workload.
     */
    public Reached reach(Backend backend) {
        Map<String, String> settings = settings(backend);
        if (!settings.isEmpty() && !sharesSettings(backend, settings)) {
            return ownService(backend, settings);
        }
        Service service = bundle.services().of(backend.launch(), Way.CLUSTER_IP);
        ServicePort port = bundle.services().port(service, backend.port(), backend.container(), backend.port(), null);
        if (port == null) {
            return ownService(backend, settings);
        }
        service.getMetadata().getAnnotations().putAll(settings);
        return new Reached(service, port);
    }

    private boolean sharesSettings(Backend backend, Map<String, String> settings) {
        for (Backend earlier : of(backend.launch())) {
            if (earlier.entry() >= backend.entry()) {
                return true;
            }
            Map<String, String> others = TargetGroupTraits.isNetwork(earlier, bundle) ? Map.of() : settings(earlier);
            if (!others.isEmpty() && !others.equals(settings)) {
                return false;
            }
        }
        return true;
    }

    private Reached ownService(Backend backend, Map<String, String> settings) {
        ReachedServices services = bundle.services();
        String group =
                backend.group() == null ? String.valueOf(backend.port()) : TargetGroupTraits.name(backend.group());
        Service service = services.named(
                backend.launch(), Way.CLUSTER_IP, backend.launch().name() + "-" + group);
        ServicePort port = services.port(service, backend.port(), backend.container(), backend.port(), null);
        service.getMetadata().getAnnotations().putAll(settings);
        return new Reached(service, port == null ? service.getSpec().getPorts().get(0) : port);
    }

    private Map<String, String> settings(Backend backend) {
        boolean alb = HttpForm.of(bundle.target()) == HttpForm.ALB;
        return alb && backend.group() != null
                ? TargetGroupAnnotations.of(backend.group().value())
                : Map.of();
    }
}
