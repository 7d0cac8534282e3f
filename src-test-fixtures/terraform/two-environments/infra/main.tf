terraform {
  required_version = ">= 1.5"
}

provider "aws" {
  region = "eu-central-1"
}

locals {
  name       = "orders-${var.environment}"
  production = var.environment == "production"
}

resource "aws_ecs_cluster" "main" {
  name = local.production ? "shared" : "shared-${var.environment}"
}

resource "aws_ecs_task_definition" "orders" {
  family                   = local.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.size.cpu
  memory                   = var.size.memory

  container_definitions = jsonencode([{
    name      = "orders"
    image     = "ghcr.io/example/orders:${var.image_tag}"
    essential = true
    portMappings = [{ containerPort = 8080 }]
    environment = concat(
      [
        { name = "ENVIRONMENT", value = var.environment },
        { name = "LOG_LEVEL", value = local.production ? "warn" : "debug" },
      ],
      [for flag, on in var.feature_flags : { name = "FEATURE_${upper(flag)}", value = tostring(on) }],
    )
  }])
}

resource "aws_ecs_service" "orders" {
  name            = local.name
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.orders.arn
  desired_count   = var.size.tasks
  launch_type     = "FARGATE"

  network_configuration {
    subnets = ["subnet-0a1b2c3d"]
  }
}
