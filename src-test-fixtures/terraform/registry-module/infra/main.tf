module "media" {
  source  = "example/ecs-app/aws"
  version = "~> 3.0"

  name = "media"

  containers = {
    encoder = {
      image  = "media/encoder:12"
      memory = 2048
    }
    uploader = {
      image     = "media/uploader:3"
      essential = false
    }
  }
}
