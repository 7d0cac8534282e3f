/** What rooms are given; one package for each direction, with the same nouns. */
@NullMarked
package io.github.ecs2k8s.context;

import org.jspecify.annotations.NullMarked;
