/** CloudFormation templates: intrinsic functions resolved, resources as located trees with the keys of the API. */
@NullMarked
package io.github.ecs2k8s.ecs.cloudformation;

import org.jspecify.annotations.NullMarked;
