"""What the header `Prefer` asks of the stub, beside what it may ask of the API."""

from __future__ import annotations

from collections.abc import Container

from ..semantics.compiled import compiled
from .responses import RequestRefused

_BETWEEN = r"[,;]"
_CODE = r"\s*code\s*=\s*\"?([^\s\";,]+)\"?\s*"
_EXAMPLE = r"\s*example\s*(=.*)?"


class Preference:
    """What the header `Prefer` asks for on one request."""

    def __init__(
        self, header: bytes, codes: dict[str, int | str], statuses: Container[int] = ()
    ) -> None:
        self.example = False
        self.status: int | None = None
        """One of several with which the operation succeeds."""
        self.code: int | str | None = None
        for part in compiled(_BETWEEN).split(header.decode("latin-1")):
            if compiled(_EXAMPLE).fullmatch(part):
                self.example = True
                continue
            match = compiled(_CODE).fullmatch(part)
            if match is None:
                continue  # RFC 7240: what is not known is ignored
            if match[1].isdecimal() and int(match[1]) in statuses:
                self.status = int(match[1])
                continue
            if match[1] not in codes:
                message = f"Prefer: there is no error {match[1]} in this API"
                raise RequestRefused("malformed", message, status=400)
            self.code = codes[match[1]]


def without_preferences(header: str) -> str:
    """What is left for the API: `return=minimal` of `code=202, return=minimal`."""
    parts = compiled(_BETWEEN).split(header)
    ours = [part for part in parts if compiled(f"{_CODE}|{_EXAMPLE}").fullmatch(part)]
    return ",".join(part.strip() for part in parts if part not in ours) if ours else header
