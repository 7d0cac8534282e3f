package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Services between which a Rollout moves the traffic: the one clients reach, and a second of the same ports. */
final class RolloutServices {
    private final LaunchToKubernetes launch;
    private final List<Service> own = new ArrayList<>();

    RolloutServices(LaunchToKubernetes launch) {
        this.launch = launch;
        for (HasMetadata object : launch.bundle().objects().objects()) {
            if (object instanceof Service service
                    && Objects.equals(object.getMetadata().getNamespace(), launch.namespace())
                    && launch.selector().equals(service.getSpec().getSelector())) {
                own.add(service);
            }
        }
        own.sort((one, other) -> Integer.compare(rank(one), rank(other)));
    }

    private static int rank(Service service) {
        String type = service.getSpec().getType();
        if (type == null) {
            return "None".equals(service.getSpec().getClusterIP()) ? 3 : 0;
        }
        return type.equals("LoadBalancer") ? 1 : 2;
    }

    /** The Service that clients reach, made when nothing else in the input reaches the workload. */
    Service active() {
        if (own.isEmpty()) {
            own.add(made());
        }
        return own.get(0);
    }

    /** The other Services of the workload, which know nothing of old and new Pods. */
    List<Service> others() {
        return List.copyOf(own.subList(Math.min(1, own.size()), own.size()));
    }

    /** A Service on the workload's ports; without any, a headless one, which needs none. */
    private Service made() {
        List<ContainerToKubernetes> containers = launch.task().containers();
        boolean ports = containers.stream()
                .anyMatch(container -> !container.container().getPorts().isEmpty());
        ReachedServices services = launch.bundle().services();
        Service service = services.of(launch, ports ? Way.CLUSTER_IP : Way.HEADLESS);
        for (ContainerToKubernetes container : containers) {
            for (ContainerPort port : container.container().getPorts()) {
                services.port(service, port.getContainerPort(), container, port.getContainerPort(), port.getProtocol());
            }
        }
        return service;
    }

    /** A second Service of the active one's ports. */
    Service second(String suffix) {
        Service active = active();
        boolean headless = "None".equals(active.getSpec().getClusterIP());
        Service second = launch.bundle()
                .services()
                .named(launch, headless ? Way.HEADLESS : Way.CLUSTER_IP, launch.name() + suffix);
        // How the load balancer checks and reaches its targets stands there.
        second.getMetadata().getAnnotations().putAll(annotations(active));
        own.remove(second);
        List<ServicePort> ports = new ArrayList<>();
        for (ServicePort port : active.getSpec().getPorts()) {
            ServicePort copy = new ServicePort();
            copy.setName(port.getName());
            copy.setPort(port.getPort());
            copy.setProtocol(port.getProtocol());
            copy.setTargetPort(port.getTargetPort());
            copy.setAppProtocol(port.getAppProtocol());
            ports.add(copy);
        }
        second.getSpec().setPorts(ports);
        return second;
    }

    private static Map<String, String> annotations(Service service) {
        Map<String, String> found = new LinkedHashMap<>();
        if (service.getMetadata().getAnnotations() != null) {
            service.getMetadata().getAnnotations().forEach((key, value) -> {
                if (key.startsWith("alb.ingress.kubernetes.io/")) {
                    found.put(key, value);
                }
            });
        }
        return found;
    }

    /** The places of ALB Ingresses that lead to the active Service, all of one Ingress; null when there is no such one. */
    @Nullable Entry entry() {
        Entry found = null;
        for (HasMetadata object : launch.bundle().objects().objects()) {
            if (object instanceof Ingress ingress
                    && Objects.equals(object.getMetadata().getNamespace(), launch.namespace())
                    && "alb".equals(ingress.getSpec().getIngressClassName())) {
                List<IngressServiceBackend> backends = backends(ingress);
                if (!backends.isEmpty()) {
                    if (found != null) {
                        return null;
                    }
                    found = new Entry(ingress, backends);
                }
            }
        }
        return found;
    }

    /**
     * Where an Ingress leads to the workload.
     *
     * @param backends its backends with the active Service
     */
    record Entry(Ingress ingress, List<IngressServiceBackend> backends) {

        /** The port of the Service, by number; null when the backends name several or none. */
        @Nullable Integer port() {
            Integer port = backends.get(0).getPort().getNumber();
            for (IngressServiceBackend backend : backends) {
                if (!Objects.equals(port, backend.getPort().getNumber())) {
                    return null;
                }
            }
            return port;
        }

        /** Lets the controller find the weights in an annotation, which Argo Rollouts keeps. */
        void readAnnotation() {
            ServiceBackendPort port = new ServiceBackendPort();
            port.setName("use-annotation");
            backends.forEach(backend -> backend.setPort(port));
        }
    }

    private List<IngressServiceBackend> backends(Ingress ingress) {
        String name = active().getMetadata().getName();
        List<IngressServiceBackend> found = new ArrayList<>();
        if (ingress.getSpec().getDefaultBackend() != null) {
            keep(ingress.getSpec().getDefaultBackend().getService(), name, found);
        }
        for (IngressRule rule : ingress.getSpec().getRules()) {
            if (rule.getHttp() != null) {
                for (HTTPIngressPath path : rule.getHttp().getPaths()) {
                    keep(path.getBackend().getService(), name, found);
                }
            }
        }
        return found;
    }

    private static void keep(@Nullable IngressServiceBackend backend, String name, List<IngressServiceBackend> found) {
        if (backend != null && name.equals(backend.getName()) && backend.getPort() != null) {
            found.add(backend);
        }
    }
}
