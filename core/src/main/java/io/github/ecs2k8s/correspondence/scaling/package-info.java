/**
 * Application Auto Scaling of ECS services ⇄ HorizontalPodAutoscaler or KEDA's ScaledObject: one scaler for each workload,
 * whatever number of policies there are.
 */
@NullMarked
package io.github.ecs2k8s.correspondence.scaling;

import org.jspecify.annotations.NullMarked;
