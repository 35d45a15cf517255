"""Conditional requests: the arguments that an operation has of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.model import PLAIN_STYLE, Argument, DateType, TextType
from apiscribe.problems import Problems, quoted
from apiscribe.resolve import bindings
from apiscribe.resolve.origins import Origins

_OF_READS = {
    "etag": ("if_none_match", "If-None-Match", "Answer only if it has another `ETag` than this"),
    "last_modified": (
        "if_modified_since",
        "If-Modified-Since",
        "Answer only if it was changed after this",
    ),
}
_OF_WRITES = {
    "etag": ("if_match", "If-Match", "Do it only if what is there has this `ETag`"),
    "last_modified": (
        "if_unmodified_since",
        "If-Unmodified-Since",
        "Do it only if what is there was not changed after this",
    ),
}


def arguments(
    doc: OperationDoc,
    others: Iterable[Argument],
    place: Place,
    origins: Origins,
    problems: Problems,
) -> Iterator[Argument]:
    """What callers say that they know already; each is a header."""
    taken = {each.name for each in others}
    for index, each in enumerate(doc.conditional):
        name, header, what = (_OF_READS if doc.effect == "read" else _OF_WRITES)[each]
        here = place / "conditional" / index
        if name in taken:
            message = f"{quoted(each)} makes an argument {quoted(name)}, which is there already"
            problems.add(here.position, "duplicate-name", message)
            continue
        of = TextType() if each == "etag" else DateType(formats=("http_date",))
        placed = bindings.implied(
            origins.note(of, here), "header", PLAIN_STYLE, origins, json=False
        )
        argument = Argument(
            name=name,
            type=placed,
            required=False,
            doc=what,
            location="header",
            written=header,
        )
        yield origins.note(argument, here)
