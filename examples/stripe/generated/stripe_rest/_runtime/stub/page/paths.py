"""What of the page is at which path."""

from __future__ import annotations

from ..api import StubApi
from ..responses import StubResponse
from . import assets, swagger

_INDEX = ("/", "/_stub/")
"""An API may have something at the first; then the page is at the second alone."""
PAGES = (*_INDEX, f"{swagger.AT}/")
"""What somebody may have a link to."""


def answered(path: str, api: StubApi) -> StubResponse | None:
    """The page, or a file that it needs; None if neither is there."""
    if path in _INDEX:
        return assets.index()
    if path.startswith(assets.AT):
        return assets.asset(path.removeprefix(assets.AT))
    if path == swagger.AT or path.startswith(f"{swagger.AT}/"):
        name = path.removeprefix(swagger.AT).removeprefix("/")
        return swagger.answered(name, api.openapi, api.config.distribution)
    return None
