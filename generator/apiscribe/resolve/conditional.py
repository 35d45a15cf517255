"""Conditional requests: the arguments that an operation has of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.model import PLAIN_STYLE, Argument, DateType, TextType
from apiscribe.problems import Problems, quoted
from apiscribe.resolve import bindings
from apiscribe.resolve.origins import Origins
from apiscribe.runtime.semantics.conditions import OF_READS, OF_WRITES

_DOCS = {
    "if_none_match": "Answer only if it has another `ETag` than this",
    "if_modified_since": "Answer only if it was changed after this",
    "if_match": "Do it only if what is there has this `ETag`",
    "if_unmodified_since": "Do it only if what is there was not changed after this",
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
        name, header = (OF_READS if doc.effect == "read" else OF_WRITES)[each]
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
            doc=_DOCS[name],
            location="header",
            written=header,
        )
        yield origins.note(argument, here)
