"""Names with brackets in a form: `recurrence[type]=1` is a field of `recurrence`.

    a[b]=1 & a[c]=2          {"a": {"b": "1", "c": "2"}}
    a[0]=1 & a[1]=2          {"a": ["1", "2"]}
    a[]=1 & a[]=2            {"a": ["1", "2"]}
    a[0][b]=1                {"a": [{"b": "1"}]}
    a[][b]=1 & a[][b]=2      {"a": [{"b": "1"}, {"b": "2"}]}

A name that is given twice counts once, with its last value. Brackets that do not
pair up are part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

MAX_DEPTH = 8
"""How many brackets a name may have: no API nests deeper, and recursion has to end."""

_NESTED = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])+)").fullmatch
_SHOWN = 60


class FormError(ValueError):
    """Names that contradict each other, or that no argument can have."""

    def __init__(self, name: str, message: str) -> None:
        self.name = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}..."
        self.reason = message
        super().__init__(f"{self.name}: {message}")


class _Node(dict[str, object]):
    """An object that brackets have built, as opposed to a value that was given."""


def unflatten(
    fields: Mapping[str, object] | Iterable[tuple[str, object]], literal: Container[str] = ()
) -> dict[str, object]:
    """The arguments that `fields` stand for.

    Args:
        fields: names and values; pairs where a name may come more than once.
        literal: names that are taken as they are, whatever brackets they hold.

    Raises:
        FormError: a name too deep; a value and fields under one name; items of a list
            that are not numbered from 0 without a gap.
    """
    if isinstance(fields, (dict, Mapping)) and "[" not in "".join(fields):  # a dict is found sooner
        return dict(fields)  # nearly every request
    pairs = list(fields.items() if isinstance(fields, Mapping) else fields)
    for name, _ in pairs:
        if "[" in name:
            break
    else:
        return dict(pairs)  # nearly every request
    tree = _Node()
    for name, value in pairs:
        keys = keys_in(name) if "[" in name and name not in literal else None
        if keys is None:
            _put(tree, name, value, name)
        else:
            _put(_descend(tree, keys, name), keys[-1], value, name)
    return {name: _built(value, name) for name, value in tree.items()}


def keys_in(name: str) -> list[str] | None:
    """`a[b][]` -> `a`, `b` and an empty key; None if `name` is not of that form."""
    if name.count("[") > MAX_DEPTH:
        raise FormError(name, f"more than {MAX_DEPTH} brackets")
    match = _NESTED(name)
    return [match[1], *match[2][1:-1].split("][")] if match else None


def _descend(node: _Node, keys: list[str], name: str) -> _Node:
    """The node that holds the last of `keys`, built as far as it has to be."""
    for place, key in enumerate(keys[:-1]):
        inner = node.setdefault(key or _open_item(node, keys[place + 1 :]), _Node())
        if not isinstance(inner, _Node):
            raise FormError(name, f"{key!r} already has a value of its own")
        node = inner
    return node


def _open_item(node: _Node, keys: list[str]) -> str:
    """The item that `[]` means before further brackets: the last, until it has all of `keys`."""
    last = str(len(node) - 1)
    return str(len(node)) if last not in node or _has(node[last], keys) else last


def _has(value: object, keys: list[str]) -> bool:
    for key in keys:
        if not isinstance(value, _Node) or key not in value:
            return False
        value = value[key]
    return True


def _put(node: _Node, key: str, value: object, name: str) -> None:
    if not key and name.endswith("[]"):
        key = str(len(node))
        if key in node:
            raise FormError(name, "the items before it are not numbered without a gap")
    if isinstance(node.get(key), _Node):
        raise FormError(name, "already has fields of its own")
    node[key] = value


def _built(value: object, path: str) -> object:
    if not isinstance(value, _Node):
        return value
    if not all(key.isascii() and key.isdigit() for key in value):
        return {key: _built(each, f"{path}[{key}]") for key, each in value.items()}
    places = [str(place) for place in range(len(value))]
    if not all(place in value for place in places):
        raise FormError(path, "its items are not numbered from 0 without a gap")
    return [_built(value[place], f"{path}[{place}]") for place in places]
