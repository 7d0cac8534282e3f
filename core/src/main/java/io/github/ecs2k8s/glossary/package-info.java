/** The terms of both worlds, in English and Japanese. */
@NullMarked
package io.github.ecs2k8s.glossary;

import org.jspecify.annotations.NullMarked;
