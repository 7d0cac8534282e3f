locals {
  stage = basename(abspath(path.root))
}

module "app" {
  source = "../../modules/app"
  stage  = "live"
  count  = 1
}

output "service" {
  value = module.app[0].service
}
