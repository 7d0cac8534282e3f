/** The contract between the translator and the rooms: what a correspondence is given, and the facts several need. */
@NullMarked
package io.github.ecs2k8s.translation;

import org.jspecify.annotations.NullMarked;
