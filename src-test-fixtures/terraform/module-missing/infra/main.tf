module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.1.0"
  name    = "main"
}

module "queue" {
  source = "git::https://git.example.com/modules/queue.git?ref=v2"
}

resource "aws_ecs_task_definition" "worker" {
  family       = "worker"
  network_mode = "awsvpc"
  container_definitions = jsonencode([{
    name        = "worker"
    image       = "example/worker:1"
    memory      = 512
    environment = [{ name = "QUEUE", value = module.queue.url }]
  }])
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  task_definition = aws_ecs_task_definition.worker.arn
  desired_count   = 1

  network_configuration {
    subnets = module.vpc.private_subnets
  }
}
