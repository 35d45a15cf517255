# Generated from spec/types/ by `make generate`. Do not edit.
"""Objects that are answered or taken."""
