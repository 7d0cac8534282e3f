provider "aws" {
  region = var.region

  default_tags {
    tags = {
      team  = "platform"
      stage = "test"
    }
  }
}

variable "region" {
  default = "ca-central-1"
}

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  tags                  = { stage = "live", service = "app" }
  container_definitions = jsonencode([{
    name   = "app"
    image  = "example/app:1"
    memory = 128
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        "awslogs-group"  = aws_cloudwatch_log_group.app.name
        "awslogs-region" = var.region
      }
    }
  }])
}

resource "aws_cloudwatch_log_group" "app" {
  name = "/ecs/app"
}

resource "aws_ecs_service" "app" {
  name            = "app"
  task_definition = aws_ecs_task_definition.app.arn
  desired_count   = 1
  propagate_tags  = "SERVICE"
}
