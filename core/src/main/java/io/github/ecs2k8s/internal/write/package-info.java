/** The ECS side → what has to be created for it, in the order to create it. */
@NullMarked
package io.github.ecs2k8s.internal.write;

import org.jspecify.annotations.NullMarked;
