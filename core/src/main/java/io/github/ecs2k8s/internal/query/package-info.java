/** The cluster query language of placement constraints: parser, model, printer. */
@NullMarked
package io.github.ecs2k8s.internal.query;

import org.jspecify.annotations.NullMarked;
