variable "name" {}

variable "create" {
  type    = bool
  default = true
}

variable "containers" {
  type    = any
  default = {}
}

module "container" {
  source   = "./modules/container"
  for_each = { for name, container in var.containers : name => container if var.create }

  name      = each.key
  image     = each.value.image
  memory    = try(each.value.memory, 256)
  essential = lookup(each.value, "essential", true)
}

resource "aws_ecs_task_definition" "this" {
  count = var.create ? 1 : 0

  family                = var.name
  container_definitions = jsonencode([for container in module.container : container.definition])
}

resource "aws_ecs_service" "this" {
  count = var.create ? 1 : 0

  name            = var.name
  task_definition = aws_ecs_task_definition.this[0].arn
  desired_count   = 1
}
