variable "environment" {
  type = string
}

variable "image_tag" {
  type    = string
  default = "latest"
}

variable "size" {
  type = object({
    cpu    = optional(number, 256)
    memory = optional(number, 512)
    tasks  = optional(number, 1)
  })
  default = {}
}

variable "feature_flags" {
  type    = map(bool)
  default = {}
}
