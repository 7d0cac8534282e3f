variable "enable_tracing" {
  type    = bool
  default = true
}

locals {
  common = {
    REGION  = "us-west-2"
    SERVICE = "search"
  }

  environment = merge(local.common, {
    HEAP    = "${floor(local.memory * 0.75)}m"
    TRACING = var.enable_tracing ? "otlp://localhost:4317" : ""
  })

  memory = 1024

  search = {
    name         = "search"
    image        = "search/server:8.11"
    essential    = true
    memory       = local.memory
    portMappings = [{ containerPort = 9200, protocol = "tcp" }]
    environment  = [for key in sort(keys(local.environment)) : { name = key, value = local.environment[key] }]
    healthCheck = {
      command  = ["CMD-SHELL", "curl -fs localhost:9200/_health || exit 1"]
      interval = 20
      retries  = 4
    }
  }

  collector = {
    name              = "collector"
    image             = "otel/collector:0.98"
    essential         = false
    memoryReservation = 64
  }
}

resource "aws_ecs_task_definition" "search" {
  family                = "search"
  network_mode          = "awsvpc"
  container_definitions = jsonencode(concat([local.search], var.enable_tracing ? [local.collector] : []))
}

resource "aws_ecs_service" "search" {
  name            = "search"
  task_definition = "${aws_ecs_task_definition.search.family}:${aws_ecs_task_definition.search.revision}"
  desired_count   = 2

  network_configuration {
    subnets = ["subnet-1"]
  }
}
