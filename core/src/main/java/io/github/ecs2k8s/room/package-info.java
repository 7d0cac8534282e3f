/** What a room is: a correspondence, the fields it owns, and when it is asked. */
@NullMarked
package io.github.ecs2k8s.room;

import org.jspecify.annotations.NullMarked;
