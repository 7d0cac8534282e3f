/** Roles and what they allow ⇄ ServiceAccounts, Roles and kubectl exec. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.identity;

import org.jspecify.annotations.NullMarked;
