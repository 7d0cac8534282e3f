/** What runs the rooms, in both directions, and what keeps the rest with {@code --preserve}. */
@NullMarked
package io.github.ecs2k8s.internal.pipeline;

import org.jspecify.annotations.NullMarked;
