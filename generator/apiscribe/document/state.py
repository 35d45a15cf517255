"""`state/*.yaml`: what the service remembers, and what each operation does to it.

What is computed may be written in many ways, so it is `Any` here and read in `resolve/state`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, Tag

from apiscribe.document.base import Code, Document, PascalName, Scalar, SnakeName, Text, told_apart
from apiscribe.document.key_paths import KeysPath

Computed = Annotated[Any, Field()]
FieldName = Annotated[str, Field(min_length=1)]
Where = dict[FieldName, Any]


class RefusalDoc(Document):
    error: Code
    message: Text | None = None
    values: dict[FieldName, Any] = Field(default_factory=dict, alias="with")


def _refusal_tag(value: object) -> str:
    return "refusal" if isinstance(value, dict) else "code"


RefusalEntry = Annotated[
    Annotated[Code, Tag("@code")] | Annotated[RefusalDoc, Tag("@refusal")],
    told_apart(_refusal_tag),
]


class FindDoc(Document):
    find: SnakeName
    bound: SnakeName | None = Field(default=None, alias="as")
    where: Where
    order: Text | None = None
    otherwise: RefusalEntry | None = None


class RequireDoc(Document):
    require: dict[Text, Any] = Field(min_length=1)
    otherwise: RefusalEntry


class CreateDoc(Document):
    create: SnakeName
    bound: SnakeName | None = Field(default=None, alias="as")
    of: Text | None = None
    values: dict[FieldName, Any] = Field(default_factory=dict, alias="set")
    leave_out: list[FieldName] = Field(default_factory=list, alias="except")
    arguments: bool = True


class ChangeDoc(Document):
    change: Text
    of: Text | None = None
    values: dict[FieldName, Any] = Field(default_factory=dict, alias="set")
    leave_out: list[FieldName] = Field(default_factory=list, alias="except")
    arguments: bool = True


class RemoveDoc(Document):
    remove: Text


class TransitionStepDoc(Document):
    transition: Text
    to: SnakeName = Field(alias="do")
    otherwise: RefusalEntry | None = None


class ForEachDoc(Document):
    for_each: Any
    bound: SnakeName = Field(alias="as")
    where: Where | None = None
    order: Text | None = None
    steps: list[StepEntry] = Field(alias="do", min_length=1)


class RepeatDoc(Document):
    repeat: Any
    bound: SnakeName = Field(default="time", alias="as")
    steps: list[StepEntry] = Field(alias="do", min_length=1)


class AtDoc(Document):
    at: Any
    steps: list[StepEntry] = Field(alias="do", min_length=1)


class WhenDoc(Document):
    when: dict[Text, Any] = Field(min_length=1)
    then: list[StepEntry] = Field(min_length=1)
    otherwise: list[StepEntry] = Field(default_factory=list, alias="else")


class LetDoc(Document):
    let: dict[SnakeName, Any] = Field(min_length=1)


class EmitDoc(Document):
    emit: SnakeName
    of: Text | None = None
    values: dict[FieldName, Any] = Field(default_factory=dict, alias="with")


class RespondDoc(Document):
    respond: Any
    head: Any = None
    values: dict[FieldName, Any] = Field(default_factory=dict, alias="with")
    status: int | None = None
    identifiers: Literal["text", "number"] = "text"


class ChosenOrderDoc(Document):
    """An order that whoever asks has chosen."""

    choose: Any
    cases: dict[Text, Text] = Field(min_length=1)
    otherwise: Text | None = None


def _order_tag(value: object) -> str:
    return "chosen" if isinstance(value, dict) else "field"


OrderEntry = Annotated[
    Annotated[Text, Tag("@field")] | Annotated[ChosenOrderDoc, Tag("@chosen")],
    told_apart(_order_tag),
]


class PageDoc(Document):
    page: Any
    bound: SnakeName | None = Field(default=None, alias="as")
    where: Where | None = None
    order: OrderEntry | None = None
    values: dict[FieldName, Any] = Field(default_factory=dict, alias="with")
    around: dict[FieldName, Any] = Field(default_factory=dict)
    last: dict[FieldName, Any] = Field(default_factory=dict)
    items: FieldName | None = None
    otherwise: RefusalEntry | None = None
    part: int | None = None
    identifiers: Literal["text", "number"] = "text"


class ResumeDoc(Document):
    resume: Text
    otherwise: RefusalEntry


class FailDoc(Document):
    fail: RefusalEntry
    keep: bool = False


class DoDoc(Document):
    do: SnakeName
    values: dict[SnakeName, Any] = Field(default_factory=dict, alias="with")


VERBS = (
    "find",
    "require",
    "create",
    "change",
    "remove",
    "transition",
    "for_each",
    "repeat",
    "at",
    "when",
    "let",
    "emit",
    "respond",
    "page",
    "resume",
    "fail",
    "do",
)
"""A step is told by the first of these that it has; others have a `do` of their own."""


def _step_tag(value: object) -> str:
    if isinstance(value, dict):
        return next((verb for verb in VERBS if verb in value), "step")
    return "step"


StepEntry = Annotated[
    Annotated[FindDoc, Tag("@find")]
    | Annotated[RequireDoc, Tag("@require")]
    | Annotated[CreateDoc, Tag("@create")]
    | Annotated[ChangeDoc, Tag("@change")]
    | Annotated[RemoveDoc, Tag("@remove")]
    | Annotated[TransitionStepDoc, Tag("@transition")]
    | Annotated[ForEachDoc, Tag("@for_each")]
    | Annotated[RepeatDoc, Tag("@repeat")]
    | Annotated[AtDoc, Tag("@at")]
    | Annotated[WhenDoc, Tag("@when")]
    | Annotated[LetDoc, Tag("@let")]
    | Annotated[EmitDoc, Tag("@emit")]
    | Annotated[RespondDoc, Tag("@respond")]
    | Annotated[PageDoc, Tag("@page")]
    | Annotated[ResumeDoc, Tag("@resume")]
    | Annotated[FailDoc, Tag("@fail")]
    | Annotated[DoDoc, Tag("@do")],
    told_apart(_step_tag),
]


class LinkDoc(Document):
    """What a field that names another record means for this one."""

    entity: SnakeName
    removed: Literal["remove", "keep", "clear", "refuse"] = Field(
        default="keep", alias="when_removed"
    )
    many: bool = False
    otherwise: RefusalEntry | None = None


class StatesDoc(Document):
    field: FieldName
    values: dict[SnakeName, Scalar] = Field(min_length=1)


class TransitionDoc(Document):
    doc: Text
    sources: list[SnakeName] = Field(default_factory=list, alias="from")
    target: SnakeName | None = Field(default=None, alias="to")
    arguments: dict[SnakeName, Any] = Field(default_factory=dict)
    due: FieldName | None = None
    steps: list[StepEntry] = Field(default_factory=list, alias="do")


def _about_tag(value: object) -> str:
    return "keys" if isinstance(value, list) else "key"


AboutEntry = Annotated[
    Annotated[KeysPath, Tag("@key")] | Annotated[list[KeysPath], Field(min_length=1), Tag("@keys")],
    told_apart(_about_tag),
]


class SubscribesDoc(Document):
    """A record that says who is told of events."""

    url: FieldName
    events: FieldName | None = None
    every: Text | None = Field(default=None, alias="all")
    secret: FieldName | None = None
    about: dict[FieldName, AboutEntry] = Field(default_factory=dict)
    where: Where = Field(default_factory=dict)


class EntityDoc(Document):
    doc: Text
    key: FieldName
    shape: PascalName | None = None
    fields: dict[FieldName, Any] = Field(default_factory=dict)
    known_by: list[FieldName] = Field(default_factory=list)
    ignore_case: list[FieldName] = Field(default_factory=list)
    unique: dict[Text, RefusalEntry] = Field(default_factory=dict)
    belongs_to: dict[FieldName, LinkDoc] = Field(default_factory=dict)
    states: StatesDoc | None = None
    transitions: dict[SnakeName, TransitionDoc] = Field(default_factory=dict)
    sensitive: list[FieldName] = Field(default_factory=list)
    subscribes: SubscribesDoc | None = None
    undelivered: FieldName | None = None


class SharedStepsDoc(Document):
    """Steps that several operations and transitions do."""

    doc: Text
    takes: list[SnakeName] = Field(default_factory=list)
    steps: list[StepEntry] = Field(alias="do", min_length=1)


class StateDoc(Document):
    """`state/*.yaml`."""

    steps: dict[SnakeName, SharedStepsDoc] = Field(default_factory=dict)
    entities: dict[SnakeName, EntityDoc] = Field(default_factory=dict)
    operations: dict[Text, list[StepEntry]] = Field(default_factory=dict)
    populate: list[StepEntry] = Field(default_factory=list)


ForEachDoc.model_rebuild()
RepeatDoc.model_rebuild()
AtDoc.model_rebuild()
WhenDoc.model_rebuild()
TransitionDoc.model_rebuild()
EntityDoc.model_rebuild()
SharedStepsDoc.model_rebuild()
StateDoc.model_rebuild()
