"""Checks of single values: one function for each type that arguments and fields have."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from apiscribe import naming
from apiscribe.model import (
    DOCUMENTED,
    AnyType,
    Api,
    BooleanType,
    Characters,
    Choices,
    CjkWords,
    CsvType,
    DateType,
    DigitsType,
    DurationType,
    Email,
    FileSize,
    FileType,
    IdentifierType,
    IntegerType,
    ItemCount,
    Length,
    ListType,
    MapType,
    MemberOf,
    NumberType,
    ObjectRef,
    Pattern,
    Range,
    TextType,
    UnionType,
    UniqueItems,
    ValueRule,
    ValueType,
)
from apiscribe.runtime.semantics.numbers import INT64_MAX, INT64_MIN
from apiscribe.views import sentences
from apiscribe.views.operations import wires
from apiscribe.views.text import listed, literal, paragraph, sentence
from apiscribe.views.validators.check_parts import (
    CheckFunction,
    CheckKey,
    Constant,
    Test,
    resting_on,
    rests_on,
)

_PLAIN = {
    TextType: "values.text",
    IntegerType: "values.integer",
    NumberType: "values.number",
    BooleanType: "values.boolean",
    IdentifierType: "values.identifier",
    AnyType: "values.anything",
}
"""Types without rules are checked by the runtime itself."""


def plain(key: CheckKey) -> str | None:
    """The runtime's own function that does for this type, if one does."""
    of = key.type
    if of.rules or of.nullable or key.secret:
        return None
    return _PLAIN.get(type(of))


def items(of: ValueType) -> ValueType | None:
    """The type of what a value holds."""
    match of:
        case CsvType() | ListType():
            return of.item
        case MapType():
            return of.value
        case _:
            return None


def fields_table(object_name: str) -> str:
    """The name of what the fields of an object have to keep."""
    # Every constant ends in its kind, so that no two kinds share a name.
    return f"_{naming.constant(naming.variable(object_name))}_FIELDS"


def members(of: ValueType) -> tuple[ValueType, ...]:
    """The types of the members of a union."""
    return tuple(each.type for each in of.members) if isinstance(of, UnionType) else ()


def function(
    api: Api, key: CheckKey, name: str, item: str | None, members: tuple[str, ...] = ()
) -> CheckFunction:
    """The function called `name`.

    `item` is the name of the function for what it holds, `members` are those of a union's.
    """
    doc = _doc(api, key)
    base = CheckFunction(name=name, doc=doc, key=key, nullable=key.type.nullable)
    built = _union(api, key.type, base, members) if members else _kind(key, base, item)
    tests = [
        resting_on(rule.ground, test, several=isinstance(rule, UniqueItems))
        for rule in key.type.rules
        for test in _rule(api, key, rule, name)
    ]
    tests = [*built.tests, *_soundness(key), *tests]
    return replace(built, tests=tuple(tests), constants=_constants(key, name))


def _doc(api: Api, key: CheckKey) -> str:
    declared = api.objects[key.type.object].doc if isinstance(key.type, ObjectRef) else ""
    said = [*([sentence(declared)] if declared else []), *sentences.type_limits(api, key.type)]
    return paragraph(" ".join(said) or f"{_noun(key.type)}.", 8)


def _noun(of: ValueType) -> str:
    return (of.name or type(of).__name__.removesuffix("Type")).replace("_", " ").capitalize()


