"""Checks of single values: one function for each type that arguments and fields have."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from apiscribe import naming
from apiscribe.model import (
    DOCUMENTED,
    AnyType,
    Api,
    BooleanType,
    BytesType,
    Characters,
    Choices,
    CsvType,
    DateType,
    DecimalType,
    DigitsType,
    DurationType,
    Email,
    FileSize,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    MemberOf,
    NumberType,
    ObjectRef,
    Range,
    TextType,
    TupleType,
    UnionType,
    UniqueItems,
    ValueType,
)
from apiscribe.runtime.semantics import commas
from apiscribe.runtime.semantics.numbers import INT64_MAX, INT64_MIN
from apiscribe.views import nouns, sentences
from apiscribe.views.operations import wires
from apiscribe.views.text import listed, literal, paragraph, sentence
from apiscribe.views.validators import value_rules
from apiscribe.views.validators.check_parts import (
    CheckFunction,
    CheckKey,
    Constant,
    Test,
    resting_on,
    rests_on,
)
from apiscribe.views.validators.value_rules import secret_argument as _secret

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
    """The types of what has several: members of a union, places of a tuple, keys of a map."""
    match of:
        case UnionType():
            return tuple(each.type for each in of.members)
        case TupleType():
            return of.parts
        case MapType():
            return () if of.key is None else (of.key,)
        case _:
            return ()


def function(
    api: Api, key: CheckKey, name: str, item: str | None, members: tuple[str, ...] = ()
) -> CheckFunction:
    """The function called `name`.

    `item` is the name of the function for what it holds, `members` are those of its `members`.
    """
    doc = _doc(api, key)
    base = CheckFunction(name=name, doc=doc, key=key, nullable=key.type.nullable)
    if isinstance(key.type, UnionType):
        built = _union(api, key.type, base, members)
    else:
        built = _kind(key, base, item, members)
    tests = [
        resting_on(rule.ground, test, several=isinstance(rule, UniqueItems))
        for rule in key.type.rules
        for test in value_rules.tests(api, key, rule, name)
    ]
    tests = [*built.tests, *_soundness(key), *tests]
    return replace(built, tests=tuple(tests), constants=value_rules.constants(key, name))


def _doc(api: Api, key: CheckKey) -> str:
    declared = api.objects[key.type.object].doc if isinstance(key.type, ObjectRef) else ""
    said = [*([sentence(declared)] if declared else []), *sentences.type_limits(api, key.type)]
    return paragraph(" ".join(said) or f"{_noun(key.type)}.", 8)


def _noun(of: ValueType) -> str:
    return (of.name or type(of).__name__.removesuffix("Type")).replace("_", " ").capitalize()


def _kind(
    key: CheckKey, base: CheckFunction, item: str | None, members: tuple[str, ...]
) -> CheckFunction:
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
        case DecimalType():
            report = f"scalar_messages.bad_decimal(value, path, found{_secret(key)})"
            return replace(base, guard=Test("decimals.read(value) is None", report))
        case BytesType():
            form = literal(of.form)
            report = f"scalar_messages.bad_base64(value, path, found, {form}{_secret(key)})"
            unless = f"base64_text.read(value, {form}) is None"
            return replace(base, guard=Test(unless, report))
        case IdentifierType() | BooleanType():
            return replace(base, calls=(f"{_PLAIN[type(of)]}(value, path, found{_secret(key)})",))
        case AnyType():
            return replace(base, calls=(f"values.anything(value, path, found{_secret(key)})",))
        case DigitsType():
            return replace(base, tests=(_digits(key, of),))
        case DateType():
            formats = literal(of.formats)
            report = f"messages.bad_date(value, path, found, {formats}{_secret(key)})"
            return replace(base, tests=(Test(f"not predicates.is_date(value, {formats})", report),))
        case DurationType():
            formats = literal(of.formats)
            report = f"scalar_messages.bad_duration(value, path, found, {formats}{_secret(key)})"
            unless = f"not durations.is_duration(value, {formats})"
            return replace(base, guard=Test(unless, report))
        case (
            CsvType()
            | ListType()
            | TupleType()
            | MapType()
            | ObjectRef()
            | UnionType()
            | FileType()
        ):
            return _whole(of, key, base, item, members)
        case _:
            assert_never(of)


_Whole = CsvType | ListType | TupleType | MapType | ObjectRef | UnionType | FileType


def _whole(
    of: _Whole, key: CheckKey, base: CheckFunction, item: str | None, members: tuple[str, ...]
) -> CheckFunction:
    """The same of what has parts."""
    match of:
        case CsvType():
            other = f", {literal(of.separator)}" if of.separator != commas.SEPARATOR else ""
            read = f"readers.csv_items(value, {wires.expression(of.item)}{other})"
            call = f"values.each_between_commas(items, path, found, {item}{other})"
            noun = f"a list, or text with {sentences.separators(of)}"
            made = _many(key, base, Constant("items", read), noun, item)
            return replace(made, calls=(call,))
        case ListType():
            bind = Constant("items", f"readers.list_items(value, {of.single})")
            call = f"values.alone_or_each(value, items, path, found, {item})"
            made = _many(key, base, bind, "a list", item)
            return replace(made, calls=(call,)) if of.single else made
        case MapType():
            guard = _guard("not isinstance(value, Mapping)", key, "an object")
            keys = tuple(f"values.each_key(value, path, found, {each})" for each in members)
            calls = (f"values.each_value(value, path, found, {item})", *keys)
            return replace(base, guard=guard, calls=calls)
        case TupleType():
            bind = Constant("items", "readers.list_items(value, False)")
            size = len(of.parts)
            guard = _guard(f"items is None or len(items) != {size}", key, f"a list of {size}")
            checks = "".join(f"{each}, " for each in members)
            call = f"values.each_place(items, path, found, ({checks}))"
            return replace(base, bind=bind, guard=guard, calls=(call,))
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
    noun = literal(listed(nouns.noun(api, each.type) for each in of.members).replace("`", ""))
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
