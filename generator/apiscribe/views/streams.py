"""Responses that come item by item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from apiscribe.model import (
    Api,
    ListType,
    ObjectRef,
    Operation,
    TextType,
    UnionType,
    ValueType,
    arms,
)
from apiscribe.model.streams import DATA_KEY
from apiscribe.views import nouns
from apiscribe.views.text import literal

DataKind = Literal["json", "text", "none", "any"]


class Held(Struct, frozen=True):
    """What the data of events is."""

    usual: DataKind
    by_event: Mapping[str, DataKind]


def item_of(operation: Operation) -> ValueType:
    assert isinstance(operation.returns, ListType), "what comes item by item is a list"
    return operation.returns.item


def held(api: Api, operation: Operation) -> Held:
    """What the data of each event is; `any` is JSON if it can be, and else a text."""
    of = item_of(operation)
    assert operation.stream is not None, "who asks has looked"
    if operation.stream.form == "lines":
        return Held("json", {})
    if not operation.stream.whole:
        return Held(_kind(of), {})
    if isinstance(of, ObjectRef):
        return Held(_of_event(api, of), {})
    found: dict[str, DataKind] = {}
    assert isinstance(of, UnionType), "the checks have looked"
    for member, arm in zip(of.members, arms(api.objects, of).members, strict=True):
        assert isinstance(member.type, ObjectRef), "the checks have looked"
        found |= dict.fromkeys(map(str, arm.tags), _of_event(api, member.type))
    return Held("any", found)


def _of_event(api: Api, of: ObjectRef) -> DataKind:
    fields = api.objects[of.object].fields
    data = next((each.type for each in fields if each.wire_name == DATA_KEY), None)
    return "none" if data is None else _kind(data)


def _kind(of: ValueType) -> DataKind:
    return "text" if isinstance(of, TextType) and not of.nullable else "json"


def expression(api: Api, operation: Operation) -> str | None:
    """What the runtime knows of it; None if the operation has none."""
    said = operation.stream
    if said is None:
        return None
    data, fails = held(api, operation), said.fails
    parts: dict[str, object] = {
        "form": said.form,
        "media_types": said.media_types,
        "whole": said.whole,
        "data": "" if data.usual == "json" else data.usual,
        "data_of": dict(data.by_event),
        "until": said.until,
        "until_event": said.until_event,
        "until_key": said.until_key,
        "until_values": said.until_values,
    }
    if fails is not None:
        parts |= {
            "fails_event": fails.event,
            "fails_key": fails.key,
            "fails_equal": fails.equal,
            "fails_under": fails.under,
        }
    told = (f"{name}={literal(value)}" for name, value in parts.items() if value)
    return f"ItemFormat({', '.join(told)})"


def returned(api: Api, operation: Operation) -> str:
    """What is said of what a method returns."""
    said = f"Items, each yielded when it comes: {nouns.noun(api, item_of(operation))}. Nothing is"
    said += " sent before the first is asked for. Close it to read no more, or use it as a context"
    return f"{said} manager. `timeout` is the time between two pieces of what comes."
