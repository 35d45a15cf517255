"""What must hold across a spec, one module a rule; `check.table` lists them."""
