/** The cluster query language of placement constraints: text to tree and back. */
@NullMarked
package io.github.ecs2k8s.ecs.query;

import org.jspecify.annotations.NullMarked;
