package io.github.ecs2k8s.internal.behaviour;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What entrances of a cluster lead to.
 *
 * @param namespace of the Service
 * @param service its name
 * @param port name or number of its port
 * @param exposure whom the entrance is open to
 * @param from where the entrance stands
 */
record KubernetesBackend(@Nullable String namespace, String service, String port, Exposure exposure, Spot from) {
    /** Every port of the Service. */
    static final String ANY = "*";

    private static final String ANNOTATED = "use-annotation";
    private static final String ACTION = "alb.ingress.kubernetes.io/actions.";
    private static final Pattern ACTION_SERVICE =
            Pattern.compile("\"serviceName\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"servicePort\"\\s*:\\s*\"?([^\",}]+)");

    /** Everything that Ingresses, routes, bindings and Services of type LoadBalancer lead to. */
    static List<KubernetesBackend> all(List<LocatedObject> objects) {
        List<KubernetesBackend> all = new ArrayList<>();
        for (LocatedObject located : objects) {
            if (located.object() instanceof Ingress ingress && ingress.getSpec() != null) {
                ingress(ingress, located, all);
            } else if (located.object() instanceof Service service
                    && service.getSpec() != null
                    && "LoadBalancer".equals(service.getSpec().getType())) {
                for (ServicePort port : service.getSpec().getPorts()) {
                    add(located, service.getMetadata().getName(), port.getPort(), all);
                }
            } else if (located.object() instanceof GenericKubernetesResource custom
                    && custom.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec) {
                custom(custom.getKind(), spec, located, all);
            }
        }
        return all;
    }

    private static void ingress(Ingress ingress, LocatedObject located, List<KubernetesBackend> all) {
        backend(ingress.getSpec().getDefaultBackend(), located, all);
        for (IngressRule rule : ingress.getSpec().getRules()) {
            if (rule.getHttp() != null) {
                for (HTTPIngressPath path : rule.getHttp().getPaths()) {
                    backend(path.getBackend(), located, all);
                }
            }
        }
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        if (annotations != null) {
            annotations.forEach((key, value) -> {
                if (key.startsWith(ACTION)) {
                    Matcher action = ACTION_SERVICE.matcher(value);
                    while (action.find()) {
                        add(located, action.group(1), action.group(2), all);
                    }
                }
            });
        }
    }

    private static void backend(@Nullable IngressBackend backend, LocatedObject located, List<KubernetesBackend> all) {
        if (backend != null
                && backend.getService() != null
                && backend.getService().getPort() != null) {
            Integer number = backend.getService().getPort().getNumber();
            String name = backend.getService().getPort().getName();
            Map<String, String> annotations = located.object().getMetadata().getAnnotations();
            boolean annotated = annotations != null
                    && annotations.containsKey(ACTION + backend.getService().getName());
            // Argo Rollouts writes the annotation that is not there.
            boolean later = ANNOTATED.equals(name) && !annotated;
            Object port = number == null ? name : number;
            add(located, backend.getService().getName(), later ? ANY : port, all);
        }
    }

    private static void custom(String kind, Map<?, ?> spec, LocatedObject located, List<KubernetesBackend> all) {
        if (kind.equals("TargetGroupBinding") && spec.get("serviceRef") instanceof Map<?, ?> service) {
            add(located, service.get("name"), service.get("port"), all);
        } else if (kind.endsWith("Route")) {
            for (Object rule : list(spec.get("rules"))) {
                if (rule instanceof Map<?, ?> map) {
                    list(map.get("backendRefs")).forEach(reference -> reference(reference, located, all));
                }
            }
        }
    }

    private static void reference(Object reference, LocatedObject located, List<KubernetesBackend> all) {
        if (reference instanceof Map<?, ?> map && (map.get("kind") == null || "Service".equals(map.get("kind")))) {
            add(located, map.get("name"), map.get("port"), all);
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static void add(
            LocatedObject from, @Nullable Object service, @Nullable Object port, List<KubernetesBackend> all) {
        if (service != null && port != null) {
            String namespace = from.object().getMetadata().getNamespace();
            all.add(new KubernetesBackend(
                    namespace, service.toString(), port.toString(), Exposure.of(from.object()), Spot.of(from.node())));
        }
    }
}
