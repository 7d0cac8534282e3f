variable "name" {
  type = string
}

variable "cluster_id" {
  type = string
}

variable "image" {
  type = string
}

variable "port" {
  type    = number
  default = null
}

variable "command" {
  type    = list(string)
  default = []
}
