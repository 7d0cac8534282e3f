package io.github.ecs2k8s.room;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;

/** A room that changes what is launched before anything is translated: overrides of a task definition. */
public interface LaunchPreparation extends Correspondence {

    /** The launch with what the room owns applied; the same where there is nothing to apply. */
    Launch prepare(Launch launch, BundleToKubernetes context);
}
