locals {
  container = merge(
    {
      name      = var.name
      image     = var.image
      memory    = 512
      essential = true
    },
    var.port == null ? {} : { portMappings = [{ containerPort = var.port }] },
    length(var.command) == 0 ? {} : { command = var.command },
  )
}

resource "aws_ecs_task_definition" "this" {
  family                = var.name
  container_definitions = jsonencode([local.container])
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = var.cluster_id
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = 1
}
