resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = file("definitions/app.json")
}
