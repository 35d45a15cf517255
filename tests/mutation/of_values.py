"""Changes to types and to the rules of single values."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from apiscribe.model import (
    AnyType,
    Api,
    Characters,
    Choice,
    Choices,
    CjkWords,
    CsvType,
    DateType,
    DigitsType,
    Email,
    FileSize,
    FileType,
    ItemCount,
    Length,
    ListType,
    MemberOf,
    ObjectType,
    Pattern,
    Range,
    RangeWhen,
    TextType,
    UniqueItems,
    Utf8Size,
    ValueList,
)
from tests.mutation.changes import Change

_BOUNDED: dict[type, str] = {
    Length: "length",
    Range: "range",
    ItemCount: "item count",
    CjkWords: "Chinese words",
    RangeWhen: "range under a condition",
    DigitsType: "digits",
    FileSize: "file size",
    Utf8Size: "bytes of text",
}
_GONE: dict[type, str] = {
    **{kind: f"{name}: rule removed" for kind, name in _BOUNDED.items() if kind is not DigitsType},
    Choices: "choices: rule removed",
    MemberOf: "list: rule removed",
    Characters: "characters: rule removed",
    Pattern: "pattern: rule removed",
    Email: "e-mail: rule removed",
    UniqueItems: "unique: rule removed",
}
del _GONE[RangeWhen]  # among the rules between arguments


def changes(api: Api, part: Any) -> Iterator[Change]:
    if type(part) in _GONE:
        yield Change(_GONE[type(part)], f"{type(part).__name__} removed", None)
    if type(part) in _BOUNDED:
        yield from _bounds(part, _BOUNDED[type(part)])
    yield from _of_kind(api, part)
    if hasattr(part, "nullable") and not isinstance(part, AnyType):
        yield Change("null allowed", "nullable", replace(part, nullable=not part.nullable))


def _of_kind(api: Api, part: Any) -> Iterator[Change]:
    match part:
        case Choices():
            yield from _choices(part)
        case MemberOf():
            yield from _other_lists(api, part)
        case Characters():
            yield from _characters(part)
        case DateType():
            yield from _formats(part)
        case FileType():
            yield from _file(part)
        case CsvType():
            yield Change("csv as text", "csv -> text", TextType())
        case ListType():
            said = f"single {part.single} -> {not part.single}"
            yield Change("item alone for a list", said, replace(part, single=not part.single))
        case ObjectType() if part.shorthand is not None:
            said = f"shorthand {part.shorthand} removed"
            yield Change("shorthand of an object", said, replace(part, shorthand=None))
        case _:
            pass


def _bounds(part: Any, kind: str) -> Iterator[Change]:
    for name in ("minimum", "maximum", "length"):
        bound = getattr(part, name, None)
        for other in () if bound is None else (bound - 1, bound + 1):
            if other >= 0 or isinstance(part, Range | RangeWhen):
                yield Change(
                    f"{kind}: bound ±1",
                    f"{name} {bound} -> {other}",
                    replace(part, **{name: other}),
                )


def _choices(part: Choices) -> Iterator[Change]:
    values = [each.value for each in part.choices]
    for gone in part.choices if len(values) > 1 else ():
        rest = tuple(each for each in part.choices if each is not gone)
        yield Change(
            "choices: one dropped", f"choices without {gone.value!r}", replace(part, choices=rest)
        )
    for other in _strangers(values):
        more = (*part.choices, Choice(value=other))
        yield Change("choices: one added", f"choices with {other!r}", replace(part, choices=more))


def _strangers(values: list[Any]) -> Iterator[Any]:
    if isinstance(values[0], int):
        yield max(values) + 1
        yield min(values) - 1
    else:
        last = values[-1]
        yield last.upper() if last.upper() != last else last.lower()


def _other_lists(api: Api, part: MemberOf) -> Iterator[Change]:
    for name in api.lists:
        if name != part.list:
            yield Change("list: another", f"list {part.list} -> {name}", MemberOf(list=name))


def list_changes(declared: ValueList) -> Iterator[Change]:
    for gone in declared.values:
        rest = {key: name for key, name in declared.values.items() if key != gone}
        yield Change("list: an id dropped", f"without {gone}", replace(declared, values=rest))
    first = next(iter(declared.values))
    for other in {first.lower(), first.upper()} - {first}:
        more = {**declared.values, other: "stranger"}
        yield Change("list: an id added", f"with {other}", replace(declared, values=more))


def _characters(part: Characters) -> Iterator[Change]:
    classes = re.findall(r"\\?.-\\?.|\\?.", part.allowed)
    for gone in classes:
        rest = "".join(each for each in classes if each is not gone)
        yield Change("characters: a class dropped", f"without {gone}", Characters(allowed=rest))
        for less in _narrower(gone):
            rest = "".join(less if each is gone else each for each in classes)
            yield Change("characters: a class cut", f"{gone} -> {less}", Characters(allowed=rest))
    for more in (" ", ".", "$", "À-ÿ", r"\n"):
        yield Change(
            "characters: one added", f"with {more!r}", Characters(allowed=part.allowed + more)
        )


def _narrower(each: str) -> Iterator[str]:
    if len(each) == 3 and each[1] == "-":
        yield f"{chr(ord(each[0]) + 1)}-{each[2]}"
        yield f"{each[0]}-{chr(ord(each[2]) - 1)}"


_FORMATS = ("date", "date_unpadded", "utc", "utc_unpadded", "us_minutes")
"""Those that the page has."""


def _formats(part: DateType) -> Iterator[Change]:
    for gone in part.formats if len(part.formats) > 1 else ():
        rest = tuple(each for each in part.formats if each != gone)
        yield Change("date: a format dropped", f"without {gone}", replace(part, formats=rest))
    for other in _FORMATS:
        if other not in part.formats:
            more = (*part.formats, other)
            yield Change("date: a format added", f"with {other}", replace(part, formats=more))


def _file(part: FileType) -> Iterator[Change]:
    kind = "file: content and names"
    yield Change(kind, "magic cut", replace(part, magic=part.magic[:-1]))
    yield Change(kind, "magic longer", replace(part, magic=part.magic + b"\0"))
    for gone in part.extensions:
        rest = tuple(each for each in part.extensions if each != gone)
        yield Change(kind, f"without .{gone}", replace(part, extensions=rest))
    yield Change(kind, "with .png", replace(part, extensions=(*part.extensions, "png")))
