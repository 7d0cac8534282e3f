/** What a warm translation costs beside parsing and printing alone. */
@NullMarked
package io.github.ecs2k8s.benchmarks;

import org.jspecify.annotations.NullMarked;
