/** The located tree: every input value with the place it stands at, and the parsers of JSON and YAML that make it. */
@NullMarked
package io.github.ecs2k8s.source;

import org.jspecify.annotations.NullMarked;
