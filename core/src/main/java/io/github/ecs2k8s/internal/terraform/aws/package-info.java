/**
 * The AWS provider's names of things → the service models' names, as data: {@code resources.yaml}, and what applies it.
 */
@NullMarked
package io.github.ecs2k8s.internal.terraform.aws;

import org.jspecify.annotations.NullMarked;
