/** Environment variables and environment files ⇄ env, envFrom and ConfigMaps. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.environment;

import org.jspecify.annotations.NullMarked;
