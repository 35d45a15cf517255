# Generated from spec/types/. Do not edit: change the spec and run `make generate`.
"""Objects that are answered or taken."""
