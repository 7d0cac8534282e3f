package io.github.ecs2k8s.translation;

import java.util.List;

/** A room that knows what runs task definitions: services, schedules, tasks run by hand. */
public interface LaunchPlanner extends Correspondence {

    /** What it finds in the input, in its order; a reference that leads nowhere gets its finding here. */
    List<Launch> launches(BundleContext context);

    /** Adds what starts tasks to the ECS side; by then every room has completed the requests. */
    default void starts(ManifestContext context) {}
}
