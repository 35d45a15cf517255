"""Whether a JSON value is of a type, as a client that decodes it strictly would see it.

Only kinds count. What a rule says of an argument need not hold for an answer, which may
be older or newer than the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apiscribe.checks.fits import item_of
from apiscribe.checks.subject import Subject
from apiscribe.model import (
    AnyType,
    BooleanType,
    BytesType,
    CsvType,
    DateType,
    DecimalType,
    DigitsType,
    DurationType,
    Field,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    TextType,
    TupleType,
    UnionType,
    UnknownType,
    ValueType,
    arms,
)
from apiscribe.problems import did_you_mean, enumerated, in_words, quoted
from apiscribe.runtime.semantics import base64_text, dates, decimals, durations
from apiscribe.runtime.semantics.commas import SEPARATORS, split
from apiscribe.runtime.semantics.numbers import read_integer
from apiscribe.runtime.semantics.predicates import is_date

JsonPath = tuple[str | int, ...]
Mismatch = tuple[JsonPath, str]


def located(path: JsonPath) -> str:
    """A place in JSON, as a message names it."""
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return quoted("$" + "".join(steps))


def mismatches(
    value: object, type_: ValueType, subject: Subject, path: JsonPath = ()
) -> Iterator[Mismatch]:
    """All places where a value is not what its type says, and how."""
    if value is None and type_.nullable:
        return
    if type_.none_as is not None and type(value) is type(type_.none_as) and value == type_.none_as:
        return
    match type_:
        case ObjectRef():
            yield from _object(value, type_, subject, path)
        case ListType():
            yield from _list(value, type_, subject, path)
        case TupleType():
            yield from _tuple(value, type_, subject, path)
        case CsvType() if type_.is_list and isinstance(value, str):
            yield from _separated(value, type_, subject, path)
        case MapType():
            yield from _map(value, type_, subject, path)
        case UnionType():
            yield from _union(value, type_, subject, path)
        case _:
            if fault := _single(value, type_):
                yield path, f"expected {fault}, found {shown(value)}"


def _object(
    value: object, type_: ObjectRef, subject: Subject, path: JsonPath
) -> Iterator[Mismatch]:
    object_type = subject.api.objects[type_.object]
    fields = {field.wire_name: field for field in object_type.fields}
    if not isinstance(value, dict):
        short = next((f for f in object_type.fields if f.name == object_type.shorthand), None)
        if short is None:
            yield path, f"expected an object of type `{type_.object}`, found {shown(value)}"
        else:
            yield from mismatches(value, short.type, subject, path)
        return
    for key, inner in value.items():
        if key in fields and fields[key].writeonly:
            yield (*path, key), "it is `writeonly`, and no response has it"
        elif key in fields:
            yield from mismatches(inner, fields[key].type, subject, (*path, key))
        elif subject.is_complete(object_type):
            yield (*path, key), f"`{type_.object}` has no such field{did_you_mean(key, fields)}"
    yield from _missing(value, fields, type_.object, path)


def _missing(
    value: dict[str, object], fields: dict[str, Field], name: str, path: JsonPath
) -> Iterator[Mismatch]:
    unknown = [key for key in value if key not in fields]
    for key, field in fields.items():
        in_body = not field.header and not field.whole_body
        is_misspelt = any(did_you_mean(each, [key]) for each in unknown)
        if field.required_in_responses and in_body and key not in value and not is_misspelt:
            yield path, f"{quoted(key)} is missing; if it may be, it is `optional` in `{name}`"


def _list(value: object, type_: ListType, subject: Subject, path: JsonPath) -> Iterator[Mismatch]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from mismatches(item, type_.item, subject, (*path, index))
    elif type_.single:
        yield from mismatches(value, type_.item, subject, path)
    else:
        yield path, f"expected a list, found {shown(value)}"


def _tuple(value: object, type_: TupleType, subject: Subject, path: JsonPath) -> Iterator[Mismatch]:
    size = len(type_.parts)
    if not isinstance(value, list) or len(value) != size:
        found = f"one of {len(value)}" if isinstance(value, list) else shown(value)
        yield path, f"expected a list of {size}, found {found}"
        return
    for index, (item, part) in enumerate(zip(value, type_.parts, strict=True)):
        yield from mismatches(item, part, subject, (*path, index))


def _separated(value: str, type_: CsvType, subject: Subject, path: JsonPath) -> Iterator[Mismatch]:
    for part in split(value, type_.separator):
        for _, message in mismatches(item_of(part.strip(), type_.item), type_.item, subject):
            yield path, message


def _map(value: object, type_: MapType, subject: Subject, path: JsonPath) -> Iterator[Mismatch]:
    if not isinstance(value, dict):
        yield path, f"expected an object, found {shown(value)}"
        return
    for key, inner in value.items():
        yield from mismatches(inner, type_.value, subject, (*path, key))


def _union(value: object, type_: UnionType, subject: Subject, path: JsonPath) -> Iterator[Mismatch]:
    if not _tells_all(subject, type_):
        return
    fields = value if isinstance(value, dict) else None
    found = arms(subject.api.objects, type_)
    at = found.find(value, fields)
    if at is not None:
        yield from mismatches(value, type_.members[at].type, subject, path)
        return
    if found.by is not None and fields is not None:
        tag = shown(fields[found.by]) if found.by in fields else "none"
        yield (*path, found.by), f"expected one of {enumerated(map(str, found.tags))}, found {tag}"
    else:
        yield path, f"expected a member of the union, found {shown(value)}"


def _tells_all(subject: Subject, of: UnionType) -> bool:
    """Whether each member has what tells it from the others, and it is known what that is."""
    members = [member.type for member in of.members]
    objects = [subject.api.objects[each.object] for each in members if isinstance(each, ObjectRef)]
    tags = [field.type for each in objects for field in each.fields if field.wire_name == of.by]
    known = not any(isinstance(each, UnknownType) for each in (*members, *tags))
    if of.by is not None and len(tags) < len(objects):
        return False
    return known and all(map(subject.is_complete, objects))


def _single(value: object, type_: ValueType) -> str | None:  # noqa: C901 -- one case a kind
    """What was expected, if the value is something else."""
    is_integer = isinstance(value, int) and not isinstance(value, bool)
    match type_:
        case AnyType():
            return None
        case TextType() | IntegerType() if type_.is_closed and value not in type_.choices:
            return f"one of {enumerated(type_.choices)}, which are all (`closed`)"
        case TextType():
            return None if isinstance(value, str) else "text"
        case DecimalType():
            return None if decimals.read_leniently(value) is not None else "a decimal"
        case BytesType():
            return None if base64_text.read(value, type_.form) is not None else type_.form
        case BooleanType() if type_.words is not None:
            return None if str(value) in map(str, type_.words) else _words(type_.words)
        case IntegerType(in_text=True):
            is_one = isinstance(value, str) and read_integer(value) is not None
            return None if is_one else "text that is a whole number"
        case IntegerType():
            return None if is_integer else "a whole number"
        case NumberType():
            return None if is_integer or isinstance(value, float) else "a number"
        case BooleanType():
            return None if isinstance(value, bool) else "`true` or `false`"
        case IdentifierType():
            return None if is_integer or isinstance(value, str) else "text or a whole number"
        case DigitsType():
            fits = (is_integer or isinstance(value, str)) and re.fullmatch("[0-9]*", str(value))
            return None if fits else f"{type_.length} digits"
        case DateType():
            return None if _is_date(value, type_) else f"a date ({', '.join(type_.formats)})"
        case DurationType():
            is_one = durations.read_leniently(value, type_.formats) is not None
            return None if is_one else f"a duration ({', '.join(type_.formats)})"
        case CsvType():
            names = {sign: name for name, sign in SEPARATORS.items()}
            return None if isinstance(value, str) else f"text with {names[type_.separator]}"
        case FileType():
            return None if isinstance(value, str) else "the content of the file, as text"
        case _:
            return None


def _words(words: tuple[str | int, str | int]) -> str:
    return " or ".join(map(shown, words))


def _is_date(value: object, type_: DateType) -> bool:
    if not isinstance(value, str) or not type_.blank:
        return dates.read_leniently(value, type_.formats) is not None
    return not value.strip() or is_date(value.strip(), type_.formats)


def shown(value: object) -> str:
    """A JSON value in a message."""
    return in_words(value, null="`null`", mapping="an object")
