/** The Amazon ECS side: the bundle of what was read, and the readers and writers of what AWS prints and takes. */
@NullMarked
package io.github.ecs2k8s.ecs;

import org.jspecify.annotations.NullMarked;
