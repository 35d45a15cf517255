# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations, one class a resource."""
