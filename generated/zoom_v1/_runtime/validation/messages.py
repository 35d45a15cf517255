"""The messages of broken rules: one function for each rule, which adds one violation.

Generated validators decide whether a rule is broken and call these only then, so that valid
arguments cost no message.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from msgspec import structs

from ..semantics import commas
from ..semantics.dates import DateFormat
from ..semantics.numbers import INT64_MAX, INT64_MIN
from ..semantics.predicates import is_whole
from .showing import show
from .violations import Basis, Found, Severity, Violation

MOST = 100
"""How many violations the items of a list, or the unknown names of an object, add. The others are
counted: whoever reads them has enough to do, and nobody should wait for what nobody reads."""


def add(
    found: Found, path: str, rule: str, message: str, severity: Severity = "error", source: str = ""
) -> None:
    found.append(
        Violation(argument=path, rule=rule, message=message, severity=severity, source=source)
    )


def rests_on(found: Found, basis: Basis, erratum: str = "", since: int = -1) -> None:
    """Say of the violations from `since` on what their rule rests on, if not on the page."""
    found[since:] = [structs.replace(each, basis=basis, erratum=erratum) for each in found[since:]]


def of_keys(wrong: Found) -> Found:
    """The same of a key, where a value would be meant."""
    return [structs.replace(each, message=f"the key {each.message}") for each in wrong]


def missing(
    path: str, found: Found, because: str = "", severity: Severity = "error", source: str = ""
) -> None:
    message = f"is required when {because}" if because else "is required"
    add(found, path, "required", message, severity, source)


def many_wrong(path: str, found: Found, rest: int, severity: Severity = "error") -> None:
    """Of the item at `path` and those after it, `rest` in all, nothing more is told."""
    add(found, path, "more", f"nothing is told of this and what follows, {rest} in all", severity)


def wrong_type(
    value: object, path: str, found: Found, expected: str, *, secret: bool = False
) -> None:
    if value is None:
        message = f"None cannot be sent: leave the argument out, or give {expected}"
    elif isinstance(value, float) and not math.isfinite(value):
        message = f"{value} is not {expected}: it is not finite"
    else:
        name = type(value).__name__
        kind = "" if isinstance(value, str) or name == "null" else f" (of type {name})"
        message = f"{show(value, secret)}{kind} is not {expected}"
    add(found, path, "type", message)


def untold(path: str, found: Found, keys: Sequence[str], expected: str) -> None:
    """An object of several that are told apart by their keys has none of these."""
    named = ", ".join(f"`{key}`" for key in keys[:-1])
    message = f"has none of {named} and `{keys[-1]}`, one of which tells what it is: {expected}"
    add(found, path, "type", message)


def told_twice(path: str, found: Found, keys: tuple[str, str], expected: str) -> None:
    """An object has keys of two that are told apart by them."""
    one, other = keys
    message = f"has both `{one}` and `{other}`, each of which tells another thing: {expected}"
    add(found, path, "type", message)


def not_whole(
    value: object, path: str, found: Found, expected: str, *, secret: bool = False
) -> None:
    """`value` is no whole number, or one beyond 64 bits, which a form leaves as text."""
    many = isinstance(value, str) and len(value) > 19 and value.removeprefix("-").isdecimal()
    if type(value) is int or many:
        shown = show(value, secret)
        message = f"{shown} is beyond the whole numbers of 64 bits, {INT64_MIN} to {INT64_MAX}"
        add(found, path, "type", message)
    else:
        wrong_type(value, path, found, expected, secret=secret)


def unencodable(value: str, path: str, found: Found) -> None:
    what = "a NUL character" if "\0" in value else "half of a surrogate pair"
    add(found, path, "characters", f"holds {what}, which cannot be sent")


def bad_choice(
    value: object,
    path: str,
    found: Found,
    choices: Mapping[str, str] | Mapping[int, str],
    *,
    secret: bool = False,
) -> None:
    from .hints import nearest

    listed = ", ".join(f"{key!r} ({doc})" if doc else repr(key) for key, doc in choices.items())
    is_word = isinstance(value, str) and not secret
    near = nearest(str(value), map(str, choices), found) if is_word else None
    hint = f"; did you mean {near!r}?" if near else ""
    add(found, path, "choices", f"{show(value, secret)} is not one of {listed}{hint}")


def not_listed(
    value: object,
    path: str,
    found: Found,
    lists: Mapping[str, Mapping[str, str]],
    because: str = "",
    severity: Severity = "error",
    source: str = "",
    *,
    secret: bool = False,
) -> None:
    """`value` is not an id of any of `lists`, which are given by their names."""
    from .hints import nearest_id

    ids: dict[str, str] = {key: name for values in lists.values() for key, name in values.items()}
    is_id = isinstance(value, str) or is_whole(value)
    near = nearest_id(str(value), ids, found) if is_id and not secret else None
    hint = f"; did you mean {near!r} ({ids[near]})?" if near else ""
    names = " or ".join(f"{name} ({len(values)})" for name, values in lists.items())
    when = f" when {because}" if because else ""
    shown = show(value, secret)
    message = f"{shown} is not an id of the list of {names}, as it has to be{when}{hint}"
    add(found, path, "list", message, severity, source)


def bad_characters(
    value: str, path: str, found: Found, allowed: str, *, secret: bool = False
) -> None:
    given = "" if secret else f" in {show(value)}"
    add(found, path, "characters", f"only the characters [{allowed}] are allowed{given}")


def bad_pattern(value: str, path: str, found: Found, pattern: str, *, secret: bool = False) -> None:
    add(found, path, "pattern", f"{show(value, secret)} does not match {pattern}")


def too_short(value: str, path: str, found: Found, least: int, *, secret: bool = False) -> None:
    if not value:
        add(found, path, "min_length", "must not be empty")
        return
    message = f"{show(value, secret)} has {len(value)} characters; at least {least} are needed"
    add(found, path, "min_length", message)


def too_long(value: str, path: str, found: Found, most: int, *, secret: bool = False) -> None:
    message = f"{show(value, secret)} has {len(value)} characters; at most {most} are allowed"
    add(found, path, "max_length", message)


def too_many_words(
    value: str, path: str, found: Found, words: int, most: int, *, secret: bool = False
) -> None:
    message = f"{show(value, secret)} has {words} Chinese words; at most {most} are allowed"
    add(found, path, "max_chinese_words", message)


def not_an_email(value: str, path: str, found: Found, *, secret: bool = False) -> None:
    message = f"{show(value, secret)} is not an e-mail address such as name@example.com"
    add(found, path, "email", message)


def too_small(
    value: object,
    path: str,
    found: Found,
    least: float,
    because: str = "",
    severity: Severity = "error",
    source: str = "",
    *,
    secret: bool = False,
) -> None:
    when = f" when {because}" if because else ""
    message = f"{show(value, secret)} is less than {least}, the least allowed{when}"
    add(found, path, "minimum", message, severity, source)


def too_large(
    value: object,
    path: str,
    found: Found,
    most: float,
    because: str = "",
    severity: Severity = "error",
    source: str = "",
    *,
    secret: bool = False,
) -> None:
    when = f" when {because}" if because else ""
    message = f"{show(value, secret)} is more than {most}, the most allowed{when}"
    add(found, path, "maximum", message, severity, source)


def too_few_items(items: Collection[object], path: str, found: Found, least: int) -> None:
    add(found, path, "min_items", f"has {len(items)} items; at least {least} are needed")


def too_many_items(items: Collection[object], path: str, found: Found, most: int) -> None:
    add(found, path, "max_items", f"has {len(items)} items; at most {most} are allowed")


def separator_inside(path: str, found: Found, separator: str) -> None:
    rule = "csv" if separator == commas.SEPARATOR else "separated"
    add(found, path, rule, f"holds {commas.NAMES[separator]}, which would make two items of it")


def nothing_alone(path: str, found: Found, separator: str) -> None:
    rule = "csv" if separator == commas.SEPARATOR else "separated"
    add(found, path, rule, "is empty, and being alone, it cannot be told from no item")


def nothing_between_blanks(path: str, found: Found) -> None:
    add(found, path, "separated", "is empty, which blanks cannot tell from nothing")


def repeated_item(item: object, path: str, found: Found, *, secret: bool = False) -> None:
    add(found, path, "unique", f"{show(item, secret)} stands in it more than once")


def many_repeated(path: str, found: Found, rest: int) -> None:
    add(found, path, "unique", f"has {rest} more items that stand in it more than once")


def bad_digits(
    value: object, path: str, found: Found, length: int, *, secret: bool = False
) -> None:
    add(found, path, "digits", f"{show(value, secret)} is not a number of exactly {length} digits")


def bad_date(
    value: object,
    path: str,
    found: Found,
    formats: tuple[DateFormat, ...],
    *,
    secret: bool = False,
) -> None:
    from .wrong_dates import told

    add(found, path, "date", told(value, formats, secret=secret))


def bad_file(path: str, found: Found, message: str) -> None:
    add(found, path, "file", message)


def bad_media_type(path: str, found: Found, message: str) -> None:
    add(found, path, "media_type", message)


def none_given(
    names: tuple[str, ...], found: Found, severity: Severity = "error", source: str = ""
) -> None:
    message = f"one of {_listed(names)} is required"
    add(found, names[0], "one_of_required", message, severity, source)


def several_given(
    names: tuple[str, ...],
    found: Found,
    severity: Severity = "error",
    source: str = "",
    *,
    given: tuple[bool, ...] = (),
) -> None:
    """`given` says which of `names` are given, where it may not be all of them."""
    last = [name for name, is_given in zip(names, given, strict=False) if is_given] or names
    message = f"only one of {_listed(names)} can be given"
    add(found, last[-1], "exclusive", message, severity, source)


def ignored(
    path: str, found: Found, because: str, severity: Severity = "error", source: str = ""
) -> None:
    add(found, path, "ignored_when", f"has no effect when {because}", severity, source)


def not_applicable(
    path: str, found: Found, unless: str, severity: Severity = "error", source: str = ""
) -> None:
    add(found, path, "applies_when", f"has an effect only when {unless}", severity, source)


def out_of_order(
    first: str, last: str, found: Found, severity: Severity = "error", source: str = ""
) -> None:
    add(found, last, "ordered", f"must not be before `{first}`", severity, source)


def _listed(names: tuple[str, ...]) -> str:
    quoted = [f"`{name}`" for name in names]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"
