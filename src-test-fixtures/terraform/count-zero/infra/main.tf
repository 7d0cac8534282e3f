variable "public" {
  default = false
}

resource "aws_lb_target_group" "app" {
  count = var.public ? 1 : 0

  name        = "app"
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-0123"
}

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "app", image = "example/app:1", memory = 128, portMappings = [{ containerPort = 80 }] }])
}

resource "aws_ecs_service" "app" {
  name            = "app"
  task_definition = one([aws_ecs_task_definition.app.arn])
  desired_count   = 1

  dynamic "load_balancer" {
    for_each = aws_lb_target_group.app[*].arn

    content {
      target_group_arn = load_balancer.value
      container_name   = "app"
      container_port   = 80
    }
  }

  network_configuration {
    subnets = ["subnet-1"]
  }
}

resource "aws_ecs_service" "canary" {
  count = 0

  name            = "canary"
  task_definition = aws_ecs_task_definition.app.arn
}
