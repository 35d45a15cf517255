"""Regular expressions, compiled when they are first asked for: most programs never ask."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
