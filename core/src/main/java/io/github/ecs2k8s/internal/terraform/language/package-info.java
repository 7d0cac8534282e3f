/**
 * Terraform configurations → resources with the values that are known: variables, locals, modules, instances and blocks are
 * evaluated without Terraform, providers or network.
 */
@NullMarked
package io.github.ecs2k8s.internal.terraform.language;

import org.jspecify.annotations.NullMarked;
