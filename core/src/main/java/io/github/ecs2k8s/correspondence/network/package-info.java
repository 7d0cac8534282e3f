/**
 * How ECS tasks are reached and what they may reach ⇄ Services and NetworkPolicies: security groups, Cloud Map, Service
 * Connect, VPC Lattice, ports of instances.
 */
@NullMarked
package io.github.ecs2k8s.correspondence.network;

import org.jspecify.annotations.NullMarked;
