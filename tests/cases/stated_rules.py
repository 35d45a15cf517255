"""Every rule of a spec, with the sentence that says it and the places where it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apiscribe.model import (
    Api,
    Argument,
    ArgumentRule,
    Between,
    BytesType,
    Characters,
    Choices,
    CjkWords,
    CsvType,
    Decimals,
    Email,
    Exclusive,
    Field,
    FileSize,
    Ground,
    ItemCount,
    KeyCount,
    Length,
    ListType,
    MapType,
    MemberOf,
    MemberOfWhen,
    MultipleOf,
    ObjectRef,
    ObjectType,
    OneOfRequired,
    Operation,
    Ordered,
    Pattern,
    Range,
    RangeWhen,
    RequiredWhen,
    UniqueItems,
    Utf8Size,
    ValueRule,
    ValueType,
)
from apiscribe.views import rule_sentences, sentences

Owner = Operation | ObjectType


@dataclass(frozen=True)
class ValueStated:
    """A rule of a single value, where an argument or a field has it."""

    owner: Owner
    member: Argument | Field
    path: str
    """From the member to the value, as a regular expression: `\\[\\d+\\]` is an item."""
    sentence: str
    kinds: tuple[str, ...]
    """What violations of it are called."""
    ground: Ground

    def __str__(self) -> str:
        return f"{_name(self.owner)} {wire_name(self.member)}: {self.sentence}"


@dataclass(frozen=True)
class BetweenStated:
    """A rule between the arguments of an operation, or between the fields of an object."""

    owner: Owner
    sentence: str
    kinds: tuple[str, ...]
    ground: Ground
    argument: str
    """Which one a violation is about."""

    def __str__(self) -> str:
        return f"{_name(self.owner)}: {self.sentence}"


def wire_name(member: Argument | Field) -> str:
    return member.wire_name if isinstance(member, Field) else member.name


def requests(api: Api) -> Iterator[ObjectType]:
    return (each for each in api.objects.values() if "request" in each.used_in)


def values(api: Api, owner: Owner) -> Iterator[ValueStated]:
    for member in owner.arguments if isinstance(owner, Operation) else owner.fields:
        for path, is_inner, rule in _within(member.type, ""):
            path += r"\[\d+\]" if isinstance(rule, UniqueItems) else ""  # the second of them
            said = sentences.value_rule(api, rule)
            # What is said of items is one sentence, of which each rule is a part.
            sentence = f"{said[:1].lower()}{said[1:]}".removesuffix(".") if is_inner else said
            of_bytes = isinstance(rule, FileSize) and isinstance(member.type, BytesType)
            kinds = ("max_bytes",) if of_bytes else kinds_of(rule)
            yield ValueStated(owner, member, path, sentence, kinds, rule.ground)
        if member.required and member.required_ground.basis != "documented":
            said = f"Required ({member.required_ground.basis})."
            yield ValueStated(owner, member, "", said, ("required",), member.required_ground)


def between(api: Api, owner: Owner) -> Iterator[BetweenStated]:
    said = rule_sentences.rules_of(api, owner)
    for rule, sentence in zip(owner.rules, said, strict=True):
        yield BetweenStated(owner, sentence, _kinds_between(rule), rule.ground, _about(rule))


def objects_within(
    api: Api, of: ValueType, path: str, around: tuple[str, ...] = ()
) -> Iterator[tuple[str, ObjectType]]:
    """The objects that a value holds, each with the way to it, as a regular expression."""
    match of:
        case CsvType() | ListType():
            single = isinstance(of, ListType) and of.single
            item = r"(\[\d+\])?" if single else r"\[\d+\]"
            yield from objects_within(api, of.item, path + item, around)
        case MapType():
            yield from objects_within(api, of.value, path + r"\.[^.]*", around)
        case ObjectRef() if of.object not in around:
            declared = api.objects[of.object]
            yield path, declared
            for field in declared.fields:
                inner = rf"{path}\.{re.escape(field.wire_name)}"
                yield from objects_within(api, field.type, inner, (*around, of.object))
        case _:
            pass


def _within(
    of: ValueType, path: str, *, inner: bool = False
) -> Iterator[tuple[str, bool, ValueRule]]:
    """Each rule with the way to it, and whether it is of what is held by the value."""
    for rule in of.rules:
        if rule != ItemCount(minimum=0):  # it says that there may be none, and refuses nothing
            yield path, inner, rule
    match of:
        case CsvType() | ListType():
            item = r"(\[\d+\])?" if isinstance(of, ListType) and of.single else r"\[\d+\]"
            yield from _within(of.item, path + item, inner=True)
        case MapType():
            yield from _within(of.value, path + r"\.[^.]*", inner=True)
        case _:
            pass


def kinds_of(rule: ValueRule) -> tuple[str, ...]:
    match rule:
        case Length() | Utf8Size() | Range() | Between() | Decimals() | KeyCount() | ItemCount():
            low, high = {
                Length: ("min_length", "max_length"),
                Utf8Size: ("min_bytes", "max_bytes"),
                Range: ("minimum", "maximum"),
                Between: ("exclusive_minimum", "exclusive_maximum"),
                Decimals: ("min_decimals", "max_decimals"),
                KeyCount: ("min_keys", "max_keys"),
                ItemCount: ("min_items", "max_items"),
            }[type(rule)]
            low_kind = (low,) if rule.minimum is not None else ()
            return low_kind + ((high,) if rule.maximum is not None else ())
        case _:
            return (_KINDS[type(rule)],)


_KINDS: dict[type, str] = {
    Choices: "choices",
    MemberOf: "list",
    Characters: "characters",
    Pattern: "pattern",
    CjkWords: "max_chinese_words",
    MultipleOf: "multiple_of",
    UniqueItems: "unique",
    Email: "email",
    FileSize: "file",
}
_BETWEEN: dict[type, str] = {
    RequiredWhen: "required",
    OneOfRequired: "one_of_required",
    Exclusive: "exclusive",
    MemberOfWhen: "list",
    Ordered: "ordered",
}


def _kinds_between(rule: ArgumentRule) -> tuple[str, ...]:
    if isinstance(rule, RangeWhen):
        low = ("minimum",) if rule.minimum is not None else ()
        return low + (("maximum",) if rule.maximum is not None else ())
    default = re.sub(r"(?<!^)(?=[A-Z])", "_", type(rule).__name__).lower()
    return (_BETWEEN.get(type(rule), default),)


def _about(rule: ArgumentRule) -> str:
    match rule:
        case OneOfRequired():
            return rule.arguments[0]
        case Exclusive():
            return rule.arguments[-1]
        case Ordered():
            return rule.last
        case _:
            return rule.argument


def _name(owner: Owner) -> str:
    return owner.id if isinstance(owner, Operation) else owner.name
