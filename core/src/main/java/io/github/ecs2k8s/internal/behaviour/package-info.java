/** The second account: what several leaves mean together, read from the source and from the result, and compared. */
@NullMarked
package io.github.ecs2k8s.internal.behaviour;

import org.jspecify.annotations.NullMarked;
