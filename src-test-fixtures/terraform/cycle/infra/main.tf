locals {
  name   = "${local.prefix}-app"
  prefix = split("-", local.family)[0]
  family = local.name
}

resource "aws_ecs_task_definition" "app" {
  family                = local.family
  container_definitions = jsonencode([{ name = "app", image = "app", memory = 64 }])
}
