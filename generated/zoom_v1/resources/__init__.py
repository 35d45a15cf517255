# Generated from spec/resources/. Do not edit: change the spec and run `make generate`.
"""The operations, one class a resource."""
