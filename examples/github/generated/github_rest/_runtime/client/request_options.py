"""What a call may choose for itself, beside the arguments of its operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypedDict

from msgspec import UnsetType
from urllib3 import Retry

from ..operation import WITH_FILES

if TYPE_CHECKING:
    from ..encoding.files import Progress
    from ..operation import Operation


class RequestOptions(TypedDict, total=False):
    """What every method takes. Clients' `with_options` has more."""

    timeout: float | UnsetType | None
    """Seconds that one sending may take, answer included; None for no limit."""
    retries: int | Retry | UnsetType
    """How often the call is sent again where that is safe."""
    extra_headers: Mapping[str, str]
    """Headers to send beside those of the client."""


class UploadOptions(RequestOptions, total=False):
    """What every method takes that sends files."""

    progress: Progress | None
    """Called with how many bytes of the body have been sent, and how many there will be, or None if
    that is not known. It begins anew where the request is sent again. What it raises ends the call.
    """


def checked(operation: Operation, options: Mapping[str, object]) -> RequestOptions:
    """The options of a call, where no argument of the API is left among them.

    Raises:
        TypeError: the method was called with an argument that neither the API nor the client has.
    """
    kind = UploadOptions if operation.encoding in WITH_FILES else RequestOptions
    for name in options:
        if name not in kind.__annotations__:
            raise TypeError(f"{operation.id}() got an unexpected keyword argument {name!r}")
    return options  # type: ignore[return-value] # as was just looked at
