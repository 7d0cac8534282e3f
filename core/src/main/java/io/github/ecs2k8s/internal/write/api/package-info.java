/** The ECS side → calls of the AWS CLI. */
@NullMarked
package io.github.ecs2k8s.internal.write.api;

import org.jspecify.annotations.NullMarked;
