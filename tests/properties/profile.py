"""How often the properties of this directory are tried, and that CI always tries the same."""

import os

from hypothesis import settings

# Deadlines are off for all tests; health checks stay on.
_ON_CI = bool(os.environ.get("CI"))
_OPTIONS = {"derandomize": True, "database": None} if _ON_CI else {}

settings.register_profile("properties", max_examples=30, deadline=None, **_OPTIONS)  # type: ignore[arg-type]

PROPERTIES = settings.get_profile("properties")
"""Decorates the tests of this directory: loading it would change how others run."""
