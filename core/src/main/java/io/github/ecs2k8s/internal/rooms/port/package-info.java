/** Port mappings and host ports ⇄ container ports and Services of type NodePort. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.port;

import org.jspecify.annotations.NullMarked;
