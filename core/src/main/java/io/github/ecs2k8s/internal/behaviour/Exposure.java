package io.github.ecs2k8s.internal.behaviour;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom an entrance is open to, as far as the input says. */
enum Exposure {
    /** Everybody on the internet. */
    PUBLIC,
    /** Only what is in the network. */
    INTERNAL,
    /** Said elsewhere: by a controller's configuration, or by a load balancer that is not in the input. */
    UNKNOWN;

    private static final String ALB = "alb.ingress.kubernetes.io/scheme";
    private static final String GROUP = "alb.ingress.kubernetes.io/group.name";
    private static final String NLB = "service.beta.kubernetes.io/aws-load-balancer-scheme";
    private static final String OLD = "service.beta.kubernetes.io/aws-load-balancer-internal";

    /**
     * Of a load balancer; one without scheme is public
     * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html).
     */
    static Exposure of(@Nullable LoadBalancer balancer) {
        if (balancer == null) {
            return UNKNOWN;
        }
        return scheme(balancer.scheme() == null ? "internet-facing" : balancer.scheme());
    }

    /**
     * Of an object of Kubernetes; an Ingress of class alb without scheme is internal
     * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#scheme).
     */
    static Exposure of(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        Map<String, String> notes = annotations == null ? Map.of() : annotations;
        if (object instanceof Ingress ingress) {
            boolean alb = "alb".equals(ingress.getSpec().getIngressClassName())
                    || "alb".equals(notes.get("kubernetes.io/ingress.class"));
            // In a group another Ingress may say it for all.
            boolean alone = alb && !notes.containsKey(GROUP);
            return notes.containsKey(ALB) ? scheme(notes.get(ALB)) : alone ? INTERNAL : UNKNOWN;
        }
        if (notes.containsKey(NLB)) {
            return scheme(notes.get(NLB));
        }
        return "true".equals(notes.get(OLD)) ? INTERNAL : UNKNOWN;
    }

    private static Exposure scheme(@Nullable String scheme) {
        if ("internal".equals(scheme)) {
            return INTERNAL;
        }
        return "internet-facing".equals(scheme) ? PUBLIC : UNKNOWN;
    }
}
