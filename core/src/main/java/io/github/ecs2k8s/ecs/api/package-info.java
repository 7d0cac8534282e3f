/** A bundle as the calls of the AWS CLI that create it, and as one document that is read back. */
@NullMarked
package io.github.ecs2k8s.ecs.api;

import org.jspecify.annotations.NullMarked;
