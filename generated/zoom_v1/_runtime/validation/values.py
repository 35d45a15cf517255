"""Checks of single values, and of what a value holds. Each adds to `found` what is wrong.

Generated validators have one of their own for each type with rules, and call these for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import UNSET

from ..encoding.files import read_upload
from ..encoding.wire import as_mapping
from ..semantics import commas
from ..semantics.numbers import INT64_MAX, INT64_MIN
from ..semantics.predicates import is_encodable, is_number, is_whole
from . import messages
from .messages import Found

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


def anything(value: object, path: str, found: Found) -> None:
    """Any JSON value passes."""
    if value is UNSET:
        messages.wrong_type(value, path, found, "a value")


def each(items: list[object], path: str, found: Found, check: Check) -> None:
    for index, item in enumerate(items):
        check(item, f"{path}[{index}]", found)


def each_between_commas(items: list[object], path: str, found: Found, check: Check) -> None:
    for index, item in enumerate(items):
        if isinstance(item, str) and commas.SEPARATOR in item:
            messages.comma_inside(f"{path}[{index}]", found)
        else:
            check(item, f"{path}[{index}]", found)


def alone_or_each(
    value: object, items: list[object], path: str, found: Found, check: Check
) -> None:
    """Check the items of a list, or a value that is given in place of a list of one."""
    if isinstance(value, list | tuple):
        each(items, path, found, check)
    else:
        check(value, path, found)


def each_value(given: Mapping[str, object], path: str, found: Found, check: Check) -> None:
    for key, value in given.items():
        check(value, f"{path}.{key}", found)


def unique(
    items: list[object], path: str, found: Found, by: str | None = None, *, secret: bool = False
) -> None:
    seen: list[object] = []
    for index, item in enumerate(items):
        fields = as_mapping(item) if by is not None else None
        key = item if fields is None else fields.get(str(by), UNSET)
        if key is not UNSET and key in seen:
            messages.repeated_item(key, f"{path}[{index}]", found, secret=secret)
        seen.append(key)


def file(
    value: object,
    path: str,
    found: Found,
    what: str,
    extensions: tuple[str, ...],
    magic: bytes,
    max_bytes: int | None = None,
) -> None:
    """Check a file by how its content begins, and by its name if it has one."""
    try:
        part = read_upload(value, max_bytes)
    except OSError as error:
        messages.bad_file(path, found, f"cannot be read: {error.strerror or error}")
        return
    if part is None:
        messages.wrong_type(value, path, found, "a path, bytes or a binary file")
        return
    name = part.filename
    if name is not None and name.rpartition(".")[2].lower() not in extensions:
        endings = ", ".join(f".{ending}" for ending in extensions)
        messages.bad_file(path, found, f"{name!r} does not end in one of {endings}")
    if not part.content.startswith(magic):
        messages.bad_file(path, found, f"the content is not {what}")
    if max_bytes is not None and len(part.content) > max_bytes:
        messages.bad_file(path, found, f"the content has more than {max_bytes} bytes")
