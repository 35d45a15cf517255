"""When a delivery was sent: written, and found recent or not."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Literal

from msgspec import Struct

from ..semantics.compiled import compiled
from ..semantics.dates import read, write

Unit = Literal["epoch_seconds", "epoch_milliseconds", "rfc3339"]


class Moment(Struct, frozen=True, kw_only=True):
    """How the moment of a delivery is written, and how far off it may be."""

    tolerance: int
    """Seconds that it may lie in the past or future."""
    unit: Unit = "epoch_seconds"

    def written(self, seconds: int | None) -> str:
        """The text of a moment; of now, if it is None."""
        moment = int(time.time()) if seconds is None else seconds
        if self.unit == "rfc3339":
            return str(write(datetime.fromtimestamp(moment, UTC), ("rfc3339",)))
        return str(moment if self.unit == "epoch_seconds" else moment * 1000)

    def is_recent(self, text: str) -> bool:
        """Whether it is a moment, and not too far away."""
        moment = self._seconds(text)
        return moment is not None and abs(time.time() - moment) <= self.tolerance

    def _seconds(self, text: str) -> float | None:
        if self.unit == "rfc3339":
            found = read(text, ("rfc3339",))
            return found.timestamp() if isinstance(found, datetime) else None
        if not compiled("[0-9]{1,15}").fullmatch(text):
            return None
        return int(text) / (1 if self.unit == "epoch_seconds" else 1000)
