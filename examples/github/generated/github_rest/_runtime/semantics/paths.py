r"""Dotted paths into JSON: `error.code`; with `[]` behind a key, each item of a list.

A number behind `[]` is a place of an item that is a list itself, a row: `errors[].0`.

With `{}` behind a key that is each text inside, however deep, with the keys that lead to it.

A point that belongs to a key has a backslash before it, and so has a backslash: `error.\.tag`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from .compiled import compiled

if TYPE_CHECKING:
    from typing import Protocol

    class _Joined(Protocol):
        """A text that is made of several."""

        @property
        def places(self) -> tuple[str, ...]: ...


_WHOLE = r"(?:[^.\\]|\\[.\\])+(?:\.(?:[^.\\]|\\[.\\])+)*"
_STEP = r"(?:[^.\\]|\\.)+"
_ESCAPED = r"\\(.)"
_SIGN = r"[.\\]"


Test = Literal["in", "not_in", "present"]
WHOLE = "{}"
"""The path of whatever texts a whole body has."""


def keys_of(path: str) -> list[str]:
    """The keys of a path: `a.b` is `a` and `b`; what is no path is one key."""
    if "\\" not in path:
        return path.split(".")
    if not compiled(_WHOLE).fullmatch(path):
        return [path]
    return [compiled(_ESCAPED).sub(r"\1", step) for step in compiled(_STEP).findall(path)]


def path_of(keys: Iterable[str]) -> str:
    """The path with these keys, none of which is empty."""
    return ".".join(compiled(_SIGN).sub(r"\\\g<0>", key) for key in keys)


def head_of(path: str) -> tuple[str, str]:
    """The first key of a path, and the path behind it."""
    if "\\" not in path:
        head, _, rest = path.partition(".")
        return head, rest
    head, *keys = keys_of(path)
    return head, path_of(keys)


def reach(data: object, path: str) -> object:
    """What stands at a path without `[]`; None if nothing does."""
    return reach_keys(data, keys_of(path))


def reach_keys(data: object, keys: Iterable[str]) -> object:
    """The same for a path that is taken apart."""
    for key in keys:
        if not isinstance(data, dict):
            return None
        data = data.get(key)
    return data


def reach_named(given: Mapping[str, object], name: str) -> object:
    """What is given under a name, or at the path that the name is; None if nothing is."""
    return given[name] if name in given else reach(given, name)


def reach_all(data: object, path: str) -> list[object]:
    """What stands at a path, of each item."""
    found = [data]
    for step in keys_of(path):
        key = step.removesuffix("[]")
        found = [_under(each, key) for each in found]
        if step.endswith("[]"):
            found = [item for each in found if isinstance(each, list) for item in each]
    return [each for each in found if each is not None]


def _under(holder: object, key: str) -> object:
    """What an object has under a key, or a row at a place."""
    if isinstance(holder, dict):
        return holder.get(key)
    if isinstance(holder, list) and key.isdecimal() and int(key) < len(holder):
        return holder[int(key)]
    return None


def texts_at(data: object, path: str) -> list[str]:
    """The texts at a path that may have `[]`, or `{}` once.

    Of the latter that is each text inside, or each under the key behind it, if there is one.
    """
    if "{}" not in path:
        return [each for each in reach_all(data, path) if isinstance(each, str)]
    steps = keys_of(path)
    at = next(number for number, step in enumerate(steps) if step.endswith("{}"))
    head = path_of([*steps[:at], steps[at].removesuffix("{}")])
    wanted = steps[at + 1] if len(steps) > at + 1 else None
    holders = reach_all(data, head) if head else [data]
    objects = [each for each in holders if isinstance(each, dict)]
    return [text for each in objects for text in _inside(each, (), wanted)]


def is_something(value: object) -> bool:
    """Whether a value stands for something; an empty list does not."""
    return value is not None and value != []


def collide(one: str, other: str) -> bool:
    """Whether a body has a value at only one of two paths: they are alike, or one leads on."""
    both = ([step.removesuffix("[]") for step in keys_of(path)] for path in (one, other))
    return all(step == beside for step, beside in zip(*both, strict=False))


def _inside(data: object, keys: tuple[str, ...], wanted: str | None) -> Iterator[str]:
    """The texts in a value, each behind the keys that lead to it."""
    if isinstance(data, dict):
        for key, each in data.items():
            if key == wanted:
                yield from _inside(each, keys, None)
            else:
                yield from _inside(each, (*keys, str(key)), wanted)
    elif isinstance(data, list):
        for each in data:
            yield from _inside(each, keys, wanted)
    elif isinstance(data, str) and wanted is None:
        yield f"{'.'.join(keys)}: {data}" if keys else data


def has(data: object, path: str) -> bool:
    """Whether there is something at a path, be it null."""
    *above, last = keys_of(path)
    holder = reach_keys(data, above)
    return isinstance(holder, dict) and last in holder


def put(content: dict[str, Any], path: str, value: object) -> None:
    """Put a value at a path, with whatever is missing on the way; a list there gets one item."""
    *above, last = keys_of(path)
    for step, following in zip(above, [*above, last][1:], strict=True):
        key = step.removesuffix("[]")
        inner = content.get(key)
        if step.endswith("[]"):
            if not isinstance(inner, list):
                inner = content[key] = [[] if following.isdecimal() else {}]
            if isinstance(row := inner[0], list):
                row += [None] * (int(following) + 1 - len(row))
                row[int(following)] = value
                return
            inner = row
        elif not isinstance(inner, dict):
            inner = content[key] = {}
        content = inner
    key = last.removesuffix("[]")
    content[key] = [value] if last.endswith("[]") else value


def without(content: object, paths: Iterable[tuple[str, ...]]) -> object:
    """A copy of what an object holds that lacks some keys."""
    for path in paths:
        content = _without(content, path)
    return content


def _without(content: object, path: tuple[str, ...]) -> object:
    if not isinstance(content, dict) or path[0] not in content:
        return content
    first, *rest = path
    kept = {key: each for key, each in content.items() if key != first}
    return {**kept, first: _without(content[first], tuple(rest))} if rest else kept


def is_among(value: object, values: Iterable[object]) -> bool:
    """Whether a value is one of some; `true` is no 1."""
    return any(
        value == each and isinstance(value, bool) == isinstance(each, bool) for each in values
    )


def stands(data: object, path: str, values: Sequence[object]) -> bool:
    """Whether something stands at a path, of an item if it has `[]`: one of `values`, if any."""
    return any(not values or is_among(each, values) for each in reach_all(data, path))


def passes(data: object, path: str, test: Test, values: Iterable[object]) -> bool:
    """Whether there is something at a path, and of what is there each is, or none, among values."""
    found = reach_all(data, path)
    match test:
        case "present":
            return any(is_something(each) for each in found)
        case "in":
            return bool(found) and all(is_among(each, values) for each in found)
        case "not_in":
            return bool(found) and not any(is_among(each, values) for each in found)


def joined_at(parts: Sequence[str]) -> tuple[str, ...]:
    """Where a text of several parts can be said: a single one first, else the last of items."""
    named = [each for each in parts if WHOLE not in each]
    plain = [each for each in named if "[]" not in each]
    return tuple(dict.fromkeys((*plain, *reversed(named), *parts)))


def places_of(texts: Iterable[str | _Joined]) -> tuple[str, ...]:
    """The paths of texts, some of which may be made of several."""
    each = ((text,) if isinstance(text, str) else text.places for text in texts)
    return tuple(place for places in each for place in places)
