package io.github.ecs2k8s.internal.terraform;

import io.github.ecs2k8s.source.MappingNode;

/**
 * One managed resource or data source of a Terraform configuration, plan or state, with the values that are known.
 *
 * @param address the address of the instance: {@code module.web.aws_ecs_service.this["api"]}
 * @param data whether it is a data source
 * @param type the provider's name of its type: {@code aws_ecs_service}
 * @param name its name in the configuration, without module and key
 * @param values located tree with the provider's own names; blocks are lists of objects, however often they may stand
 *     there. What is known only after apply is a placeholder with the whole address of what it comes from,
 *     {@code ${module.lb.aws_lb.main[0].arn}}, alone or inside of a text; null means absent. What must not be shown is such a
 *     placeholder too, {@code ${var.password}}, and so is what is computed from something unknown, in Terraform's words:
 *     {@code ${max(aws_ecs_task_definition.web.revision, …)}}. An argument that is a JSON document in a text
 *     (container_definitions, policy, assume_role_policy, input, event_pattern) may stand as the document's own tree, whose
 *     places are those in the heredoc, template or {@code jsonencode} that it was written in
 */
public record TerraformResource(String address, boolean data, String type, String name, MappingNode values) {}
