/** A listener rule's conditions, hosts and paths, in the vocabulary that every form of entry shares. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.balancer.rule;

import org.jspecify.annotations.NullMarked;
