"""What must hold across the model: one rule a module, all of them listed in `table`."""

from apiscribe.check.table import check

__all__ = ["check"]
