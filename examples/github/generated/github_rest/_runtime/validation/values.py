"""Checks of single values, and of what a value holds. Each adds to `found` what is wrong.

Generated validators have one of their own for each type with rules, and call these for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import UNSET

from ..encoding.wire import as_mapping
from ..lazy import lazy_names
from ..semantics import commas
from ..semantics import media_types as kinds
from ..semantics.numbers import INT64_MAX, INT64_MIN
from ..semantics.predicates import is_encodable, is_number, is_whole
from . import messages
from .showing import show
from .violations import Basis, Brief, Found

if TYPE_CHECKING:
    from .any_json import anything as anything
else:
    __getattr__, __dir__, _ = lazy_names(__name__, {f"{__package__}.any_json": ["anything"]})

Check = Callable[[object, str, Found], None]
"""Adds to `found` what is wrong with the value at a path."""


def text(value: object, path: str, found: Found) -> None:
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
    elif not value.isprintable() and not is_encodable(value):
        messages.unencodable(value, path, found)


def integer(value: object, path: str, found: Found) -> None:
    if type(value) is not int or not INT64_MIN <= value <= INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")


def number(value: object, path: str, found: Found) -> None:
    if not is_number(value):
        messages.wrong_type(value, path, found, "a number")


def boolean(value: object, path: str, found: Found, *, secret: bool = False) -> None:
    if value is not True and value is not False:
        messages.wrong_type(value, path, found, "true or false", secret=secret)


def identifier(value: object, path: str, found: Found, *, secret: bool = False) -> None:
    if isinstance(value, str):
        if not value:
            messages.too_short(value, path, found, 1)
        elif not value.isprintable() and not is_encodable(value):
            messages.unencodable(value, path, found)
    elif not is_whole(value):
        noun = "an id: text or a whole number"
        messages.not_whole(value, path, found, noun, secret=secret)


def read_only(value: object, path: str, found: Found) -> None:
    """What the service sets itself."""
    from . import passed_over

    passed_over.read_only(path, found)


def each(items: list[object], path: str, found: Found, check: Check) -> None:
    most = len(found) + messages.MOST
    for index, item in enumerate(items):
        check(item, f"{path}[{index}]", found)
        if len(found) >= most:
            rest = ((f"{path}[{at}]", items[at]) for at in range(index + 1, len(items)))
            _skim(rest, len(items) - index - 1, found, check)
            return


def each_between_commas(
    items: list[object],
    path: str,
    found: Found,
    check: Check,
    separator: str = commas.SEPARATOR,
) -> None:
    def check_item(item: object, path: str, found: Found) -> None:
        if isinstance(item, str) and separator in item:
            messages.separator_inside(path, found, separator)
            return
        before = len(found)
        check(item, path, found)
        if item == "" and len(found) == before:
            if separator == " ":
                messages.nothing_between_blanks(path, found)
            elif len(items) == 1:
                messages.nothing_alone(path, found, separator)

    each(items, path, found, check_item)


def alone_or_each(
    value: object, items: list[object], path: str, found: Found, check: Check
) -> None:
    """Check the items of a list, or a value that is given in place of a list of one."""
    if isinstance(value, list | tuple):
        each(items, path, found, check)
    else:
        check(value, path, found)


def each_value(given: Mapping[str, object], path: str, found: Found, check: Check) -> None:
    most = len(found) + messages.MOST
    entries = iter(given.items())
    for index, (key, value) in enumerate(entries):
        check(value, f"{path}.{key}", found)
        if len(found) >= most:
            rest = ((f"{path}.{key}", value) for key, value in entries)
            _skim(rest, len(given) - index - 1, found, check)
            return


def each_place(items: list[object], path: str, found: Found, checks: tuple[Check, ...]) -> None:
    """Check what stands at each place of a tuple."""
    for index, (item, check) in enumerate(zip(items, checks, strict=True)):
        check(item, f"{path}[{index}]", found)


def each_key(given: Mapping[str, object], path: str, found: Found, check: Check) -> None:
    """Check the keys of a map; what is wrong with them is said to be of the key."""
    most = len(found) + messages.MOST
    for key in given:
        wrong: Found = []
        check(key, f"{path}.{key}", wrong)
        found += messages.of_keys(wrong)
        if len(found) >= most:
            return


def _skim(rest: Iterable[tuple[str, object]], count: int, found: Found, check: Check) -> None:
    """Go through what comes after many violations: an error among warnings must not be missed."""
    first = ""
    skimmed: Found = Brief()
    wrong = _has_error(found[-messages.MOST :])
    for path, item in rest:
        first = first or path
        if wrong:
            break
        check(item, path, skimmed)
        wrong = _has_error(skimmed)
        skimmed.clear()
    if first:
        messages.many_wrong(first, found, count, "error" if wrong else "warning")


def _has_error(found: Found) -> bool:
    return any(violation.severity == "error" for violation in found)


def unique(
    items: list[object], path: str, found: Found, by: str | None = None, *, secret: bool = False
) -> None:
    seen: set[object] = set()
    repeated = 0
    for index, item in enumerate(items):
        fields = as_mapping(item) if by is not None else None
        key = item if fields is None else fields.get(str(by), UNSET)
        if key is UNSET:
            continue
        try:
            identity = _identity(key)
            is_new = identity not in seen
            seen.add(identity)
        except (TypeError, RecursionError):  # what no JSON holds, or what is nested without end
            continue
        repeated += not is_new
        if not is_new and repeated <= messages.MOST:
            messages.repeated_item(key, f"{path}[{index}]", found, secret=secret)
    if repeated > messages.MOST:
        messages.many_repeated(path, found, repeated - messages.MOST)


def _identity(value: object) -> object:
    """Equal for values that are the same in JSON: 1 and 1.0 are, 1 and true are not."""
    if isinstance(value, str | int | float):
        return (bool, value) if isinstance(value, bool) else value
    fields = as_mapping(value)
    if fields is not None:
        return frozenset((key, _identity(each)) for key, each in fields.items())
    return tuple(map(_identity, value)) if isinstance(value, list | tuple) else value


def file(
    value: object,
    path: str,
    found: Found,
    what: str,
    extensions: tuple[str, ...],
    magic: bytes,
    max_bytes: int | None = None,
    size_rests_on: tuple[Basis, str] = ("documented", ""),
    media_types: tuple[str, ...] = (),
) -> None:
    """Check a file by how its content begins, by its name if it has one, and by its type if told.

    What says nothing of the content counts as if nothing was told. Of what can be read only once,
    nothing is taken: it is looked at while it is sent.
    """
    from ..encoding.files import look_at
    from ..encoding.sources import Unreadable

    part = look_at(value)
    if part is None:
        messages.wrong_type(value, path, found, "a path, bytes or a binary file")
        return
    if part.flaw:
        messages.bad_file(path, found, part.flaw)
        return
    name = part.filename
    endings = tuple(f".{each}" for each in extensions)
    if endings and name is not None and not name.lower().endswith(endings):
        shown = show(name)
        messages.bad_file(path, found, f"{shown} does not end in one of {', '.join(endings)}")
    try:
        if not part.begins_with(magic):
            messages.bad_file(path, found, f"the content is not {what}")
    except Unreadable as error:
        messages.bad_file(path, found, str(error))
        return
    if part.media_type is not None:
        _media_type(part.media_type, path, found, media_types)
    if max_bytes is not None and part.size is not None and part.size > max_bytes:
        messages.bad_file(path, found, f"the content has more than {max_bytes} bytes")
        messages.rests_on(found, *size_rests_on)


def _media_type(given: str, path: str, found: Found, documented: tuple[str, ...]) -> None:
    if not kinds.is_media_type(given):
        messages.bad_media_type(path, found, f"{show(given)} is no media type")
    elif kinds.essence(given) != kinds.ANY and not kinds.is_among(given, documented):
        expected = " or ".join(documented)
        messages.bad_media_type(path, found, f"{show(given)} is not {expected}")
