"""Media types: whether one is among those that are documented, and which one to send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .compiled import compiled

ANY = "application/octet-stream"
"""What says nothing of the content."""
_WEIGHT = r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?"
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


def chosen(header: str, documented: Sequence[str]) -> str | None:
    """The documented kind of content that a header `Accept` asks for; None if it takes none.

    What is wanted more (`q`) goes before, and of the rest what the header names first.
    """
    wanted = sorted(_ranges(header), key=lambda each: -each[1])
    refused = {name for name, weight in wanted if not weight}
    for name, weight in wanted:
        for each in (*documented, preferred(documented)) if weight else ():
            if "*" not in each and is_among(each, (name,)) and essence(each) not in refused:
                return each
    return None if wanted else preferred(documented)


def _ranges(header: str) -> Iterator[tuple[str, float]]:
    """The kinds that a header `Accept` names, and how much each is wanted."""
    for each in header.split(","):
        name, *parameters = (part.strip().lower() for part in each.split(";"))
        told = (part[2:] for part in parameters if part.startswith("q="))
        weight = next(told, "1")
        if name:
            yield name, float(weight) if compiled(_WEIGHT).fullmatch(weight) else 1.0


def guessed(filename: str | None, documented: Sequence[str]) -> str:
    """What a file's name says, if that is documented; otherwise the preferred one."""
    if filename is None or (len(documented) == 1 and "*" not in documented[0]):
        return preferred(documented)
    from mimetypes import guess_type

    found, packed = guess_type(filename)
    if found is None or packed is not None or not is_among(found, documented):
        return preferred(documented)
    return found
