/** The text of Terraform's configuration language → blocks, attributes and expressions, each with its place. */
@NullMarked
package io.github.ecs2k8s.internal.terraform.syntax;

import org.jspecify.annotations.NullMarked;
