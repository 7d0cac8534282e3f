package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.options.Target;

/** What an application load balancer becomes in a cluster. */
public enum HttpForm {
    /** Ingress of the AWS Load Balancer Controller. */
    ALB,
    /** Gateway and HTTPRoute. */
    GATEWAY,
    /** Ingress that says only what every ingress controller understands. */
    PLAIN;

    /** The best form a cluster has; the controller is what EKS users install unless they say otherwise. */
    public static HttpForm of(Target target) {
        if (target.has(Addon.GATEWAY_API)) {
            return GATEWAY;
        }
        return hasController(target) ? ALB : PLAIN;
    }

    /** Whether the AWS Load Balancer Controller is there. */
    public static boolean hasController(Target target) {
        return target.isEks() || target.has(Addon.AWS_LOAD_BALANCER_CONTROLLER);
    }
}
