/** Secrets Manager and Parameter Store ⇄ Secrets, ExternalSecrets and SecretProviderClasses. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.secret;

import org.jspecify.annotations.NullMarked;
