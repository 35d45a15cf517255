"""Checks of the rules that a single value keeps: when each is broken, and what says so."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from apiscribe import naming
from apiscribe.model import (
    Api,
    Between,
    BytesType,
    Characters,
    Choices,
    CjkWords,
    CsvType,
    Decimals,
    DecimalType,
    DurationType,
    Email,
    FileSize,
    IntegerType,
    ItemCount,
    KeyCount,
    Length,
    ListType,
    MemberOf,
    MultipleOf,
    ObjectRef,
    Pattern,
    Range,
    UniqueItems,
    Utf8Size,
    ValueRule,
    ValueType,
)
from apiscribe.views import sentences, usage_sentences
from apiscribe.views.text import literal
from apiscribe.views.validators.check_parts import CheckKey, Constant, Test

_INCLUDED = (("<", "messages.too_small"), (">", "messages.too_large"))
_NOT_INCLUDED = (("<=", "scalar_messages.not_above"), (">=", "scalar_messages.not_below"))


def tests(api: Api, key: CheckKey, rule: ValueRule, name: str) -> list[Test]:
    secret = secret_argument(key)
    match rule:
        case Choices():
            table = f"_{naming.constant(name)}_CHOICES"
            given = "value.casefold()" if key.folded else "value"
            among = f"map(str.casefold, {table})" if key.folded else table
            report = f"messages.bad_choice(value, path, found, {table}{secret})"
            tests = [Test(f"{given} not in {among}", report)]
            if _advice(rule):
                old = f"_{naming.constant(name)}_DEPRECATED"
                said = f"scalar_messages.deprecated_choice(value, path, found, {old}{secret})"
                tests.append(Test(f"value in {old}", said))
            return tests
        case MemberOf():
            table = f"package.lists.{naming.constant(rule.list)}"
            listed = f"{{{literal(sentences.list_title(api, rule.list))}: {table}}}"
            report = f"messages.not_listed(value, path, found, {listed}{secret})"
            return [Test(f"value not in {table}", report)]
        case Characters():
            report = f"messages.bad_characters(value, path, found, {literal(rule.allowed)}{secret})"
            return [Test(f"not _{naming.constant(name)}_CHARACTERS(value)", report)]
        case Pattern():
            report = f"messages.bad_pattern(value, path, found, {literal(rule.pattern)}{secret})"
            return [Test(f"not _{naming.constant(name)}_PATTERN(value)", report)]
        case Length() | Utf8Size() | ItemCount():
            return _of_sizes(rule, secret)
        case CjkWords():
            most = rule.maximum
            words = "predicates.chinese_words(value)"
            report = f"messages.too_many_words(value, path, found, {words}, {most}{secret})"
            return [Test(f"{words} > {most}", report)]
        case Range() | Between() | MultipleOf() | Decimals() | KeyCount():
            return _of_numbers(key, rule)
        case UniqueItems():
            by = literal(_wire_name(api, key.type, rule.by))
            call = f"values.unique(items, path, found, {by}{secret})"
            return [Test("len(items) > 1", call)]
        case Email():
            report = f"messages.not_an_email(value, path, found{secret})"
            return [Test("not predicates.is_email(value)", report)]
        case FileSize() if isinstance(key.type, BytesType):
            size = f"base64_text.size(value, {literal(key.type.form)})"
            report = f"scalar_messages.too_many_bytes({size}, path, found, {rule.maximum})"
            return [Test(f"{size} > {rule.maximum}", report)]
        case FileSize():
            return []  # the check of the file looks at it as well
        case _:
            assert_never(rule)


def _of_sizes(rule: Length | Utf8Size | ItemCount, secret: str) -> list[Test]:
    match rule:
        case Length():
            return _size("value", rule, ("messages.too_short", "messages.too_long"), secret)
        case ItemCount():
            return _size("items", rule, ("messages.too_few_items", "messages.too_many_items"), "")
        case Utf8Size():
            said = ("scalar_messages.too_short_in_utf8", "scalar_messages.too_long_in_utf8")
            return _between("value", "predicates.utf8_size(value)", rule, said, secret)
        case _:
            assert_never(rule)


def _measured(of: ValueType) -> str:
    """What bounds are about, as a message shows it."""
    if isinstance(of, DurationType):
        return f"durations.amount(value, {literal(of.formats[0])})"
    return "value"


def _bounds(
    of: ValueType, rule: Range | Between, tests: tuple[tuple[str, str], ...], secret: str
) -> list[Test]:
    """Tests of both bounds: when each is broken, and what says so."""
    shown, is_exact = _measured(of), isinstance(of, DecimalType)
    measured = "decimals.of(value)" if is_exact else shown
    found = []
    for bound, (sign, message) in zip((rule.minimum, rule.maximum), tests, strict=True):
        if bound is not None:
            limit = f"decimals.of({bound})" if is_exact else str(bound)
            report = f"{message}({shown}, path, found, {bound}{secret})"
            found.append(Test(f"{measured} {sign} {limit}", report))
    return found


def _no_multiple(of: ValueType, step: float) -> str:
    if isinstance(of, IntegerType):
        return f"value % {step}"
    if isinstance(of, DurationType):
        return f"{_measured(of)} % {step}"
    return f"not decimals.is_multiple(value, {step})"


def _of_numbers(
    key: CheckKey, rule: Range | Between | MultipleOf | Decimals | KeyCount
) -> list[Test]:
    secret = secret_argument(key)
    match rule:
        case Range():
            return _bounds(key.type, rule, _INCLUDED, secret)
        case Between():
            return _bounds(key.type, rule, _NOT_INCLUDED, secret)
        case MultipleOf():
            given = f"{_measured(key.type)}, path, found, {rule.step}{secret}"
            report = f"scalar_messages.not_a_multiple({given})"
            return [Test(_no_multiple(key.type, rule.step), report)]
        case Decimals():
            said = ("scalar_messages.too_few_decimals", "scalar_messages.too_many_decimals")
            return _between(_measured(key.type), "decimals.places(value)", rule, said, secret)
        case KeyCount():
            said = ("scalar_messages.too_few_keys", "scalar_messages.too_many_keys")
            return _between("value", "len(value)", rule, said, "")
        case _:
            assert_never(rule)


def _wire_name(api: Api, of: ValueType, by: str | None) -> str | None:
    """The key in the JSON of the items' field `by`."""
    item = of.item if isinstance(of, CsvType | ListType) else None
    fields = api.objects[item.object].fields if isinstance(item, ObjectRef) else ()
    return next((field.wire_name for field in fields if field.name == by), by)


