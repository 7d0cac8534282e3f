package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.source.MappingNode;

/**
 * A resource of Terraform as the API describes it.
 *
 * @param kind a kind of resource, or {@code TASK_DEFINITION}, {@code TASK_SET}, {@code PARAMETER}, {@code CERTIFICATE},
 *     {@code TARGET}, {@code EVENT_TARGET}, {@code SECURITY_GROUP_RULES}
 * @param members with the API's names
 */
public record MappedResource(String kind, MappingNode members) {}