def _kind(key: CheckKey, base: CheckFunction, item: str | None) -> CheckFunction:
    """What a value of the kind has to be before its rules are looked at."""
    of = key.type
    match of:
        case TextType():
            return replace(base, guard=_guard("not isinstance(value, str)", key, "text"))
        case IntegerType():
            if _settles_size(of):
                return replace(base, guard=_guard("type(value) is not int", key, "a whole number"))
            report = f"messages.not_whole(value, path, found, 'a whole number'{_secret(key)})"
            unless = "type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX"
            return replace(base, guard=Test(unless, report))
        case NumberType():
            unless = "not isinstance(value, int | float) or not predicates.is_number(value)"
            return replace(base, guard=_guard(unless, key, "a number"))
        case IdentifierType() | BooleanType():
            return replace(base, calls=(f"{_PLAIN[type(of)]}(value, path, found{_secret(key)})",))
        case AnyType():
            return replace(base, calls=("values.anything(value, path, found)",))
        case DigitsType():
            return replace(base, tests=(_digits(key, of),))
        case DateType():
            formats = literal(of.formats)
            report = f"messages.bad_date(value, path, found, {formats}{_secret(key)})"
            return replace(base, tests=(Test(f"not predicates.is_date(value, {formats})", report),))
        case DurationType():
            formats = literal(of.formats)
            report = f"messages.bad_duration(value, path, found, {formats}{_secret(key)})"
            unless = f"not durations.is_duration(value, {formats})"
            return replace(base, guard=Test(unless, report))
        case CsvType():
            bind = Constant("items", f"readers.csv_items(value, {wires.expression(of.item)})")
            call = f"values.each_between_commas(items, path, found, {item})"
            made = _many(key, base, bind, "a list, or text with commas", item)
            return replace(made, calls=(call,))
        case ListType():
            bind = Constant("items", f"readers.list_items(value, {of.single})")
            call = f"values.alone_or_each(value, items, path, found, {item})"
            made = _many(key, base, bind, "a list", item)
            return replace(made, calls=(call,)) if of.single else made
        case MapType():
            guard = _guard("not isinstance(value, Mapping)", key, "an object")
            return replace(
                base, guard=guard, calls=(f"values.each_value(value, path, found, {item})",)
            )
        case ObjectRef():
            call = f"check_object(value, path, found, {fields_table(of.object)})"
            return replace(base, calls=(call,), object=of.object)
        case UnionType():
            raise AssertionError("a union has members")
        case FileType():
            return replace(base, calls=(f"values.file(value, path, found, {_file(of)})",))
        case _:
            assert_never(of)


def _union(api: Api, of: ValueType, base: CheckFunction, members: tuple[str, ...]) -> CheckFunction:
    assert isinstance(of, UnionType)
    noun = literal(listed(sentences.noun(api, each.type) for each in of.members).replace("`", ""))
    table = f"_unions.{naming.union_constant(of)}"
    checks = "".join(f"{each}, " for each in members)
    call = f"unions.member(value, path, found, {noun}, {table}, ({checks}))"
    return replace(base, calls=(call,))


def _file(of: FileType) -> str:
    """What a file has to be, as arguments of the check."""
    what = listed(of.media_types) or "a file"
    most = "".join(_file_size(r) for r in of.rules if isinstance(r, FileSize))
    # Where there is another way to know what a file is, what it is called does not count.
    kinds = f", media_types={literal(of.media_types)}" if of.media_types and not of.magic else ""
    return f"{literal(what)}, {literal(of.extensions)}, {of.magic!r}{most}{kinds}"


def _file_size(rule: FileSize) -> str:
    ground = f", ({rests_on(rule.ground)})" if rule.ground != DOCUMENTED else ""
    return f", {rule.maximum}{ground}"


def _digits(key: CheckKey, of: DigitsType) -> Test:
    report = f"messages.bad_digits(value, path, found, {of.length}{_secret(key)})"
    return Test(f"not predicates.is_digits(value, {of.length})", report)


def _many(
    key: CheckKey, base: CheckFunction, bind: Constant, noun: str, item: str | None
) -> CheckFunction:
    guard = _guard("items is None", key, noun)
    call = f"values.each(items, path, found, {item})"
    return replace(base, bind=bind, guard=guard, calls=(call,))


def _guard(condition: str, key: CheckKey, noun: str) -> Test:
    return Test(
        condition, f"messages.wrong_type(value, path, found, {literal(noun)}{_secret(key)})"
    )


def _settles_size(of: IntegerType) -> bool:
    """Whether its rules refuse by themselves whatever 64 bits do not hold."""
    ranges = [rule for rule in of.rules if isinstance(rule, Range)]
    has_least = any(r.minimum is not None and r.minimum >= INT64_MIN for r in ranges)
    has_most = any(r.maximum is not None and r.maximum <= INT64_MAX for r in ranges)
    return (has_least and has_most) or any(isinstance(rule, Choices) for rule in of.rules)


