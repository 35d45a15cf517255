"""Where an argument travels, and how it is written there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec.structs import replace

from apiscribe.document.arguments import ConstantDoc, ExpandsDoc, IdempotencyDoc, SelectsDoc
from apiscribe.document.style import ArgumentStyleDoc, StyleDoc
from apiscribe.load.source import Place
from apiscribe.model import (
    Argument,
    Characters,
    CjkWords,
    Constant,
    CsvType,
    Expands,
    Ground,
    IdempotencyKey,
    ItemCount,
    KeyCount,
    Length,
    ListType,
    Location,
    MapType,
    ObjectRef,
    Pattern,
    Selects,
    Style,
    TextType,
    TupleType,
    ValueRule,
    ValueType,
    file_in,
)
from apiscribe.problems import Problems
from apiscribe.resolve.origins import Origins
from apiscribe.runtime.semantics.text import IN_A_HEADER

_BETWEEN = {"commas": ",", "blanks": " ", "pipes": "|"}
_PARTS = ("repeat", "brackets", "indexed")
"""How the parts of a form are called that make a list."""


def style_of(*said: StyleDoc | None) -> Style:
    """The style that counts: of several that say a key, the last."""
    keys: dict[str, str] = {}
    for each in said:
        keys |= each.model_dump(exclude_none=True) if each is not None else {}
    if keys.get("lists") == "lines":  # which is said of the body, and of no name in it
        keys["lists"] = "json"
    return Style(**keys)  # type: ignore[arg-type]  # the document has the same words


def in_lines(said: StyleDoc | None) -> bool:
    """Whether it is said of a list that each item is a line of the body."""
    return isinstance(said, ArgumentStyleDoc) and said.lists == "lines"


def is_json(of: ValueType, said: StyleDoc | None) -> bool:
    """Whether it is said of a list or an object that a header has it as JSON."""
    match of:
        case _ if said is None:
            return False
        case ListType() | TupleType():
            return said.lists == "json"
        case ObjectRef() | MapType():
            return said.objects == "json"
        case _:
            return False


def for_parts(of: ValueType, style: Style) -> Style:
    """The style of an argument: several files are several parts, whatever lists are otherwise."""
    if not isinstance(of, ListType) or file_in(of.item) is None or style.lists in _PARTS:
        return style
    return replace(style, lists="indexed" if style.lists == "indexed_last" else "repeat")


def implied(
    of: ValueType, location: Location, style: Style, origins: Origins, *, json: bool
) -> ValueType:
    """The type with what its place asks of it: nothing in a list, header or path is not told."""
    ground = Ground("inferred")
    json = json and not (isinstance(of, ListType) and file_in(of.item))
    as_text = location == "query" or (location == "body" and not json)
    in_json = location == "body" and json
    counted = any(isinstance(rule, ItemCount) and rule.minimum for rule in of.rules)
    if isinstance(of, ListType) and as_text and style.lists != "json" and not counted:
        item = _without(of.item, style.lists, origins)
        return _at_least_one(origins.same(replace(of, item=item), of), origins)
    if isinstance(of, MapType) and as_text and style.objects != "json":
        return with_a_key(of, origins)
    in_ascii = location == "header" and style.texts == "plain"
    if isinstance(of, CsvType) and in_ascii:
        item = implied(of.item, location, style, origins, json=json)
        of = origins.same(replace(of, item=item), of)
    in_one_text = isinstance(of, CsvType) and (of.is_list or location != "body")
    if in_one_text and not in_json and not _has_least(of):
        return _at_least_one(of, origins)
    if isinstance(of, TextType) and in_ascii and not of.rules:
        pattern = origins.note(Pattern(pattern=IN_A_HEADER, ground=ground), origins.place(of))
        return origins.same(replace(of, rules=(pattern,)), of)
    if isinstance(of, TextType) and location == "path" and not any(map(_says_more, of.rules)):
        length = origins.note(Length(minimum=1, ground=ground), origins.place(of))
        return origins.same(replace(of, rules=(*of.rules, length)), of)
    return of


def _says_more(rule: ValueRule) -> bool:
    """Whether a rule says of empty text whether it is one."""
    match rule:
        case Length():
            return rule.minimum is not None
        case Characters() | CjkWords():
            return False
    return True


def _has_least(of: ValueType) -> bool:
    """Whether the spec says how few items there may be, none included."""
    return any(isinstance(rule, ItemCount) and rule.minimum is not None for rule in of.rules)


def _at_least_one(of: ValueType, origins: Origins) -> ValueType:
    """The type with one item at least, which is a rule of its own: it rests on something else."""
    count = ItemCount(minimum=1, maximum=None, ground=Ground("inferred"))
    origins.note(count, origins.place(of))
    kept = (_without_least(rule, origins) for rule in of.rules)
    rules = (*(rule for rule in kept if rule is not None), count)
    return origins.same(replace(of, rules=rules), of)


def with_a_key(of: MapType, origins: Origins) -> MapType:
    """A map of which each key is a name of its own, so that one without keys is not told."""
    if any(isinstance(rule, KeyCount) and rule.minimum for rule in of.rules):
        return of
    count = KeyCount(minimum=1, maximum=None, ground=Ground("inferred"))
    origins.note(count, origins.place(of))
    kept = (rule for rule in of.rules if not isinstance(rule, KeyCount) or rule.maximum is not None)
    return origins.same(replace(of, rules=(*kept, count)), of)


def _without_least(rule: ValueRule, origins: Origins) -> ValueRule | None:
    if not isinstance(rule, ItemCount) or rule.minimum is None:
        return rule
    return origins.same(replace(rule, minimum=None), rule) if rule.maximum is not None else None


def _without(item: ValueType, lists: str, origins: Origins) -> ValueType:
    """An item's type, which does not hold what stands between items."""
    if lists not in _BETWEEN or not isinstance(item, TextType) or item.rules:
        return item
    pattern = Pattern(pattern=f"[^{_BETWEEN[lists]}]+", ground=Ground("inferred"))
    origins.note(pattern, origins.place(item))
    return origins.same(replace(item, rules=(pattern,)), item)


