variable "name" {}
variable "image" {}
variable "memory" {}
variable "essential" {}

output "definition" {
  value = {
    for key, value in {
      name      = var.name
      image     = var.image
      memory    = var.memory
      essential = var.essential
      command   = null
    } : key => value if value != null
  }
}
