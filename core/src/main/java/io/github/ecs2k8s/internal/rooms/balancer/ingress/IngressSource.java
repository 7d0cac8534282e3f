package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Ingress with whoever reads it in the cluster.
 *
 * @param className the class it names, or the cluster's default; empty when nothing says
 */
record IngressSource(LocatedObject located, Ingress ingress, Annotations annotations, String className, Reader reader) {
    private static final String OLD_CLASS = "kubernetes.io/ingress.class";
    private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";

    /** Ingress controllers whose settings are known. */
    enum Reader {
        /** AWS Load Balancer Controller: a load balancer for each Ingress or group. */
        ALB,
        /** ingress-nginx: one entrance for all, and redirects to HTTPS where there is a certificate. */
        NGINX,
        TRAEFIK,
        OTHER
    }

    static IngressSource of(LocatedObject located, Ingress ingress, ServiceTargetGroups book) {
        Annotations annotations = book.annotations(located);
        String old = annotations.take(OLD_CLASS);
        String name = ingress.getSpec().getIngressClassName();
        String className = name == null ? old : name;
        LocatedObject definition = definition(className, book.context());
        if (definition != null) {
            book.context().use(definition);
            className = definition.object().getMetadata().getName();
        }
        String known = className == null ? "" : className;
        return new IngressSource(located, ingress, annotations, known, reader(known, definition, annotations));
    }

    private static @Nullable LocatedObject definition(@Nullable String name, BundleToEcs context) {
        if (name != null) {
            return context.manifests().find("IngressClass", name, null);
        }
        for (LocatedObject candidate : context.manifests().of("IngressClass")) {
            var annotations = candidate.object().getMetadata().getAnnotations();
            if (annotations != null && "true".equals(annotations.get(DEFAULT))) {
                return candidate;
            }
        }
        return null;
    }

    private static Reader reader(String className, @Nullable LocatedObject definition, Annotations annotations) {
        String controller = definition != null
                        && definition.object() instanceof IngressClass type
                        && type.getSpec() != null
                        && type.getSpec().getController() != null
                ? type.getSpec().getController()
                : className;
        if (controller.equals("ingress.k8s.aws/alb") || controller.equals("alb")) {
            return Reader.ALB;
        }
        if (controller.contains("nginx")) {
            return Reader.NGINX;
        }
        if (controller.contains("traefik")) {
            return Reader.TRAEFIK;
        }
        if (!className.isEmpty()) {
            return Reader.OTHER;
        }
        if (!annotations.beginning(Annotations.ALB_PREFIX).isEmpty()) {
            return Reader.ALB;
        }
        return annotations.beginning(NginxAnnotations.PREFIX).isEmpty() ? Reader.OTHER : Reader.NGINX;
    }

    boolean isAlb() {
        return reader == Reader.ALB;
    }

    /** Whether annotations of ingress-nginx mean something. */
    boolean isNginx() {
        return reader == Reader.NGINX || reader == Reader.OTHER;
    }

    String name() {
        return located.object().getMetadata().getName();
    }

    @Nullable String namespace() {
        return located.object().getMetadata().getNamespace();
    }

    /** Its TLS section; empty when there is none. */
    List<IngressTLS> tls() {
        List<IngressTLS> tls = ingress.getSpec().getTls();
        return tls == null ? List.of() : tls;
    }

    /**
     * What the load balancer is called that it shares with others of the same name.
     *
     * <p>The controller of AWS makes one for each Ingress, or for each group. Every other ingress controller is one
     * entrance for all Ingresses of its class, in whatever namespace, and DNS leads their hosts to it: they share one.
     */
    String balancer() {
        if (!isAlb()) {
            return className.isEmpty() ? "ingress" : className;
        }
        String group = annotations.take(Annotations.ALB_PREFIX + "group.name");
        String own = annotations.take(Annotations.ALB_PREFIX + "load-balancer-name");
        if (group != null) {
            return group;
        }
        return own == null ? name() : own;
    }

    /** Whether others may share its load balancer. */
    boolean isShared() {
        return !isAlb() || annotations.has(Annotations.ALB_PREFIX + "group.name");
    }

    /** Its place among those of its group. */
    int order() {
        Integer order = annotations.number(Annotations.ALB_PREFIX + "group.order");
        return order == null ? 0 : order;
    }
}
