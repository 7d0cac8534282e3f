output "name" {
  value = aws_ecs_service.this.name
}

output "family" {
  value = aws_ecs_task_definition.this.family
}

output "port" {
  value = var.port
}
