/** Log configuration: what every Pod does by itself, and the FireLens log router. */
@NullMarked
package io.github.ecs2k8s.correspondence.logging;

import org.jspecify.annotations.NullMarked;
