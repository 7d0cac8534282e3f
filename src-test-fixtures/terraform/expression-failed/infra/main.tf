locals {
  settings = { cpu = 256 }
}

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  cpu                   = local.settings.cpus
  memory                = max("much", 512)
  container_definitions = jsonencode([{ name = "app", image = "example/app:1", memory = 128 }])
}

resource "aws_ecs_service" "app" {
  name            = "app"
  task_definition = aws_ecs_task_definition.app.arn
  desired_count   = 1
}
