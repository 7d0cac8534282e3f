package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.internal.rooms.balancer.rule.BackendRef;
import io.github.ecs2k8s.internal.rooms.balancer.setting.AnnotationJson;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which Services a load balancer will lead to: their pods are asked by it whether they are healthy. */
public final class OutsideServices {
    private static final Set<String> ROUTES = Set.of("HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute");

    private final Set<String> names = new HashSet<>();

    /** Names with a port's number or name, as who leads there says it. */
    private final Set<String> ports = new HashSet<>();

    private boolean udpRoutes;

    private OutsideServices() {}

    /** Those of type LoadBalancer, and those that an Ingress or a route names. */
    public static OutsideServices of(BundleToEcs bundle) {
        return bundle.fact(OutsideServices.class, all -> of(all.manifests()));
    }

    private static OutsideServices of(Manifests manifests) {
        OutsideServices outside = new OutsideServices();
        for (LocatedObject located : manifests.all()) {
            HasMetadata object = located.object();
            String namespace = object.getMetadata().getNamespace();
            if (object instanceof Service service
                    && service.getSpec() != null
                    && "LoadBalancer".equals(service.getSpec().getType())) {
                outside.add(namespace, object.getMetadata().getName(), null);
            } else if (object instanceof Ingress ingress && ingress.getSpec() != null) {
                outside.ingress(ingress, namespace);
            } else if (ROUTES.contains(object.getKind())) {
                outside.udpRoutes |= object.getKind().equals("UDPRoute");
                outside.route(JsonTree.of(located), namespace);
            }
        }
        return outside;
    }

    /** Whether a load balancer leads to this Service. */
    public boolean contains(LocatedObject service) {
        return names.contains(service.object().getMetadata().getNamespace() + "/"
                + service.object().getMetadata().getName());
    }

    /** Whether a load balancer leads to this port of the Service. */
    public boolean contains(LocatedObject service, ServicePort port) {
        String name = service.object().getMetadata().getNamespace() + "/"
                + service.object().getMetadata().getName();
        return ports.contains(name + ":")
                || ports.contains(name + ":" + port.getPort())
                || port.getName() != null && ports.contains(name + ":" + port.getName());
    }

    /** Whether a network load balancer leads to this port of the Service by UDP; rules of others only lead by HTTP. */
    public boolean passesUdpOn(LocatedObject service, ServiceSpec spec, ServicePort port) {
        return "UDP".equals(port.getProtocol())
                && ("LoadBalancer".equals(spec.getType()) || udpRoutes && contains(service, port));
    }

    /** The specs of the Services that lead to pods with these labels from outside. */
    public List<ServiceSpec> leadingTo(Map<String, String> labels, @Nullable String namespace, Manifests manifests) {
        List<ServiceSpec> found = new ArrayList<>();
        for (LocatedObject located : manifests.servicesOf(labels, namespace)) {
            if (located.object() instanceof Service service
                    && names.contains(namespace + "/" + service.getMetadata().getName())) {
                found.add(service.getSpec());
            }
        }
        return found;
    }

    /** Without a port: to all of them. */
    private void add(@Nullable String namespace, @Nullable String name, @Nullable String port) {
        names.add(namespace + "/" + name);
        ports.add(namespace + "/" + name + ":" + (port == null ? "" : port));
    }

    private void ingress(Ingress ingress, @Nullable String namespace) {
        backend(ingress.getSpec().getDefaultBackend(), namespace);
        for (IngressRule rule : ingress.getSpec().getRules()) {
            if (rule.getHttp() != null) {
                for (HTTPIngressPath path : rule.getHttp().getPaths()) {
                    backend(path.getBackend(), namespace);
                }
            }
        }
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        if (annotations != null) {
            annotations.forEach((key, value) -> {
                if (key.startsWith(Annotations.ALB_PREFIX + "actions.")) {
                    for (Node group : JsonTree.items(AnnotationJson.parse(value), "forwardConfig", "targetGroups")) {
                        add(namespace, JsonTree.text(group, "serviceName"), JsonTree.text(group, "servicePort"));
                    }
                }
            });
        }
    }

    private void backend(@Nullable IngressBackend backend, @Nullable String namespace) {
        if (backend != null && backend.getService() != null) {
            ServiceBackendPort port = backend.getService().getPort();
            String said = port == null ? null : port.getName();
            if (port != null && port.getNumber() != null) {
                said = String.valueOf(port.getNumber());
            }
            // An annotation says where to, and Argo Rollouts writes it while it shifts.
            add(namespace, backend.getService().getName(), BackendRef.USE_ANNOTATION.equals(said) ? null : said);
        }
    }

    private void route(Node node, @Nullable String namespace) {
        for (Node rule : JsonTree.items(node, "spec", "rules")) {
            for (Node ref : JsonTree.items(rule, "backendRefs")) {
                String other = JsonTree.text(ref, "namespace");
                add(other == null ? namespace : other, JsonTree.text(ref, "name"), JsonTree.text(ref, "port"));
            }
        }
    }
}
