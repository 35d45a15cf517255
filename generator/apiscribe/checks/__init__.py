"""What must hold across the model: one rule a module, all of them listed in `table`."""

from apiscribe.checks.table import check

__all__ = ["check"]
