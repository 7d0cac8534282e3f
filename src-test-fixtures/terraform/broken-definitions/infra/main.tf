resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = <<-EOT
    [
      {
        "name": "app",
        "image": "example/app:${var.tag}"
        "memory": 128
      }
    ]
  EOT
}

variable "tag" {
  default = 1
}
