/** Texts for people, which stand in resource files instead of code. */
@NullMarked
package io.github.ecs2k8s.internal.text;

import org.jspecify.annotations.NullMarked;
