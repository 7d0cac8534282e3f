variable "services" {
  type = map(object({
    image = string
    port  = number
    path  = string
    count = optional(number, 2)
    env   = optional(map(string), {})
  }))
  default = {
    api = {
      image = "shop/api:1.4"
      port  = 8080
      path  = "/api/*"
      env   = { CACHE = "redis:6379" }
    }
    web = {
      image = "shop/web:2.0"
      port  = 3000
      path  = "/*"
      count = 3
    }
  }
}

locals {
  priorities = { for index, name in keys(var.services) : name => (index + 1) * 10 }
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"
}

resource "aws_lb" "shop" {
  name               = "shop"
  load_balancer_type = "application"
  subnets            = ["subnet-1", "subnet-2"]
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.shop.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_lb_target_group" "this" {
  for_each = var.services

  name        = "shop-${each.key}"
  port        = each.value.port
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-0123"

  health_check {
    path = "/health"
  }
}

resource "aws_lb_listener_rule" "this" {
  for_each = var.services

  listener_arn = aws_lb_listener.http.arn
  priority     = local.priorities[each.key]

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[each.key].arn
  }

  condition {
    path_pattern {
      values = [each.value.path]
    }
  }
}

resource "aws_ecs_task_definition" "this" {
  for_each = var.services

  family                   = "shop-${each.key}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "256"
  memory                   = "512"

  container_definitions = jsonencode([{
    name         = each.key
    image        = each.value.image
    portMappings = [{ containerPort = each.value.port }]
    environment  = [for name, value in each.value.env : { name = name, value = value }]
  }])
}

resource "aws_ecs_service" "this" {
  for_each = aws_ecs_task_definition.this

  name            = each.key
  cluster         = aws_ecs_cluster.shop.arn
  task_definition = each.value.arn
  desired_count   = var.services[each.key].count
  launch_type     = "FARGATE"

  load_balancer {
    target_group_arn = aws_lb_target_group.this[each.key].arn
    container_name   = each.key
    container_port   = var.services[each.key].port
  }

  network_configuration {
    subnets = ["subnet-1", "subnet-2"]
  }
}
