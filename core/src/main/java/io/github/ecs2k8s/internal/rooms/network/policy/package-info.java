/** Who may reach whom: security groups ⇄ NetworkPolicies and SecurityGroupPolicies. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.network.policy;

import org.jspecify.annotations.NullMarked;
