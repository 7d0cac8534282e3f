variable "name" {}

resource "aws_ecs_cluster" "this" {
  name = var.name
}

output "id" {
  value = aws_ecs_cluster.this.id
}
