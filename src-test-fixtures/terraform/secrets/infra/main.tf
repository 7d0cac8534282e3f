variable "secret_names" {
  type    = list(string)
  default = ["api-key", "webhook-token"]
}

resource "aws_secretsmanager_secret" "app" {
  for_each = toset(var.secret_names)
  name     = "app/${each.value}"
}

resource "aws_ssm_parameter" "limit" {
  name  = "/app/limit"
  type  = "String"
  value = "100"
}

resource "aws_ecs_task_definition" "app" {
  family = "app"
  container_definitions = jsonencode([{
    name   = "app"
    image  = "example/app:1"
    memory = 128
    secrets = concat(
      [for name, secret in aws_secretsmanager_secret.app : {
        name      = upper(replace(name, "-", "_"))
        valueFrom = secret.arn
      }],
      [{ name = "LIMIT", valueFrom = aws_ssm_parameter.limit.arn }],
    )
  }])
}
