/** Texts → the ECS side: recognition of forms, binding to the SDK's models and to the records around them. */
@NullMarked
package io.github.ecs2k8s.internal.read;

import org.jspecify.annotations.NullMarked;
