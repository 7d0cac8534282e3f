/**
 * How an ECS service replaces its tasks ⇄ update strategies: rolling updates and what stops them, blue/green, canary and
 * linear deployments.
 */
@NullMarked
package io.github.ecs2k8s.correspondence.deployment;

import org.jspecify.annotations.NullMarked;