def _soundness(key: CheckKey) -> list[Test]:
    """Free text may hold anything but what no encoding carries."""
    settled = (Choices, MemberOf, Characters, Email)
    if not isinstance(key.type, TextType) or any(isinstance(r, settled) for r in key.type.rules):
        return []
    condition = "not value.isprintable() and not predicates.is_encodable(value)"
    return [Test(condition, "messages.unencodable(value, path, found)")]


def _rule(api: Api, key: CheckKey, rule: ValueRule, name: str) -> list[Test]:
    secret = _secret(key)
    match rule:
        case Choices():
            table = f"_{naming.constant(name)}_CHOICES"
            given = "value.casefold()" if key.folded else "value"
            among = f"map(str.casefold, {table})" if key.folded else table
            report = f"messages.bad_choice(value, path, found, {table}{secret})"
            return [Test(f"{given} not in {among}", report)]
        case MemberOf():
            table = f"lists.{naming.constant(rule.list)}"
            listed = f"{{{literal(sentences.list_title(api, rule.list))}: {table}}}"
            report = f"messages.not_listed(value, path, found, {listed}{secret})"
            return [Test(f"value not in {table}", report)]
        case Characters():
            report = f"messages.bad_characters(value, path, found, {literal(rule.allowed)}{secret})"
            return [Test(f"not _{naming.constant(name)}_CHARACTERS(value)", report)]
        case Pattern():
            report = f"messages.bad_pattern(value, path, found, {literal(rule.pattern)}{secret})"
            return [Test(f"not _{naming.constant(name)}_PATTERN(value)", report)]
        case Length():
            return _size("value", rule, "too_short", "too_long", secret)
        case CjkWords():
            most = rule.maximum
            words = "predicates.chinese_words(value)"
            report = f"messages.too_many_words(value, path, found, {words}, {most}{secret})"
            return [Test(f"{words} > {most}", report)]
        case Range():
            value = _measured(key.type)
            return _between(value, value, rule, "too_small", "too_large", secret)
        case ItemCount():
            return _size("items", rule, "too_few_items", "too_many_items", "")
        case UniqueItems():
            by = literal(_wire_name(api, key.type, rule.by))
            call = f"values.unique(items, path, found, {by}{secret})"
            return [Test("len(items) > 1", call)]
        case Email():
            report = f"messages.not_an_email(value, path, found{secret})"
            return [Test("not predicates.is_email(value)", report)]
        case FileSize():
            return []  # the check of the file looks at it as well
        case _:
            assert_never(rule)


def _measured(of: ValueType) -> str:
    """What bounds are about."""
    if isinstance(of, DurationType):
        return f"durations.amount(value, {literal(of.formats[0])})"
    return "value"


def _wire_name(api: Api, of: ValueType, by: str | None) -> str | None:
    """The key in the JSON of the items' field `by`."""
    item = items(of)
    fields = api.objects[item.object].fields if isinstance(item, ObjectRef) else ()
    return next((field.wire_name for field in fields if field.name == by), by)


def _size(name: str, rule: Length | ItemCount, under: str, over: str, secret: str) -> list[Test]:
    tests = _between(name, f"len({name})", rule, under, over, secret)
    if rule.minimum == 1:
        tests[0] = replace(tests[0], condition=f"not {name}")
    return tests


def _between(
    name: str, measured: str, rule: Length | Range | ItemCount, under: str, over: str, secret: str
) -> list[Test]:
    """Tests of `measured`, which report `name`."""
    tests = []
    if rule.minimum is not None:
        report = f"messages.{under}({name}, path, found, {rule.minimum}{secret})"
        tests.append(Test(f"{measured} < {rule.minimum}", report))
    if rule.maximum is not None:
        report = f"messages.{over}({name}, path, found, {rule.maximum}{secret})"
        tests.append(Test(f"{measured} > {rule.maximum}", report))
    return tests


def _constants(key: CheckKey, name: str) -> tuple[Constant, ...]:
    table = f"_{naming.constant(name)}"
    found = []
    for rule in key.type.rules:
        match rule:
            case Choices():
                pairs = {choice.value: choice.doc or "" for choice in rule.choices}
                found.append(Constant(f"{table}_CHOICES", literal(pairs)))
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


def _secret(key: CheckKey) -> str:
    return ", secret=True" if key.secret else ""
