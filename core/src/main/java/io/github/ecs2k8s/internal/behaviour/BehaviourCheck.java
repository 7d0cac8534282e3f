package io.github.ecs2k8s.internal.behaviour;

/**
 * One fact, read from the source and from what was made of it, and compared. It looks at the two bundles only, never at what
 * rooms had in their hands, so that a room's mistake cannot hide itself.
 */
interface BehaviourCheck {

    /** Says every difference that nothing else has said. */
    void check(Comparison comparison);
}
