/** Application Auto Scaling ⇄ HorizontalPodAutoscalers and ScaledObjects. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.scaling;

import org.jspecify.annotations.NullMarked;
