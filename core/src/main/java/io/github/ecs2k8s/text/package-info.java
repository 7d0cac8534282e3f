/** Prints plain trees (maps, lists, strings, numbers, booleans, null) as YAML and JSON, the same in every run. */
@NullMarked
package io.github.ecs2k8s.text;

import org.jspecify.annotations.NullMarked;
