/** Images of containers, the secrets they are pulled with, and how their tags are resolved. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.image;

import org.jspecify.annotations.NullMarked;
