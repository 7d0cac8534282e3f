environment = "staging"
feature_flags = {
  new_checkout = true
}
