"""What is returned item by item, and what does not go with that."""

from __future__ import annotations

from apiscribe.document.files import OperationDoc
from apiscribe.document.streams import EventMarkDoc, LastItemDoc, StreamDoc
from apiscribe.load.source import Place
from apiscribe.model import FailingItem, Stream
from apiscribe.model.streams import MEDIA_TYPES
from apiscribe.problems import Problems

_RULE = "stream"
_BESIDE = {
    "paging": "what comes item by item has no pages; return a page, or a stream",
    "conditional": "what comes item by item has no version that a caller could know; remove it",
    "unwrap": "items are told as they come; return an object with what stands around as its fields",
    "beside": "items are told as they come; what stands beside is a field of the item's object",
}
"""Keys of an operation that say something of a response that is there as a whole."""


def stream(doc: OperationDoc, place: Place, problems: Problems) -> Stream | None:
    """How what is returned comes item by item, if it does."""
    if not isinstance(doc.returns, StreamDoc):
        return None
    for key, message in _BESIDE.items():
        if key in doc.model_fields_set and getattr(doc, key):
            problems.add((place / key).key_position, _RULE, message)
    said = doc.returns
    place /= "returns"
    if said.form == "lines":
        _refuse_events(said, place, problems)
    until = said.until
    return Stream(
        form=said.form,
        media_types=tuple(said.media_type or (MEDIA_TYPES[said.form],)),
        whole=bool(said.whole),
        until=until if isinstance(until, str) else "",
        until_event=until.event if isinstance(until, EventMarkDoc) else "",
        until_key=until.key if isinstance(until, LastItemDoc) else "",
        until_values=until.values if isinstance(until, LastItemDoc) else (),
        fails=_fails(said),
    )


def _refuse_events(said: StreamDoc, place: Place, problems: Problems) -> None:
    """Lines are JSON and nothing else."""
    if said.whole is not None:
        message = "`whole` is about events, and lines have none; an item is a line"
        problems.add((place / "whole").key_position, _RULE, message)
    if said.until is not None and not isinstance(said.until, LastItemDoc):
        message = "lines have no events; write the `key` by which an item says that it is the last"
        problems.add((place / "until").key_position, _RULE, message)
    if said.fails is not None and said.fails.event is not None:
        message = "lines have no events; write the `key` that tells a failure"
        problems.add((place / "fails" / "event").key_position, _RULE, message)


def _fails(said: StreamDoc) -> FailingItem | None:
    if said.fails is None:
        return None
    return FailingItem(
        event=said.fails.event or "",
        key=said.fails.key or "",
        equal=said.fails.equal,
        under=said.fails.under or "",
    )
