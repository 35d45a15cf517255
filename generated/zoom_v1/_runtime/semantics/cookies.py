"""What may be in a cookie."""

from __future__ import annotations

from .compiled import compiled


def is_cookie(text: str) -> bool:
    """Whether RFC 6265 has it as a value."""
    return compiled(r"[!#-+\--:<-\[\]-~]*").fullmatch(text) is not None
