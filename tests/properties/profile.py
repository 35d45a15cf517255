"""How often the properties of this directory are tried."""

from hypothesis import settings

PROPERTIES = settings(max_examples=30)
"""Decorates the tests of this directory: loading it as a profile would change how others run."""
