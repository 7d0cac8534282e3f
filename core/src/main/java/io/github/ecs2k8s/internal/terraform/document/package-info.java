/**
 * Terraform's and OpenTofu's own JSON: plans and states as {@code show -json} prints them, and state files.
 */
@NullMarked
package io.github.ecs2k8s.internal.terraform.document;

import org.jspecify.annotations.NullMarked;
