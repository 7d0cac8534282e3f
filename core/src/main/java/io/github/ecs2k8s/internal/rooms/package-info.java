/**
 * The rooms: one package per theme, one class per glossary entry, both directions in it. {@link io.github.ecs2k8s.internal.rooms.Correspondences} is the table of contents.
 */
@NullMarked
package io.github.ecs2k8s.internal.rooms;

import org.jspecify.annotations.NullMarked;
