# Generated from spec/resources/ by `make generate`. Do not edit.
"""What the arguments of operations are drawn from."""
