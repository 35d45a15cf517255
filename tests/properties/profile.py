"""How often the properties of this directory are tried, and that every run tries the same.

`EXPLORE=1` tries other examples each time.
"""

import os

from hypothesis import settings

# Deadlines are off for all tests; health checks stay on.
_EXPLORES = bool(os.environ.get("EXPLORE"))
_OPTIONS = {} if _EXPLORES else {"derandomize": True, "database": None}

settings.register_profile("properties", max_examples=30, deadline=None, **_OPTIONS)  # type: ignore[arg-type]

PROPERTIES = settings.get_profile("properties")
"""Decorates the tests of this directory: loading it would change how others run."""
