/** Users, capabilities, security options, credential specs, sysctls and ulimits ⇄ security contexts. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.security;

import org.jspecify.annotations.NullMarked;
