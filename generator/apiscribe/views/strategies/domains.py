"""What values are drawn from: an expression over the runtime's `kinds` for each type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from apiscribe import naming
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
    TextType,
    TupleType,
    UnionType,
    UniqueItems,
    Utf8Size,
    ValueRule,
    ValueType,
)
from apiscribe.runtime.semantics import dates
from apiscribe.views.text import literal

Refer = Callable[[str], str]
"""The name of a named value or an object -> the expression that means its kind."""


def expression(api: Api, of: ValueType, refer: Refer) -> str:
    """The kind of a type: by its name if it is one of the spec's, or what it consists of."""
    if of.name is not None and api.values.get(of.name) == of:
        return refer(of.name)
    return definition(api, of, refer)


def drawn_as(api: Api, of: ValueType, pattern: str | None) -> str:
    """The kind of a text of which only those are drawn that match a pattern."""
    narrowed = [] if pattern is None else [f"drawn_as={literal(pattern)}"]
    return _made("Text", [*_facets(api, of), *narrowed])


def definition(api: Api, of: ValueType, refer: Refer) -> str:
    """What the kind of a type consists of."""
    bare = _bare(api, of, refer)
    return f"domains.Nullable({bare})" if of.nullable else bare


def _bare(api: Api, of: ValueType, refer: Refer) -> str:
    match of:
        case TextType():
            return _made("Text", _facets(api, of), plain="TEXT")
        case IntegerType():
            return _made("Integer", _facets(api, of), plain="INTEGER")
        case NumberType():
            return _made("Number", _facets(api, of), plain="NUMBER")
        case BooleanType():
            return "domains.BOOLEAN"
        case DecimalType():
            return _made("Exact", _facets(api, of))
        case BytesType():
            return _made("Bytes", [f"form={literal(of.form)}", *_facets(api, of)])
        case IdentifierType():
            return "domains.IDENTIFIER"
        case DigitsType():
            return _made("Digits", [f"length={of.length}"])
        case DateType():
            blank = ["blank=True"] if of.blank else []
            return _made("Date", [f"formats={literal(of.formats)}", *blank])
        case DurationType():
            return _made("Duration", [f"formats={literal(of.formats)}", *_facets(api, of)])
        case CsvType():
            other = [f"separator={literal(of.separator)}"] if of.separator != "," else []
            item = f"item={expression(api, of.item, refer)}"
            return _made("Csv", [item, *other, *_facets(api, of)])
        case ListType():
            single = ["single=True"] if of.single else []
            item = f"item={expression(api, of.item, refer)}"
            return _made("List", [item, *single, *_facets(api, of)])
        case MapType():
            key = [] if of.key is None else [f"key={expression(api, of.key, refer)}"]
            item = f"item={expression(api, of.value, refer)}"
            return _made("Map", [item, *key, *_facets(api, of)])
        case TupleType():
            parts = "".join(f"{expression(api, part, refer)}, " for part in of.parts)
            return f"domains.Tuple(({parts}))"
        case ObjectRef():
            return refer(of.object)
        case UnionType():
            table = f"_unions.{naming.union_constant(of)}"
            members = "".join(f"{expression(api, m.type, refer)}, " for m in of.members)
            return f"domains.Union({table}, ({members}))"
        case FileType():
            shape = {"magic": of.magic, "extensions": of.extensions}
            shape["media_types"] = of.media_types if not of.magic else ()
            told = [f"{name}={literal(part)}" for name, part in shape.items() if part]
            return _made("File", [*told, *_facets(api, of)])
        case AnyType():
            return "domains.ANYTHING"
        case _:
            assert_never(of)


def _made(kind: str, facets: list[str], *, plain: str | None = None) -> str:
    if plain is not None and not facets:
        return f"domains.{plain}"
    return f"domains.{kind}({', '.join(facets)})"


def _facets(api: Api, of: ValueType) -> list[str]:
    return [facet for rule in of.rules for facet in _facet(api, of, rule)]


def _facet(api: Api, of: ValueType, rule: ValueRule) -> Iterator[str]:
    match rule:
        case Choices():
            old = tuple(each.value for each in rule.choices if each.deprecated is not None)
            yield f"choices={literal(tuple(each for each in of.choices if each not in old))}"
            if old:
                yield f"deprecated={literal(old)}"
        case MemberOf():
            yield f"listed=lists.{naming.constant(rule.list)}"
        case Characters():
            yield f"characters={literal(rule.allowed)}"
        case Pattern():
            yield f"pattern={literal(rule.pattern)}"
        case Length():
            yield from _bounds(rule.minimum, rule.maximum, "min_length", "max_length")
        case Utf8Size():
            yield from _bounds(rule.minimum, rule.maximum, "min_bytes", "max_bytes")
        case CjkWords():
            yield f"max_chinese_words={rule.maximum}"
        case Range():
            yield from _bounds(rule.minimum, rule.maximum, "minimum", "maximum")
        case Between():
            yield from _bounds(rule.minimum, rule.maximum, "above", "below")
        case MultipleOf():
            yield f"multiple_of={rule.step}"
        case Decimals():
            yield from _bounds(rule.minimum, rule.maximum, "min_decimals", "max_decimals")
        case KeyCount():
            yield from _bounds(rule.minimum, rule.maximum, "min_keys", "max_keys")
        case ItemCount():
            yield from _bounds(rule.minimum, rule.maximum, "min_items", "max_items")
        case UniqueItems():
            yield "unique=True"
            if rule.by is not None:
                yield f"by={literal(_key(api, of, rule.by))}"
        case Email():
            yield "email=True"
        case FileSize():
            yield f"max_bytes={rule.maximum}"
        case _:
            assert_never(rule)


def _bounds(least: float | None, most: float | None, low: str, high: str) -> Iterator[str]:
    if least is not None:
        yield f"{low}={least}"
    if most is not None:
        yield f"{high}={most}"


def _key(api: Api, of: ValueType, field: str) -> str:
    """What a field of the items of `of` is called in JSON."""
    item = of.item if isinstance(of, ListType) else None
    return api.objects[item.object].field(field).wire_name if isinstance(item, ObjectRef) else field


def python_type(of: ValueType) -> str:
    """The Python type of what is drawn for a type."""
    bare = _python_type(of)
    return f"{bare} | None" if of.nullable else bare


def _python_type(of: ValueType) -> str:
    match of:
        case TextType():
            return "str"
        case IntegerType():
            return "int"
        case NumberType():
            return "float"
        case BooleanType():
            return "bool"
        case BytesType():
            return "bytes | str"
        case IdentifierType() | DigitsType():
            return "str | int"
        case DateType():
            is_number = any(map(dates.is_number, of.formats))
            return "int | str | _date" if is_number else "str | _date"
        case DurationType():
            return "int | str | _timedelta"
        case MapType():
            return "dict[str, object]"
        case FileType():
            return "bytes"
        case (
            DecimalType()
            | CsvType()
            | ListType()
            | TupleType()
            | ObjectRef()
            | UnionType()
            | AnyType()
        ):
            return "object"
        case _:
            assert_never(of)
