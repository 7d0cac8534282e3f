/**
 * The functions of Terraform's language that need no provider, one class for each theme
 * (https://developer.hashicorp.com/terraform/language/functions).
 */
@NullMarked
package io.github.ecs2k8s.internal.terraform.function;

import org.jspecify.annotations.NullMarked;
