/** The correspondences: one class per glossary entry, both directions in one file. */
@NullMarked
package io.github.ecs2k8s.correspondence;

import org.jspecify.annotations.NullMarked;
