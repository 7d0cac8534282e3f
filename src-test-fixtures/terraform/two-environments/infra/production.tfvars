environment = "production"
image_tag   = "2.7.1"
size = {
  cpu    = 1024
  memory = 2048
  tasks  = 4
}
