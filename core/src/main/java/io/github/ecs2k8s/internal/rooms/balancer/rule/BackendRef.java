package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.source.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of an Ingress or a route says it leads to.
 *
 * @param service the name of a Service
 * @param namespace where it is, null for the one that is not said
 * @param port its port's number or name, null where it has only one
 * @param place what says so, for findings
 */
public record BackendRef(
        String service,
        @Nullable String namespace,
        @Nullable String port,
        Node place) {

    /** The name of a port that is none: an annotation says where the path leads. */
    public static final String USE_ANNOTATION = "use-annotation";
}
