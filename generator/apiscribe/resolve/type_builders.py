"""The kinds of types: which keys go with each, and what they become in the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from apiscribe.model import (
    AnyType,
    BooleanType,
    BytesType,
    CsvType,
    DateType,
    DecimalType,
    DigitsType,
    DurationType,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    TextType,
    TupleType,
    UnionMember,
    UnionType,
    ValueRule,
    ValueType,
)
from apiscribe.resolve.attributes import Attribute, Attributes
from apiscribe.runtime.semantics import base64_text, commas, dates, durations

_BOUNDS = {"minimum", "maximum", "exclusive_minimum", "exclusive_maximum", "multiple_of"}
_ITEMS = {"min_items", "max_items", "unique"}

SUITABLE: Mapping[str, set[str]] = {
    "text": {
        "choices",
        "closed",
        "member_of",
        "characters",
        "pattern",
        "min_length",
        "max_length",
        "min_bytes",
        "max_bytes",
        "max_chinese_words",
        "email",
        "media_type",
    },
    "integer": {"in_json", "choices", "closed", *_BOUNDS},
    "number": _BOUNDS,
    "decimal": {"in_json", "min_decimals", "max_decimals", *_BOUNDS},
    "boolean": {"words", "any_case"},
    "bytes": {"formats", "max_bytes"},
    "identifier": set(),
    "digits": {"length"},
    "date": {"formats", "blank", "in_json"},
    "duration": {"formats", "in_json", "minimum", "maximum"},
    "csv": {"of", *_ITEMS},
    "separated": {"of", "by", *_ITEMS},
    "list": {"of", "single", *_ITEMS},
    "tuple": {"parts"},
    "map": {"of", "keys", "min_keys", "max_keys"},
    "union": {"members", "by", "closed"},
    "file": {"media_type", "extensions", "magic", "max_bytes"},
    "any": set(),
    "object": set(),
}
"""Keys that go with a kind, besides `type` and `nullable`."""

FORMATS: Mapping[str, tuple[str, ...]] = {
    "date": dates.NAMED,
    "duration": durations.FORMATS,
    "bytes": base64_text.FORMATS,
}
"""The named formats of each kind that has any."""

KEYS: Mapping[str, str] = {"member_of": "list", "in_json": "json"}
"""How a key is written, where the documents call it otherwise."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "digits": ("length",),
    "date": ("formats",),
    "duration": ("formats",),
    "bytes": ("formats",),
    "csv": ("of",),
    "separated": ("of", "by"),
    "tuple": ("parts",),
    "list": ("of",),
    "map": ("of",),
    "union": ("members",),
}


def foreign_formats(kind: str, formats: list[str]) -> list[str]:
    """Those that are of another kind; words of a format are of dates."""
    own = [*FORMATS[kind], *(filter(dates.is_words, formats) if kind == "date" else ())]
    return [form for form in formats if form not in own]


_Rules = tuple[ValueRule, ...]
_Item = Callable[[Attribute], ValueType]
"""Resolves what `of` says."""


