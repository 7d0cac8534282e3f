variable "database_password" {
  type      = string
  sensitive = true
}

variable "smtp" {
  sensitive = true
  default = {
    host = "mail.internal"
    user = "robot"
  }
}

resource "aws_db_instance" "main" {
  identifier = "main"
  username   = "app"
  password   = var.database_password
}

resource "aws_ssm_parameter" "token" {
  name  = "/app/token"
  type  = "SecureString"
  value = "do-not-print-me"
}

resource "aws_ecs_task_definition" "app" {
  family = "app"
  container_definitions = jsonencode([{
    name   = "app"
    image  = "example/app:1"
    memory = 128
    environment = [
      { name = "DATABASE_URL", value = "postgres://app:${var.database_password}@db.internal/app" },
      { name = "SMTP_HOST", value = var.smtp.host },
      { name = "SMTP_LOGIN", value = base64encode("${var.smtp.user}:x") },
      { name = "PASSWORD_LENGTH", value = tostring(length(nonsensitive(var.database_password))) },
    ]
    secrets = [
      { name = "TOKEN", valueFrom = aws_ssm_parameter.token.name },
    ]
  }])
}
