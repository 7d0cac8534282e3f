locals {
  open_ports = { http = 80, admin = 9000 }
  mounts = [
    { name = "uploads", path = "/srv/uploads", access_point = "fsap-0aa" },
    { name = "scratch", path = "/tmp/scratch", access_point = null },
  ]
}

resource "aws_security_group" "app" {
  name   = "app"
  vpc_id = "vpc-0123"

  dynamic "ingress" {
    for_each = local.open_ports
    iterator = open

    content {
      description = open.key
      from_port   = open.value
      to_port     = open.value
      protocol    = "tcp"
      cidr_blocks = open.key == "admin" ? ["10.0.0.0/8"] : ["0.0.0.0/0"]
    }
  }
}

resource "aws_ecs_task_definition" "app" {
  family                   = "app"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 512
  memory                   = 1024

  dynamic "volume" {
    for_each = local.mounts

    content {
      name = volume.value.name

      dynamic "efs_volume_configuration" {
        for_each = volume.value.access_point[*]

        content {
          file_system_id     = "fs-0123"
          transit_encryption = "ENABLED"

          authorization_config {
            access_point_id = efs_volume_configuration.value
          }
        }
      }
    }
  }

  container_definitions = jsonencode([{
    name         = "app"
    image        = "example/app:1"
    portMappings = [for port in values(local.open_ports) : { containerPort = port }]
    mountPoints  = [for mount in local.mounts : { sourceVolume = mount.name, containerPath = mount.path }]
  }])
}

resource "aws_ecs_service" "app" {
  name            = "app"
  task_definition = aws_ecs_task_definition.app.arn
  desired_count   = 1

  dynamic "capacity_provider_strategy" {
    for_each = { FARGATE_SPOT = 1 }

    content {
      capacity_provider = capacity_provider_strategy.key
      weight            = capacity_provider_strategy.value
    }
  }

  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.app.id]
  }
}