def _size(
    name: str, rule: Length | ItemCount, messages: tuple[str, str], secret: str
) -> list[Test]:
    tests = _between(name, f"len({name})", rule, messages, secret)
    if rule.minimum == 1:
        tests[0] = replace(tests[0], condition=f"not {name}")
    return tests


def _between(
    name: str,
    measured: str,
    rule: Length | Utf8Size | ItemCount | Decimals | KeyCount,
    messages: tuple[str, str],
    secret: str,
) -> list[Test]:
    """Tests of `measured`, which report `name`."""
    tests = []
    for bound, sign, message in zip((rule.minimum, rule.maximum), "<>", messages, strict=True):
        if bound is not None:
            report = f"{message}({name}, path, found, {bound}{secret})"
            tests.append(Test(f"{measured} {sign} {bound}", report))
    return tests


def _advice(rule: Choices) -> dict[str | int, str]:
    """Deprecated choices, and what is said of them."""
    return {
        each.value: usage_sentences.is_deprecated(each.deprecated)
        for each in rule.choices
        if each.deprecated is not None
    }


def constants(key: CheckKey, name: str) -> tuple[Constant, ...]:
    table = f"_{naming.constant(name)}"
    found = []
    for rule in key.type.rules:
        match rule:
            case Choices():
                pairs = {choice.value: choice.doc or "" for choice in rule.choices}
                found.append(Constant(f"{table}_CHOICES", literal(pairs)))
                if advice := _advice(rule):
                    found.append(Constant(f"{table}_DEPRECATED", literal(advice)))
            case Characters():
                pattern = literal(f"[{rule.allowed}]*")
                found.append(
                    Constant(f"{table}_CHARACTERS", f"predicates.matcher({pattern}).fullmatch")
                )
            case Pattern():
                pattern = literal(rule.pattern)
                found.append(
                    Constant(f"{table}_PATTERN", f"predicates.matcher({pattern}).fullmatch")
                )
            case _:
                pass
    return tuple(found)


def secret_argument(key: CheckKey) -> str:
    return ", secret=True" if key.secret else ""