def constants(
    entries: Mapping[str, object], place: Place, otherwise: Location, origins: Origins
) -> dict[str, Constant]:
    """Those of `entries` that are constants."""
    return {
        name: origins.note(
            Constant(
                name=name,
                wire_name=entry.wire_name or name,
                value=entry.constant,
                location=entry.location or otherwise,
                doc=entry.doc,
                optional=entry.optional,
                otherwise=entry.otherwise,
                wrapped=entry.wrapped is None,
            ),
            place / name,
        )
        for name, entry in entries.items()
        if isinstance(entry, ConstantDoc)
    }


def with_keys_of_api(name: str, argument: Argument, problems: Problems, place: Place) -> bool:
    """Whether an argument of the whole API is one that calls take: an idempotency key."""
    if argument.prefix is not None:
        message = "names that begin with a `prefix` are an operation's own; write it there"
        problems.add((place / name / "prefix").key_position, "binding", message)
    if argument.counts is not None:
        message = "what the client counts is an argument of operations; several share it in a group"
        problems.add((place / name / "counts").key_position, "binding", message)
    if argument.selects is not None:
        message = "what says which fields a response has is an argument of operations; several"
        message += " share it in a group"
        problems.add((place / name / "selects").key_position, "binding", message)
    return argument.idempotency_key is not None


def expands_of(given: ExpandsDoc | Literal[True] | None) -> Expands | None:
    """What is said of paths into the response."""
    if not isinstance(given, ExpandsDoc):
        return Expands() if given else None
    return Expands(otherwise=given.otherwise, message=given.message)


def selects_of(given: SelectsDoc | str | Literal[True] | None) -> Selects | None:
    """What is said of the fields that a response has."""
    if isinstance(given, SelectsDoc):
        return Selects(at=given.at or "", always=tuple(given.always))
    return None if given is None else Selects(at=given if isinstance(given, str) else "")


def key_of(given: IdempotencyDoc | Literal[True] | None) -> IdempotencyKey | None:
    """What is said of a key that the service knows already."""
    if not isinstance(given, IdempotencyDoc):
        return IdempotencyKey() if given else None
    return IdempotencyKey(
        seconds=given.seconds,
        per_api=given.per == "api",
        otherwise=given.otherwise,
        replayed=given.replayed,
        failures=given.failures,
    )
