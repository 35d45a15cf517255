"""The files of the page, as responses; their policy lets them use the stub and nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..responses import GUARDS, Header, StubResponse, answer

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

AT = "/_stub/page/"
_KINDS = {
    "css": b"text/css; charset=utf-8",
    "html": b"text/html; charset=utf-8",
    "js": b"text/javascript; charset=utf-8",
    "svg": b"image/svg+xml",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for"
    " 'script'"
)


def headers(policy: str = _POLICY) -> tuple[Header, ...]:
    """What a browser is told of a page of the stub's."""
    return (
        (b"content-security-policy", policy.encode()),
        (b"cross-origin-opener-policy", b"same-origin"),
        *GUARDS,
        (b"cache-control", b"no-cache"),
    )


@cache
def index() -> StubResponse:
    """The page itself."""
    return _read("index.html")


@cache
def asset(name: str) -> StubResponse | None:
    """A file that the page needs; None if there is none of that name."""
    return _read(name) if name in _names() else None


@cache
def _names() -> frozenset[str]:
    # Looked up, and not opened by a name that somebody sent.
    return frozenset(each.name for each in _folder().iterdir())


def _read(name: str) -> StubResponse:
    kind = _KINDS[name.rpartition(".")[2]]
    return answer(_folder().joinpath(name).read_bytes(), kind, headers=headers())


def _folder() -> Traversable:
    from importlib.resources import files  # who never looks at the page does without it

    return files(__package__).joinpath("files")
