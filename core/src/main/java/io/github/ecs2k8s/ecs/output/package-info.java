/** What both forms of ECS output have in common: a bundle as parts in the order to create them, and their references. */
@NullMarked
package io.github.ecs2k8s.ecs.output;

import org.jspecify.annotations.NullMarked;
