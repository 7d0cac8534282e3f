variable "cpu" {
  default = 128
}

resource "aws_ecs_task_definition" "cron" {
  family = "legacy-cron"

  container_definitions = <<-DEFINITIONS
    [
      {
        "name": "cron",
        "image": "legacy/cron:${join(".", [3, 1])}",
        "cpu": ${var.cpu},
        "memory": ${var.cpu * 2},
        "essential": true,
        "entryPoint": ["sh", "-c"],
        "command": ["echo $${HOME} && crond -f"],
        "linuxParameters": {"initProcessEnabled": true, "sharedMemorySize": 64},
        "ulimits": [
          {"name": "nofile", "softLimit": 1024, "hardLimit": 4096}
        ]
      }
    ]
  DEFINITIONS
}
