/** Secrets: what a container refers to, and the forms a cluster can have them in. */
@NullMarked
package io.github.ecs2k8s.correspondence.secrets;

import org.jspecify.annotations.NullMarked;
