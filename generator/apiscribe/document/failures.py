"""How the API tells that a request failed."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import Field, Tag

from apiscribe.document.base import (
    Code,
    Document,
    Identifier,
    InHeaderDoc,
    PositiveInt,
    Scalar,
    Status,
    Text,
    complaint,
    shaped,
    told_apart,
)
from apiscribe.document.code_places import CodeEntry
from apiscribe.document.json_types import JsonType
from apiscribe.document.key_paths import KeyPath, KeysPath, RowsPath, TextsPath
from apiscribe.problems import quoted
from apiscribe.runtime.semantics.paths import WHOLE

StatusRange = Annotated[
    str, shaped(r"[1-5][0-9][0-9]-[1-5][0-9][0-9]", "a range of HTTP statuses, such as `400-599`")
]


def _statuses_tag(value: object) -> str:
    if isinstance(value, list):
        return "list"
    return "range" if isinstance(value, str) else "status"


Statuses = Annotated[
    Annotated[Status, Tag("@status")]
    | Annotated[StatusRange, Tag("@range")]
    | Annotated[list[Status], Field(min_length=1), Tag("@list")],
    told_apart(_statuses_tag),
]
WaitUnit = Literal[
    "seconds", "milliseconds", "units", "epoch_seconds", "epoch_milliseconds", "rfc3339"
]


class StatusMarkDoc(Document):
    status: Statuses


class KeyMarkDoc(Document):
    """`{key: ok, is: false}`, `{key: code, not: [0]}`, `{key: error, present: true}`."""

    key: KeysPath
    equal: Scalar | None = Field(default=None, alias="is")
    other: list[Scalar] | None = Field(default=None, alias="not", min_length=1)
    present: Literal[True] | None = None

    def model_post_init(self, _context: object) -> None:
        given = (self.equal is not None, self.other is not None, self.present is not None)
        if sum(given) != 1:
            raise complaint(
                "missing-key", f"{quoted(self.key)} needs one of `is`, `not` and `present: true`"
            )


class TextMarkDoc(Document):
    """A body in plain text: `{text: "No."}`."""

    text: Text


def _mark_tag(value: object) -> str:
    return next((k for k in ("status", "text") if isinstance(value, dict) and k in value), "key")


MarkEntry = Annotated[
    Annotated[StatusMarkDoc, Tag("@status")]
    | Annotated[TextMarkDoc, Tag("@text")]
    | Annotated[KeyMarkDoc, Tag("@key")],
    told_apart(_mark_tag),
]


class JoinedDoc(Document):
    """A message that is made of several texts: `{join: [title, detail], by: ": "}`."""

    join: list[TextsPath] = Field(min_length=2)
    by: Annotated[str, Field(min_length=1)]

    def model_post_init(self, _context: object) -> None:
        if "text" in self.join:
            message = "`text` is a whole body in plain text, which has no parts to be joined"
            raise complaint("bad-value", message)
        if WHOLE in self.join:
            message = f"{quoted(WHOLE)} is each text of the whole body, others that are joined too"
            raise complaint("bad-value", f"{message}; name the keys that hold texts (`errors{{}}`)")


def _paths_tag(value: object) -> str:
    return "list" if isinstance(value, list) else "path"


def _message_tag(value: object) -> str:
    return "joined" if isinstance(value, dict) else _paths_tag(value)


def _place_tag(value: object) -> str:
    return "joined" if isinstance(value, dict) else "path"


MessagePlace = Annotated[
    Annotated[TextsPath, Tag("@path")] | Annotated[JoinedDoc, Tag("@joined")],
    told_apart(_place_tag),
]
MessageEntry = Annotated[
    Annotated[TextsPath, Tag("@path")]
    | Annotated[JoinedDoc, Tag("@joined")]
    | Annotated[list[MessagePlace], Field(min_length=1), Tag("@list")],
    told_apart(_message_tag),
]


class RefusalCodesDoc(Document):
    """What an argument that is missing, and what any other refused one, is called."""

    missing: Scalar
    otherwise: Scalar


def _tells_tag(value: object) -> str:
    return "codes" if isinstance(value, dict) else "word"


TellsEntry = Annotated[
    Annotated[Literal["argument", "resource", "message"], Tag("@word")]
    | Annotated[RefusalCodesDoc, Tag("@codes")],
    told_apart(_tells_tag),
]


def _refused_tag(value: object) -> str:
    return "each" if isinstance(value, dict) else "first"


RefusedWord = Literal["argument", "messages", "message_by_argument", "messages_by_argument"]
_TYPES_OF_WORDS = {"argument": "text", "messages": "texts"}
RefusedEntry = Annotated[
    Annotated[RefusedWord, Tag("@first")]
    | Annotated[dict[Text, TellsEntry], Field(min_length=1), Tag("@each")],
    told_apart(_refused_tag),
]


class FailureFieldDoc(Document):
    doc: Text
    type: Literal["text", "integer", "number", "boolean", "any", "texts"]
    key: TextsPath | None = None
    header: Text | None = None
    tells: RefusedEntry | None = None
    under: Text | None = None

    def model_post_init(self, _context: object) -> None:
        if (self.key is None) == (self.header is None):
            raise complaint("missing-key", "a field of an error has either `key` or `header`")
        if self.under is not None and not isinstance(self.tells, dict):
            message = "`under` is of what `tells` says of each argument: a mapping of keys"
            raise complaint("bad-value", message)
        if self.tells is None:
            return
        kind = _TYPES_OF_WORDS.get(self.tells, "any") if isinstance(self.tells, str) else "any"
        if kind == "text" and self.type != kind:
            raise complaint("bad-value", "the name of an argument is a `text`")
        is_plain = self.key == WHOLE or not (self.key or "[]").endswith(("[]", "{}"))
        if kind != "text" and (self.type != kind or not is_plain):
            raise complaint("bad-value", f"what is told of each argument is `{kind}`, at a `key`")


class WaitDoc(Document):
    key: KeyPath | None = None
    header: Text | None = None
    seconds: PositiveInt | None = None
    unit: WaitUnit = Field(default="seconds", alias="as")

    def model_post_init(self, _context: object) -> None:
        if sum(each is not None for each in (self.key, self.header, self.seconds)) != 1:
            message = "a wait is told in either `key` or `header`, or is so many `seconds`"
            raise complaint("missing-key", message)
        if self.seconds is not None and self.unit != "seconds":
            raise complaint("bad-value", "`as` is of what `key` or `header` says")


class FaultDoc(Document):
    """What answers a fault, where a code alone does not say it."""

    code: Code | None = None
    status: Status | None = None
    message: Text | None = None

    def model_post_init(self, _context: object) -> None:
        for name in re.findall(r"\{(\w*)\}", self.message or ""):
            if name != "reason":
                message = f"a fault's message has `{{reason}}`, and no {quoted(f'{{{name}}}')}"
                raise complaint("bad-value", message)


def _one_or_several(value: object) -> str:
    return "list" if isinstance(value, list) else "one"


MarkEntries = Annotated[
    Annotated[MarkEntry, Tag("@one")] | Annotated[list[MarkEntry], Tag("@list")],
    told_apart(_one_or_several),
]
WaitEntries = Annotated[
    Annotated[WaitDoc, Tag("@one")] | Annotated[list[WaitDoc], Tag("@list")],
    told_apart(_one_or_several),
]


def _fault_tag(value: object) -> str:
    return "fault" if isinstance(value, dict) else "code"


FaultEntry = Annotated[
    Annotated[Code, Tag("@code")] | Annotated[FaultDoc, Tag("@fault")], told_apart(_fault_tag)
]


class FaultsDoc(Document):
    """What answers what went wrong before any operation ran."""

    credentials_missing: FaultEntry | None = None
    credentials_refused: FaultEntry | None = None
    arguments_refused: FaultEntry | None = None
    arguments_missing: FaultEntry | None = None
    malformed: FaultEntry | None = None
    too_large: FaultEntry | None = None
    unknown_path: FaultEntry | None = None
    method_not_allowed: FaultEntry | None = None
    media_type_refused: FaultEntry | None = None


class EnvelopeDoc(Document):
    present: KeyPath | None = None
    when: MarkEntries = Field(default_factory=list)
    code: CodeEntry | None = None
    message: MessageEntry | None = None
    status: Status = 400
    status_key: KeyPath | None = None
    media_type: JsonType = "application/json"
    fields: dict[Identifier, FailureFieldDoc] = Field(default_factory=dict)
    wait: WaitEntries = Field(default_factory=list)
    beside: dict[str, Any] = Field(default_factory=dict)
    faults: FaultsDoc = FaultsDoc()

    @property
    def marks(self) -> list[StatusMarkDoc | TextMarkDoc | KeyMarkDoc]:
        return self.when if isinstance(self.when, list) else [self.when]

    @property
    def codes(self) -> list[str | InHeaderDoc]:
        if self.code is None:
            return []
        return list(self.code) if isinstance(self.code, list) else [self.code]

    @property
    def waits(self) -> list[WaitDoc]:
        return self.wait if isinstance(self.wait, list) else [self.wait]


class NamedEnvelopeDoc(EnvelopeDoc):
    """How some operations tell failures: those that name it, or that are sent to a server."""

    servers: list[Identifier] = Field(default_factory=list)


def _values_tag(value: object) -> str:
    return "values" if isinstance(value, list) else "value"


KeyValues = Annotated[
    Annotated[Scalar, Tag("@value")] | Annotated[list[Scalar], Field(min_length=1), Tag("@values")],
    told_apart(_values_tag),
]


class MatchDoc(Document):
    """What tells an error that has no code of its own."""

    status: Statuses | None = None
    code: Code | None = None
    message: Text | None = None
    header: dict[Text, Text] = Field(default_factory=dict)
    keys: dict[RowsPath, KeyValues] = Field(default_factory=dict)

    def model_post_init(self, _context: object) -> None:
        told = (self.status, self.code, self.message)
        if all(each is None for each in told) and not self.header and not self.keys:
            message = "`when` has `status`, `code`, `message`, `header` or `keys`"
            raise complaint("missing-key", message)
