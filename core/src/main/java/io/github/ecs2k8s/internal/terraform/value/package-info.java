/** Values of Terraform's language while it is evaluated: known, known only after apply, or hidden. */
@NullMarked
package io.github.ecs2k8s.internal.terraform.value;

import org.jspecify.annotations.NullMarked;