def _text(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    kinds = tuple(attributes.value("media_type", ()))
    return TextType(rules=rules, nullable=nullable, media_types=kinds)


def _integer(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    in_text, either = _in_json(attributes)
    return IntegerType(rules=rules, nullable=nullable, in_text=in_text, either=either)


def _in_json(attributes: Attributes, otherwise: str = "number") -> tuple[bool, bool]:
    """Whether what is a number has JSON as text, and whether the service takes both."""
    said = attributes.value("in_json") or [otherwise]
    return said[0] == "text", len(set(said)) > 1


def _digits(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    return DigitsType(rules=rules, nullable=nullable, length=attributes.value("length"))


def _date(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    in_text, either = _in_json(attributes)
    return DateType(
        rules=rules,
        nullable=nullable,
        formats=tuple(attributes.value("formats")),
        blank=bool(attributes.value("blank")),
        in_text=in_text,
        either=either,
    )


def _duration(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    formats = tuple(attributes.value("formats"))
    in_text, either = _in_json(attributes)
    return DurationType(
        rules=rules, nullable=nullable, formats=formats, in_text=in_text, either=either
    )


def _decimal(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    in_text, either = _in_json(attributes, "text")
    in_json: Literal["text", "number"] = "text" if in_text else "number"
    return DecimalType(rules=rules, nullable=nullable, in_json=in_json, either=either)


def _boolean(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    said = attributes.value("words")
    words = None if said is None else tuple(sorted(said, key=said.get, reverse=True))
    any_case = bool(attributes.value("any_case"))
    return BooleanType(rules=rules, nullable=nullable, words=words, any_case=any_case)


def _bytes(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    return BytesType(rules=rules, nullable=nullable, form=attributes.value("formats")[0])


def _separated(attributes: Attributes, rules: _Rules, nullable: bool, item: _Item) -> ValueType:
    return CsvType(
        rules=rules,
        nullable=nullable,
        item=item(attributes["of"]),
        separator=commas.SEPARATORS[attributes.value("by")],
        is_list=True,
    )


def _tuple(attributes: Attributes, rules: _Rules, nullable: bool, item: _Item) -> ValueType:
    written = attributes["parts"]
    parts = (
        item(Attribute(each, written.place / at, written.ground))
        for at, each in enumerate(written.value)
    )
    return TupleType(rules=rules, nullable=nullable, parts=tuple(parts))


def _csv(attributes: Attributes, rules: _Rules, nullable: bool, item: _Item) -> ValueType:
    return CsvType(rules=rules, nullable=nullable, item=item(attributes["of"]))


def _list(attributes: Attributes, rules: _Rules, nullable: bool, item: _Item) -> ValueType:
    single = bool(attributes.value("single"))
    return ListType(rules=rules, nullable=nullable, item=item(attributes["of"]), single=single)


def _map(attributes: Attributes, rules: _Rules, nullable: bool, item: _Item) -> ValueType:
    key = item(attributes["keys"]) if "keys" in attributes else None
    return MapType(rules=rules, nullable=nullable, value=item(attributes["of"]), key=key)


def _union(attributes: Attributes, rules: _Rules, nullable: bool, item: _Item) -> ValueType:
    written = attributes["members"]
    listed = not isinstance(written.value, dict)
    entries = enumerate(written.value) if listed else written.value.items()
    tags: dict[ValueType, tuple[str | int, ...]] = {}
    for key, doc in entries:
        member = item(Attribute(doc, written.place / key, written.ground))
        tags[member] = tags.get(member, ()) + (() if listed else (key,))
    return UnionType(
        rules=rules,
        nullable=nullable,
        members=tuple(UnionMember(type=each, tags=found) for each, found in tags.items()),
        by=attributes.value("by"),
        # Only a request has a file: nothing is added there that callers do not know.
        closed=bool(attributes.value("closed")) or any(isinstance(m, FileType) for m in tags),
    )


def _file(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    return FileType(
        rules=rules,
        nullable=nullable,
        media_types=tuple(attributes.value("media_type", ())),
        extensions=tuple(attributes.value("extensions", ())),
        magic=bytes.fromhex(attributes.value("magic", "")),
    )


def _object(attributes: Attributes, rules: _Rules, nullable: bool, _: _Item) -> ValueType:
    return ObjectRef(rules=rules, nullable=nullable, object=attributes.value("type"))


_Builder = Callable[[Attributes, _Rules, bool, _Item], ValueType]

BUILDERS: Mapping[str, _Builder] = {
    "text": _text,
    "integer": _integer,
    "number": lambda _, rules, nullable, __: NumberType(rules=rules, nullable=nullable),
    "decimal": _decimal,
    "boolean": _boolean,
    "bytes": _bytes,
    "identifier": lambda _, rules, nullable, __: IdentifierType(rules=rules, nullable=nullable),
    "any": lambda _, rules, nullable, __: AnyType(rules=rules, nullable=nullable),
    "digits": _digits,
    "date": _date,
    "duration": _duration,
    "csv": _csv,
    "separated": _separated,
    "tuple": _tuple,
    "list": _list,
    "map": _map,
    "union": _union,
    "file": _file,
    "object": _object,
}
