variable "workers" {
  default = ["mail", "thumbnails"]
}

resource "aws_ecs_task_definition" "workers" {
  family = "workers"
  container_definitions = templatefile("${path.module}/templates/workers.json.tftpl", {
    image   = "registry.example.com/workers:5"
    workers = var.workers
    memory  = 256
    queue   = aws_sqs_queue.jobs.url
  })
}

resource "aws_sqs_queue" "jobs" {
  name_prefix = "jobs-"
}

resource "aws_ecs_service" "workers" {
  name            = "workers"
  task_definition = aws_ecs_task_definition.workers.family
  desired_count   = 1
}
