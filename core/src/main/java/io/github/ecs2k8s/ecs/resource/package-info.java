/**
 * What stands around ECS in AWS, as records: a component for every member that the API describes, the API takes or a
 * template gives, under the API's own name. A scalar or object that is absent is null, an absent list or map is empty.
 */
@NullMarked
package io.github.ecs2k8s.ecs.resource;

import org.jspecify.annotations.NullMarked;
