variable "image_tag" {
  description = "The release to run"
  type        = string
}

variable "replicas" {
  type    = number
  default = 2
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "example/web:${var.image_tag}", memory = 128 }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = var.replicas
}
