locals {
  settings = yamldecode(file("${path.module}/settings/${terraform.workspace}.yaml"))
}

resource "aws_ecs_task_definition" "this" {
  for_each = { for service in local.settings.services : service.name => service }

  family                = "${terraform.workspace}-${each.key}"
  container_definitions = jsonencode([merge({ memory = 128 }, each.value)])
}

resource "aws_ecs_service" "this" {
  for_each = aws_ecs_task_definition.this

  name            = each.key
  task_definition = each.value.arn
  desired_count   = 1
}
