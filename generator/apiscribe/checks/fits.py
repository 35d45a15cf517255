"""Whether a single value of the spec keeps a type and its rules, as validators would see it."""

from __future__ import annotations

import re
from decimal import Decimal

from apiscribe.model import (
    AnyType,
    Api,
    Between,
    BooleanType,
    BytesType,
    Characters,
    Choices,
    CjkWords,
    CsvType,
    DateType,
    Decimals,
    DecimalType,
    DigitsType,
    DurationType,
    Email,
    FileSize,
    FileType,
    IdentifierType,
    IntegerType,
    ItemCount,
    KeyCount,
    Length,
    ListType,
    MapType,
    MemberOf,
    MultipleOf,
    NumberType,
    ObjectRef,
    Pattern,
    Range,
    Scalar,
    TextType,
    TupleType,
    UnionType,
    UniqueItems,
    Utf8Size,
    ValueRule,
    ValueType,
)
from apiscribe.problems import counted, did_you_mean, enumerated, quoted
from apiscribe.runtime.semantics import base64_text, commas, decimals, durations, predicates
from apiscribe.runtime.semantics.numbers import read_boolean, read_integer, read_number

_MOST_LISTED = 8


def misfit(value: Scalar, type_: ValueType, api: Api) -> str | None:
    """What is wrong with a value, as the end of a sentence that begins with it."""
    return _wrong_kind(value, type_, api) or next(
        (reason for rule in type_.rules if (reason := _broken(value, rule, type_, api))), None
    )


def _wrong_kind(value: Scalar, type_: ValueType, api: Api) -> str | None:
    if isinstance(type_, AnyType):
        return None
    if isinstance(type_, (ListType, TupleType, MapType, ObjectRef, FileType)):
        return "cannot be of this type, which is no single value"
    if isinstance(type_, UnionType):
        reasons = [misfit(value, member.type, api) for member in type_.members]
        return None if None in reasons else "is of none of the members"
    if isinstance(type_, CsvType):
        return _wrong_items(value, type_, api)
    return None if _is_of_kind(value, type_) else f"is not {_WHAT[type(type_)]}"


_WHAT: dict[type, str] = {
    TextType: "text",
    IntegerType: "a whole number",
    NumberType: "a number",
    BooleanType: "`true` or `false`",
    IdentifierType: "text that is not empty, or a whole number",
    DigitsType: "of so many digits",
    DateType: "a date of this format",
    DecimalType: "a decimal: a whole number, or text in digits",
    BytesType: "text of this format",
    DurationType: "a duration of this format",
}


def _is_of_kind(value: Scalar, type_: ValueType) -> bool:  # noqa: C901 -- one case a kind
    match type_:
        case TextType():
            return isinstance(value, str) and predicates.is_encodable(value)
        case IntegerType():
            return predicates.is_whole(value)
        case NumberType():
            return predicates.is_number(value)
        case BooleanType():
            return isinstance(value, bool)
        case DecimalType():
            return decimals.read(value) is not None
        case BytesType():
            return base64_text.read(value, type_.form) is not None
        case IdentifierType():
            is_text = isinstance(value, str) and value != "" and predicates.is_encodable(value)
            return is_text or predicates.is_whole(value)
        case DigitsType():
            return predicates.is_digits(value, type_.length)
        case DateType():
            return predicates.is_date(value, type_.formats)
        case DurationType():
            return durations.is_duration(value, type_.formats)
        case _:
            return False


def _wrong_items(value: Scalar, type_: CsvType, api: Api) -> str | None:
    if not isinstance(value, str):
        return "is not text with separators"
    for item in _items(value, type_):
        if reason := misfit(item, type_.item, api):
            return f"has an item that {reason}"
    return None


def _items(value: Scalar, type_: ValueType) -> list[Scalar]:
    """What the text of a csv holds, each as the value that its own text stands for."""
    item = type_.item if isinstance(type_, CsvType) else None
    sign = type_.separator if isinstance(type_, CsvType) else commas.SEPARATOR
    return [item_of(part, item) for part in commas.split(str(value), sign)]


def item_of(text: str, type_: ValueType | None) -> Scalar:
    match type_:
        case IntegerType():
            value: Scalar | None = read_integer(text)
        case NumberType():
            value = read_number(text)
        case BooleanType():
            value = read_boolean(text)
        case _:
            value = None
    return text if value is None else value


def _broken(value: Scalar, rule: ValueRule, type_: ValueType, api: Api) -> str | None:  # noqa: C901 -- one case a rule
    match rule:
        case Choices():
            known = [choice.value for choice in rule.choices]
            return None if value in known else f"is not a choice{_hint(value, known)}"
        case MemberOf():
            ids = api.lists[rule.list].values
            hint = did_you_mean(value, ids)
            return None if value in ids else f"is not in the list {quoted(rule.list)}{hint}"
        case Characters():
            return _unmatched(f"[{rule.allowed}]*", value, "has characters that are not allowed")
        case Pattern():
            return _unmatched(rule.pattern, value, "does not match the pattern")
        case Length():
            return _outside(len(str(value)), rule, "character")
        case Utf8Size():
            return _outside(predicates.utf8_size(str(value)), rule, "byte")
        case Range():
            return _outside(decimals.of(value), rule)
        case Between():
            return _not_between(decimals.of(value), rule)
        case MultipleOf():
            even = decimals.is_multiple(value, rule.step)
            return None if even else f"is not a multiple of {rule.step}"
        case Decimals():
            return _outside(decimals.places(value), rule, "digit", " after the point")
        case KeyCount():
            return None  # no default is a map
        case CjkWords():
            many = predicates.chinese_words(str(value)) > rule.maximum
            return "has too many Chinese words" if many else None
        case Email():
            return None if predicates.is_email(str(value)) else "is no e-mail address"
        case ItemCount():
            return _outside(len(_items(value, type_)), rule, "item")
        case UniqueItems():
            items = _items(value, type_)
            return "has an item twice" if len(set(items)) < len(items) else None
        case FileSize():
            size = base64_text.size(value, type_.form) if isinstance(type_, BytesType) else 0
            most = rule.maximum
            return f"has more than {counted(most, 'byte')}" if size > most else None


def _outside(
    number: float | Decimal,
    rule: Length | Utf8Size | Range | ItemCount | Decimals,
    what: str = "",
    where: str = "",
) -> str | None:
    verb = "has" if what else "is"
    if rule.minimum is not None and number < decimals.of(rule.minimum):
        return f"{verb} less than {_counted(rule.minimum, what)}{where}"
    if rule.maximum is not None and number > decimals.of(rule.maximum):
        return f"{verb} more than {_counted(rule.maximum, what)}{where}"
    return None


def _counted(bound: float, what: str) -> str:
    return counted(bound, what) if what else f"{bound}"


def _not_between(number: Decimal, rule: Between) -> str | None:
    if rule.minimum is not None and number <= decimals.of(rule.minimum):
        return f"is not more than {rule.minimum}"
    if rule.maximum is not None and number >= decimals.of(rule.maximum):
        return f"is not less than {rule.maximum}"
    return None


def _unmatched(pattern: str, value: Scalar, reason: str) -> str | None:
    try:
        return None if re.fullmatch(pattern, str(value)) else reason
    except re.error:  # reported where the pattern is
        return None


def _hint(value: Scalar, known: list[str | int]) -> str:
    if hint := did_you_mean(value, known):
        return hint
    return f"; expected {enumerated(known)}" if len(known) <= _MOST_LISTED else ""
