/** Texts of the input inside another language: a shell's word, a query's literal. Nothing of the input is ever run. */
@NullMarked
package io.github.ecs2k8s.internal.quote;

import org.jspecify.annotations.NullMarked;
