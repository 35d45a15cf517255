"""The messages about what the API passes over, which is refused where somebody is strict."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import structs

from .messages import add
from .showing import show
from .violations import Found, Violation

_IGNORED = " and will be ignored"
_REFUSED = ", and refused because of strict"


def unknown(name: object, found: Found, names: Collection[str]) -> None:
    path = name if isinstance(name, str) else show(name)  # a dict may have keys of any kind
    from .hints import nearest

    near = nearest(path.rpartition(".")[2], names, found)
    hint = f"; did you mean `{near}`?" if near else ""
    add(found, path, "unknown_argument", f"is not known{_IGNORED}{hint}", "warning")


def many_unknown(name: object, found: Found, rest: int) -> None:
    """`name` is one of `rest` more that are not known."""
    path = name if isinstance(name, str) else show(name)
    message = f"is one of {rest} more that are not known{_IGNORED}"
    add(found, path, "unknown_argument", message, "warning")


def read_only(path: str, found: Found) -> None:
    add(found, path, "readonly", f"is set by the service{_IGNORED}", "warning")


def strictly(violation: Violation) -> Violation:
    """The same where what the API ignores is refused."""
    if violation.rule not in ("unknown_argument", "readonly"):
        return violation
    return structs.replace(violation, message=violation.message.replace(_IGNORED, _REFUSED, 1))
