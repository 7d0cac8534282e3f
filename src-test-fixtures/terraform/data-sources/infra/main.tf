data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

data "aws_vpc" "main" {
  tags = { Name = "main" }
}

data "aws_subnets" "private" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.main.id]
  }
}

data "aws_ssm_parameter" "tag" {
  name = "/ledger/tag"
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

locals {
  registry = "${data.aws_caller_identity.current.account_id}.dkr.ecr.${data.aws_region.current.name}.amazonaws.com"
}

resource "aws_iam_role" "task" {
  name               = "ledger-task"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_ecs_task_definition" "ledger" {
  family        = "ledger"
  network_mode  = "awsvpc"
  task_role_arn = aws_iam_role.task.arn
  container_definitions = jsonencode([{
    name   = "ledger"
    image  = "${local.registry}/ledger:${data.aws_ssm_parameter.tag.value}"
    memory = 256
    environment = [
      { name = "VPC_CIDR", value = data.aws_vpc.main.cidr_block },
    ]
  }])
}

resource "aws_ecs_service" "ledger" {
  name            = "ledger"
  task_definition = aws_ecs_task_definition.ledger.arn
  desired_count   = 1

  network_configuration {
    subnets = data.aws_subnets.private.ids
  }
}
