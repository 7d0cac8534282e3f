/** Terraform in: what configurations, plans and states have in common. */
@NullMarked
package io.github.ecs2k8s.internal.terraform;

import org.jspecify.annotations.NullMarked;
