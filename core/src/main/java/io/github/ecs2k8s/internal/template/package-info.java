/**
 * CloudFormation templates in: functions, parameters, conditions and references, resolved as far as they are known.
 */
@NullMarked
package io.github.ecs2k8s.internal.template;

import org.jspecify.annotations.NullMarked;
