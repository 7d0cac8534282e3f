package io.github.ecs2k8s.room;

import io.github.ecs2k8s.context.toecs.PodDraft;

/**
 * A room that completes a pod template before any room reads it, as a cluster would: defaults of a LimitRange, the
 * volumes of a StatefulSet's claim templates.
 */
public interface PodPreparation extends Correspondence {

    /** Completes what the room owns; does nothing where there is nothing to complete. */
    void prepare(PodDraft draft);
}
