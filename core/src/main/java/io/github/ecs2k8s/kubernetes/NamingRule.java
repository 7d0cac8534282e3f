package io.github.ecs2k8s.kubernetes;

/** How Kubernetes objects are called; what it gives is made valid and unique. */
@FunctionalInterface
public interface NamingRule {

    /** Every object keeps the name that ECS gives it. */
    NamingRule AS_IS = (kind, name) -> name;

    /**
     * The name of an object.
     *
     * @param kind the object's kind, {@code Secret} for example; {@code workload} for whatever runs pods
     * @param name the name it has without this rule
     */
    String name(String kind, String name);
}
