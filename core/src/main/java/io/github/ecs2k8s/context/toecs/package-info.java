/** What a room is given on the way to ECS, and the facts computed before the rooms run. */
@NullMarked
package io.github.ecs2k8s.context.toecs;

import org.jspecify.annotations.NullMarked;
