/** The ECS side → one CloudFormation template. */
@NullMarked
package io.github.ecs2k8s.internal.write.template;

import org.jspecify.annotations.NullMarked;
