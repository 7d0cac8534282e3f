variable "environment" {
  type    = "string"
  default = "live"
}

variable "ports" {
  type    = "list"
  default = ["80", "443"]
}

variable "sizes" {
  type = "map"

  default = {
    live = "512"
    test = "128"
  }
}

data "template_file" "proxy" {
  template = "${file("${path.module}/proxy.json")}"

  vars {
    image  = "example/proxy:${var.environment}"
    memory = "${lookup(var.sizes, var.environment)}"
    port   = "${element(var.ports, 0)}"
  }
}

resource "aws_ecs_task_definition" "proxy" {
  family                = "proxy-${var.environment}"
  container_definitions = "${data.template_file.proxy.rendered}"

  volume {
    name      = "certificates"
    host_path = "/etc/certificates"
  }
}

resource "aws_ecs_service" "proxy" {
  name            = "proxy"
  task_definition = "${aws_ecs_task_definition.proxy.arn}"
  desired_count   = "${var.environment == "live" ? 2 : 1}"

  placement_strategy {
    type  = "spread"
    field = "instanceId"
  }
}
