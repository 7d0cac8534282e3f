data "aws_availability_zones" "here" {}

variable "names" {
  type = set(string)
}

resource "aws_ecs_task_definition" "node" {
  family                = "node"
  container_definitions = jsonencode([{ name = "node", image = "example/node:1", memory = 64 }])
}

resource "aws_ecs_service" "zone" {
  count = length(data.aws_availability_zones.here.names)

  name            = "zone-${count.index}"
  task_definition = aws_ecs_task_definition.node.arn
  desired_count   = 1
}

resource "aws_ecs_service" "named" {
  for_each = var.names

  name            = "named-${each.key}"
  task_definition = aws_ecs_task_definition.node.arn
  desired_count   = 1
}
