"""What a type or a rule says in English, for docstrings, documentation and messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from apiscribe.model import (
    AnyType,
    Api,
    AppliesWhen,
    Argument,
    ArgumentRule,
    BooleanType,
    Characters,
    Choices,
    CjkWords,
    Clause,
    CsvType,
    DateType,
    DigitsType,
    Email,
    Exclusive,
    Field,
    FileType,
    IdentifierType,
    IgnoredWhen,
    IntegerType,
    ItemCount,
    Length,
    Limit,
    ListType,
    MapType,
    MemberOf,
    MemberOfWhen,
    NumberType,
    ObjectRef,
    ObjectType,
    OneOfRequired,
    Operation,
    Ordered,
    Pattern,
    Range,
    RangeWhen,
    RequiredWhen,
    TextType,
    UniqueItems,
    ValueRule,
    ValueType,
)
from apiscribe.runtime.semantics.dates import SAMPLES
from apiscribe.views.text import listed, sentence

_SPANS = {1: "a second", 60: "a minute", 3600: "an hour", 86400: "a day"}


Members = Mapping[str, ValueType]
"""The arguments or fields that a rule is about, and their types."""


def members(owner: Operation | ObjectType) -> Members:
    if isinstance(owner, Operation):
        return {each.name: each.type for each in owner.arguments}
    return {each.wire_name: each.type for each in owner.fields}


def argument(api: Api, given: Argument | Field) -> str:
    """What an argument is for, what it may be and what it is by default."""
    parts = [sentence(given.doc), *type_limits(api, given.type)]
    if given.default is not None:
        parts.append(f"Default: {wire_text(given.default)}.")
    if isinstance(given, Argument) and given.deprecated:
        parts.append("Deprecated.")
    return " ".join(parts)


def wire_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def type_limits(api: Api, of: ValueType) -> list[str]:
    """The sentences about what a value of the type may be."""
    return [*_kind(api, of), *(value_rule(api, rule) for rule in of.rules)]


def _kind(api: Api, of: ValueType) -> list[str]:
    match of:
        case DigitsType():
            return [f"Exactly {of.length} digits."]
        case DateType():
            samples = list(dict.fromkeys(SAMPLES[form] for form in of.formats))
            return [f"Such as {listed(samples)}."]
        case CsvType():
            return ["Sent separated by commas.", *_each(api, of.item)]
        case ListType():
            return _each(api, of.item)
        case MapType():
            return _each(api, of.value)
        case FileType():
            most = [f"At most {of.max_bytes:,} bytes."] if of.max_bytes is not None else []
            return [f"A file in {of.media_type}, as path, bytes or open file.", *most]
        case ObjectRef():
            shorthand = api.objects[of.object].shorthand
            return [f"Its `{shorthand}` alone may stand for it."] if shorthand else []
        case (
            TextType() | IntegerType() | NumberType() | BooleanType() | IdentifierType() | AnyType()
        ):
            return []
        case _:
            assert_never(of)


def _each(api: Api, item: ValueType) -> list[str]:
    limits = type_limits(api, item)
    return [f"Each: {limit[:1].lower()}{limit[1:]}" for limit in limits]


def value_rule(api: Api, rule: ValueRule) -> str:
    match rule:
        case Choices():
            shown = (f"{c.value} ({c.doc})" if c.doc else f"{c.value}" for c in rule.choices)
            return f"One of {listed(shown)}."
        case MemberOf():
            size = len(api.lists[rule.list].values)
            return f"An id of the list of {list_title(api, rule.list)} ({size})."
        case Characters():
            return f"Only the characters [{rule.allowed}]."
        case Pattern():
            return f"Matches {rule.pattern}."
        case Length():
            if (rule.minimum, rule.maximum) == (1, None):
                return "Not empty."
            return f"{_bounds(rule.minimum, rule.maximum)} characters."
        case CjkWords():
            return f"At most {rule.maximum} Chinese words."
        case Range():
            return f"{_bounds(rule.minimum, rule.maximum)}."
        case ItemCount():
            if (rule.minimum, rule.maximum) == (1, None):
                return "At least one."
            return f"{_bounds(rule.minimum, rule.maximum)} items."
        case UniqueItems():
            return f"No `{rule.by}` twice." if rule.by else "No item twice."
        case Email():
            return "An e-mail address."
        case _:
            assert_never(rule)


def argument_rule(api: Api, members: Members, rule: ArgumentRule) -> str:
    """What a rule between arguments says, as one sentence."""
    match rule:
        case OneOfRequired():
            said = f"One of {_names(rule.arguments, 'and')} is required"
        case RequiredWhen():
            said = f"`{rule.argument}` is required when {condition(members, rule.when)}"
        case IgnoredWhen():
            said = f"`{rule.argument}` has no effect when {condition(members, rule.when)}"
        case AppliesWhen():
            said = f"`{rule.argument}` has an effect only when {condition(members, rule.when)}"
        case MemberOfWhen():
            lists = listed(list_title(api, name) for name in rule.lists)
            said = f"`{rule.argument}` is an id of the list of {lists}{_when(members, rule.when)}"
        case RangeWhen():
            bounds = _bounds(rule.minimum, rule.maximum).lower()
            said = f"`{rule.argument}` is {bounds}{_when(members, rule.when)}"
        case Exclusive():
            said = f"Only one of {_names(rule.arguments, 'and')} can be given"
        case Ordered():
            said = f"`{rule.last}` is not before `{rule.first}`"
        case _:
            assert_never(rule)
    return f"{said}." if rule.severity == "error" else f"{said} (a warning)."


def condition(members: Members, clauses: tuple[Clause, ...]) -> str:
    return " and ".join(_clause(members, clause) for clause in clauses)


def _clause(members: Members, clause: Clause) -> str:
    match clause.test:
        case "given":
            return f"`{clause.argument}` is given"
        case "absent":
            return f"`{clause.argument}` is not given"
        case "in":
            return f"`{clause.argument}` is {listed(_meanings(members, clause))}"
        case "not_in":
            return f"`{clause.argument}` is not {listed(_meanings(members, clause))}"


def _meanings(members: Members, clause: Clause) -> list[str]:
    """The values of a clause, each with what it means where the type says so."""
    docs: dict[object, str | None] = {}
    known = members.get(clause.argument)
    for rule in known.rules if known else ():
        if isinstance(rule, Choices):
            docs = {choice.value: choice.doc for choice in rule.choices}
    shown = []
    for value in clause.values:
        doc = None if isinstance(value, bool) else docs.get(value)
        shown.append(f"{wire_text(value)} ({doc})" if doc else wire_text(value))
    return shown


def list_title(api: Api, name: str) -> str:
    """What a list is called: its section, or its own name where lists share a section."""
    section = api.lists[name].section
    shared = sum(each.section == section for each in api.lists.values()) > 1
    return name.replace("_", " ") if shared else section.lower()


def limit(given: Limit) -> str:
    requests = "1 request" if given.requests == 1 else f"{given.requests} requests"
    return f"{requests} {_SPANS.get(given.seconds, f'in {given.seconds} seconds')}"


def _when(members: Members, clauses: tuple[Clause, ...]) -> str:
    return f" when {condition(members, clauses)}" if clauses else ""


def _names(names: tuple[str, ...], last: str) -> str:
    return listed((f"`{name}`" for name in names), last)


def _bounds(minimum: int | None, maximum: int | None) -> str:
    if minimum is None:
        return f"At most {maximum}"
    if maximum is None:
        return f"At least {minimum}"
    return f"{minimum} to {maximum}"
