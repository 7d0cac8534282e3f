/** The correspondences of volumes and mounts: the six kinds of ECS volume, mount points, and memory and device mounts. */
@NullMarked
package io.github.ecs2k8s.correspondence.volume;

import org.jspecify.annotations.NullMarked;
