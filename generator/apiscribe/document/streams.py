"""What is returned item by item, while it comes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, Tag

from apiscribe.document.base import Document, Text, complaint, shaped, told_apart
from apiscribe.document.key_paths import KeyPath
from apiscribe.document.types import MediaTypes, TypeUse

EventName = Annotated[str, shaped(r"[^\r\n\0]+", "the name of an event, on one line")]


class EventMarkDoc(Document):
    """`{event: done}`."""

    event: EventName


class LastItemDoc(Document):
    """`{key: done, is: true}`, `{key: type, is: [finished, failed]}`, `{key: summary}`."""

    key: KeyPath
    equal: StrictBool | Annotated[list[Text], Field(min_length=1)] | Text | None = Field(
        default=None, alias="is"
    )

    @property
    def values(self) -> tuple[str | bool, ...]:
        """What stands under the key, one of these; none of them for whatever stands there."""
        if self.equal is None:
            return ()
        return tuple(self.equal) if isinstance(self.equal, list) else (self.equal,)


def _until_tag(value: object) -> str:
    if not isinstance(value, dict):
        return "data"
    return "item" if "key" in value else "event"


UntilEntry = Annotated[
    Annotated[Text, Tag("@data")]
    | Annotated[EventMarkDoc, Tag("@event")]
    | Annotated[LastItemDoc, Tag("@item")],
    told_apart(_until_tag),
]
"""What says that all has come: the data of an event or its name, or the last item."""


class FailingDoc(Document):
    """`{event: error}`, `{key: error}`, `{key: type, is: ERROR, under: object}`."""

    event: EventName | None = None
    key: KeyPath | None = None
    equal: Text | None = Field(default=None, alias="is")
    under: KeyPath | None = None

    def model_post_init(self, _context: object) -> None:
        if (self.event is None) == (self.key is None):
            message = "what tells a failure is the name of an `event`, or a `key` of the item"
            raise complaint("missing-key", message)
        if self.equal is not None and self.key is None:
            raise complaint("missing-key", "`is` is said of a `key`")


class StreamDoc(Document):
    """`{stream: Chunk, as: events}`."""

    stream: TypeUse
    form: Literal["events", "lines"] = Field(alias="as")
    media_type: MediaTypes | None = None
    whole: Literal[True] | None = None
    until: UntilEntry | None = None
    fails: FailingDoc | None = None
