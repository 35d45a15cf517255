"""What a call may choose for itself, beside the arguments of its operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from msgspec import UnsetType
from urllib3 import Retry


class RequestOptions(TypedDict, total=False):
    """What every method takes. Clients' `with_options` has more."""

    timeout: float | UnsetType | None
    """Seconds that one sending may take, answer included; None for no limit."""
    retries: int | Retry | UnsetType
    """How often the call is sent again where that is safe."""
    extra_headers: Mapping[str, str]
    """Headers to send beside those of the client."""


def take_options(operation_id: str, method_locals: dict[str, object]) -> RequestOptions:
    """The options out of a method's `locals()`, where no argument of the API is left in them.

    Raises:
        TypeError: the method was called with an argument that neither the API nor the client has.
    """
    options = method_locals.pop("options", None)
    if not options:
        return {}
    assert isinstance(options, dict)
    for name in options:
        if name not in RequestOptions.__annotations__:
            raise TypeError(f"{operation_id}() got an unexpected keyword argument {name!r}")
    return options  # type: ignore[return-value] # as was just looked at
