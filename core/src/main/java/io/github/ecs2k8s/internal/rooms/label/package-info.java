/** Tags and Docker labels ⇄ labels, annotations and names of Kubernetes objects. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.label;

import org.jspecify.annotations.NullMarked;
