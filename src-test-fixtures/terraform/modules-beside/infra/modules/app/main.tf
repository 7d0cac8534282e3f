variable "stage" {}

resource "aws_ecs_task_definition" "app" {
  family                = "app-${var.stage}"
  container_definitions = templatefile("${path.module}/containers.json", { stage = var.stage })
}

resource "aws_ecs_service" "app" {
  name            = "app-${var.stage}"
  task_definition = aws_ecs_task_definition.app.arn
  desired_count   = 1
}

output "service" {
  value = aws_ecs_service.app.name
}
