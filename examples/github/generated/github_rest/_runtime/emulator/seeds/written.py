"""YAML, JSON and Python values as nodes, each of which knows where it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import Any, Final, NoReturn

from msgspec import Struct

_DEEPEST = 60
_MOST = 1_000_000
"""How many values there may be, those that aliases stand for included."""
_SPACE = re.compile(r"[ \t\r\n]*")
_STEP = re.compile(r"\.?([^.\[\]]+)|\[([0-9]+)\]")
_WORD = re.compile(r"[-+.0-9A-Za-z]+")
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: Final = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""What words without quotes mean in YAML 1.2."""


class Node(Struct):
    """A value: a scalar, a list of nodes, or a mapping of them with the places of its keys."""

    value: Any
    at: str
    """Where it is, for messages."""
    keys: dict[str, str] = {}

    def plain(self) -> object:
        if isinstance(self.value, list):
            return [each.plain() for each in self.value]
        if isinstance(self.value, dict):
            return {key: each.plain() for key, each in self.value.items()}
        return self.value

    def at_way(self, way: str) -> str:
        """Where what `way` leads to is, such as `.name` or `[0].name`; as far as it is there."""
        node = self
        for name, number in _STEP.findall(way):
            inner = node.value
            if isinstance(inner, list) and number and int(number) < len(inner):
                node = inner[int(number)]
            elif isinstance(inner, dict) and name in inner:
                node = inner[name]
            else:
                break
        return node.at


class Unreadable(Exception):
    """What is no YAML or JSON, and where it ends to be it."""

    def __init__(self, at: str, problem: str) -> None:
        super().__init__(problem)
        self.at = at


def of_python(value: object, at: str) -> Node:
    """A value of the program's own; its place is the way that leads to it."""
    if isinstance(value, Mapping):
        inner = {str(key): of_python(each, f"{at}.{key}") for key, each in value.items()}
        return Node(inner, at, {key: f"{at}.{key}" for key in inner})
    if isinstance(value, list | tuple):
        return Node([of_python(each, f"{at}[{i}]") for i, each in enumerate(value)], at)
    return Node(value, at)


class Again(Struct):
    """A key that a mapping has already, and where it stands."""

    at: str
    problem: str


def of_text(text: str, shown: str, *, is_json: bool) -> tuple[Node, list[Again]]:
    """What a file says, and which keys of it say something else again.

    Raises:
        Unreadable: it is no JSON or YAML.
        ModuleNotFoundError: PyYAML is missing.
    """
    reader = _Json(text, shown) if is_json else _Yaml(text, shown)
    return reader.read(), reader.again


class _Json:
    """Reads JSON with places, which the standard library does not keep."""

    def __init__(self, text: str, shown: str) -> None:
        self.again: list[Again] = []
        self._text = text
        self._shown = shown
        self._next = 0
        self._line, self._begin = 1, 0
        self._looked = 0

    def read(self) -> Node:
        node = self._value(0)
        if self._peek():
            self._wrong("nothing more is expected here")
        return node

    def _value(self, depth: int) -> Node:
        first, at = self._peek(), self._at()
        if depth > _DEEPEST:
            self._wrong(f"nested more than {_DEEPEST} levels deep")
        if first == "{":
            return self._mapping(at, depth)
        if first == "[":
            items = [self._value(depth + 1) for _ in self._items("]")]
            return Node(items, at)
        if first == '"':
            return Node(self._string(), at)
        word = _WORD.match(self._text, self._next)
        if word is None:
            self._wrong("a value is expected here")
        try:
            value = json.loads(word[0], parse_constant=_refuse)
        except ValueError:
            self._wrong(f"{word[0][:40]} is no value of JSON; text stands in quotes")
        self._next = word.end()
        return Node(value, at)

    def _mapping(self, at: str, depth: int) -> Node:
        node = Node({}, at, {})
        for _ in self._items("}"):
            if self._peek() != '"':
                self._wrong("a key in quotes is expected here")
            where, key = self._at(), self._string()
            if self._peek() != ":":
                self._wrong("a `:` is expected here")
            self._next += 1
            value = self._value(depth + 1)
            if key in node.value:
                self.again.append(Again(where, f"`{key}` is at {node.keys[key]} already"))
                continue
            node.keys[key] = where
            node.value[key] = value
        return node

    def _items(self, end: str) -> Iterator[None]:
        """Once for each item up to the bracket that ends them."""
        self._next += 1
        if self._peek() == end:
            self._next += 1
            return
        while True:
            yield
            found = self._peek()
            if found not in (",", end):
                self._wrong(f"a `,` or `{end}` is expected here")
            self._next += 1
            if found == end:
                return

    def _string(self) -> str:
        try:
            found = scanstring(self._text, self._next + 1, True)
        except json.JSONDecodeError as error:
            self._next = error.pos
            self._wrong(error.msg[0].lower() + error.msg[1:])
        text: str = found[0]
        self._next = found[1]
        return text

    def _peek(self) -> str:
        found = _SPACE.match(self._text, self._next)
        assert found is not None, "even nothing is space"
        self._next = found.end()
        return self._text[self._next : self._next + 1]

    def _at(self) -> str:
        passed = self._text[self._looked : self._next]
        if "\n" in passed:
            self._line += passed.count("\n")
            self._begin = self._looked + passed.rindex("\n") + 1
        self._looked = self._next
        return f"{self._shown}:{self._line}:{self._next - self._begin + 1}"

    def _wrong(self, problem: str) -> NoReturn:
        raise Unreadable(self._at(), problem)


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


class _Yaml:
    """Reads YAML 1.2: no tags, no merge keys, one document."""

    def __init__(self, text: str, shown: str) -> None:
        self.again: list[Again] = []
        self._text = text
        self._shown = shown
        self._nodes = 0

    def read(self) -> Node:
        import yaml

        try:
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            node = yaml.compose(self._text, Loader=loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise Unreadable(self._place(mark), f"no YAML: {error.problem}") from None
        except (yaml.YAMLError, RecursionError) as error:
            raise Unreadable(f"{self._shown}:1:1", f"no YAML: {error}") from None
        return Node(None, f"{self._shown}:1:1") if node is None else self._node(node, 0)

    def _node(self, node: Any, depth: int) -> Node:
        at = self._place(node.start_mark)
        self._nodes += 1
        if depth > _DEEPEST or self._nodes > _MOST:
            raise Unreadable(at, "nested too deep, or too much of it")
        if isinstance(node.value, str):
            return Node(self._scalar(node), at)
        if node.id == "sequence":
            return Node([self._node(each, depth + 1) for each in node.value], at)
        found = Node({}, at, {})
        for key_node, value in node.value:
            where = self._place(key_node.start_mark)
            key = self._scalar(key_node) if isinstance(key_node.value, str) else None
            if key is None or isinstance(key, bool | float):
                raise Unreadable(where, "a key is text; put it in quotes")
            if str(key) in found.value:
                self.again.append(Again(where, f"`{key}` is at {found.keys[str(key)]} already"))
                continue
            found.keys[str(key)] = where
            found.value[str(key)] = self._node(value, depth + 1)
        return found

    def _scalar(self, node: Any) -> object:
        text: str = node.value
        if node.style:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _WHOLE.fullmatch(text) and len(text) < 20:
            return int(text)
        return float(text) if _NUMBER.fullmatch(text) and len(text) < 40 else text

    def _place(self, mark: Any) -> str:
        if mark is None:
            return f"{self._shown}:1:1"
        return f"{self._shown}:{mark.line + 1}:{mark.column + 1}"
