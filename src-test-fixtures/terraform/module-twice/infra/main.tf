module "cluster" {
  source = "./modules/cluster"
  name   = "billing"
}

module "invoices" {
  source = "./modules/service"

  name       = "invoices"
  cluster_id = module.cluster.id
  image      = "billing/invoices:9"
  port       = 8000
}

module "reminders" {
  source = "./modules/service"

  name       = "reminders"
  cluster_id = module.cluster.id
  image      = "billing/reminders:4"
  command    = ["remind", "--invoices", "http://${module.invoices.name}:${module.invoices.port}"]
}

output "families" {
  value = [module.invoices.family, module.reminders.family]
}
