/** ECS entryPoint and command ⇄ Kubernetes command and args. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.command;

import org.jspecify.annotations.NullMarked;
