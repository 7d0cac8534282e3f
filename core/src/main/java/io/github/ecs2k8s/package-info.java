/** ecs2k8s: Amazon ECS to Kubernetes and back; {@link io.github.ecs2k8s.Translator} is the front door. */
@NullMarked
package io.github.ecs2k8s;

import org.jspecify.annotations.NullMarked;
