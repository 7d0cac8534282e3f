/** The account of one translation: every populated leaf of the input, how it was carried and where it went. */
@NullMarked
package io.github.ecs2k8s.report;

import org.jspecify.annotations.NullMarked;
