"""What the spec says of state, with its names bound and its values read."""

from __future__ import annotations

from apiscribe.resolve.state.program import state

__all__ = ["state"]
