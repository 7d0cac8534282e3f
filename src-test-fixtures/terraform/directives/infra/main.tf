variable "environment" {
  default = {
    MODE  = "batch"
    LIMIT = "10"
  }
}

variable "debug" {
  default = false
}

resource "aws_ecs_task_definition" "batch" {
  family                = "batch"
  container_definitions = <<EOF
[{
  "name": "batch",
  "image": "example/batch:1",
  "memory": 512,
  "command": ["run"%{ if var.debug }, "--debug"%{ else }, "--quiet"%{ endif }],
  "environment": [
    %{~ for name, value in var.environment ~}
    {"name": "${name}", "value": "${value}"},
    %{~ endfor ~}
    {"name": "PERCENT", "value": "100%"}
  ],
  "dockerLabels": {"template": "%%{ if }", "shell": "$${HOME}"}
}]
EOF
}
