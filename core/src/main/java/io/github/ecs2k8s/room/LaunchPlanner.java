package io.github.ecs2k8s.room;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import java.util.List;

/** A room that knows what runs task definitions: services, schedules, tasks run by hand. */
public interface LaunchPlanner extends Correspondence {

    /** What it finds in the input, in its order; a reference that leads nowhere gets its finding here. */
    List<Launch> launches(BundleToKubernetes context);

    /** Adds what starts tasks to the ECS side; by then every room has completed the requests. */
    default void starts(BundleToEcs context) {}
}
