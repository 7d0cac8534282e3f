/** A program that embeds ecs2k8s. */
@NullMarked
package io.github.ecs2k8s.examples;

import org.jspecify.annotations.NullMarked;
