"""Media types: whether one is among those that are documented, and which one to send."""

from __future__ import annotations

from collections.abc import Sequence

from .compiled import compiled

ANY = "application/octet-stream"
"""What says nothing of the content."""
_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_WELL_FORMED = rf'{_TOKEN}/{_TOKEN}(?: ?; ?{_TOKEN}=(?:{_TOKEN}|"[ !#-\[\]-~]*"))*'


def is_media_type(text: object) -> bool:
    """Whether it is one, perhaps with parameters."""
    return isinstance(text, str) and compiled(_WELL_FORMED).fullmatch(text) is not None


def essence(media_type: str) -> str:
    """Without parameters, and in lower case."""
    return media_type.partition(";")[0].strip().lower()


def accepted(header: str) -> list[str]:
    """The kinds that a header `Accept` names, each as it is and without parameters."""
    kinds = [each.strip() for each in header.split(",")]
    return [name for each in kinds for name in (each, essence(each))]


def is_among(media_type: str, documented: Sequence[str]) -> bool:
    """Whether it is one of those, among which `image/*` stands for many; all are if none is."""
    given = essence(media_type)
    family = f"{given.partition('/')[0]}/*"
    return not documented or any(
        each in ("*/*", family, given) for each in map(essence, documented)
    )


def preferred(documented: Sequence[str]) -> str:
    """The first that names one kind of content."""
    return next((each for each in documented if "*" not in each), ANY)


def guessed(filename: str | None, documented: Sequence[str]) -> str:
    """What a file's name says, if that is documented; otherwise the preferred one."""
    if filename is None or (len(documented) == 1 and "*" not in documented[0]):
        return preferred(documented)
    from mimetypes import guess_type

    found, packed = guess_type(filename)
    if found is None or packed is not None or not is_among(found, documented):
        return preferred(documented)
    return found
