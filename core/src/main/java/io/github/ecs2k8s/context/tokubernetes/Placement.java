package io.github.ecs2k8s.context.tokubernetes;

/**
 * Where a container definition stands in the pod.
 *
 * @param name its valid Kubernetes name, unique in the pod
 * @param role which list it goes to
 * @param awaitedHealthy whether another container starts only when this one is healthy
 */
public record Placement(String name, Role role, boolean awaitedHealthy) {

    /** The three ways a container can stand in a pod. */
    public enum Role {
        /** An ordinary container, started with all others. */
        MAIN,
        /** An init container: runs to its end before what follows starts. */
        INIT,
        /** A native sidecar: an init container with {@code restartPolicy: Always}, started before what follows. */
        SIDECAR
    }

    /** Whether it stands in {@code initContainers}. */
    public boolean startsBeforeOthers() {
        return role != Role.MAIN;
    }
}
