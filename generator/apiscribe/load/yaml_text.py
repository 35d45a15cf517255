"""YAML to plain values and their positions.

PyYAML's C composer gives nodes with marks; what a scalar means is decided in `scalars`.
Of YAML's own machinery only anchors and aliases are kept: no tags, no merge keys, no
further documents.
"""

from __future__ import annotations

import re
from typing import Final

from yaml import (
    CSafeLoader,
    MappingNode,
    MarkedYAMLError,
    Node,
    ScalarNode,
    SequenceNode,
    YAMLError,
)

from apiscribe.load.scalars import NotANumber, plain_value
from apiscribe.load.source import Path, Spot
from apiscribe.load.text import FileText, Unreadable, decode, spot_after
from apiscribe.load.yaml_errors import syntax_problem
from apiscribe.problems import quoted

_PLAIN: Final = "plain"
_UNTAGGED: Final = "untagged"

_DEEPEST = 60
"""Levels of nesting; the composer is C and recursive, and would end the process."""

_MOST_ALIASED = 10_000
"""Nodes that aliases may stand for in one file, so that ten lines cannot fill the memory."""

_COMMENT = re.compile(r"[ \t]+#")
_HASH = re.compile(r"[ \t]+#[^ \t#]")

_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")


def read_yaml(content: bytes) -> FileText:
    result = FileText()
    try:
        text = _without_odd_breaks(decode(content))
        node = _compose(text)
        if node is None:
            raise Unreadable("empty-file", "the file says nothing", (1, 1))
        result.value = _Reader(result, text).value(node, ())
    except Unreadable as problem:
        return FileText(problems=[*result.problems, problem])
    return result


def _without_odd_breaks(text: str) -> str:
    """Refuse what the composer, after YAML 1.1, takes for ends of lines, and YAML 1.2 does not."""
    if found := _ODD_BREAKS.search(text):
        escape = f"\\u{ord(found.group()):04X}"
        message = (
            f"some take this character for the end of a line; write {quoted(escape)}, in quotes"
        )
        raise Unreadable("encoding", message, spot_after(text[: found.start()]))
    return text


class _Composer(CSafeLoader):
    """Composes nodes whose tag only says whether a scalar was quoted."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:
        plain = kind is ScalarNode and isinstance(implicit, tuple) and implicit[0]
        return _PLAIN if plain else _UNTAGGED

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        self._depth += 1
        if parent is not None and self._depth > _DEEPEST:
            raise Unreadable("syntax", f"nested more than {_DEEPEST} levels deep", _spot(parent))

    def ascend_resolver(self) -> None:
        self._depth -= 1


def _compose(text: str) -> Node | None:
    try:
        node: Node | None = _Composer(text).get_single_node()
    except MarkedYAMLError as error:
        raise syntax_problem(error, text) from None
    except YAMLError as error:
        raise Unreadable("syntax", f"not YAML: {error}", (1, 1)) from None
    return node


def _spot(node: Node) -> Spot:
    return node.start_mark.line + 1, node.start_mark.column + 1


class _Reader:
    """Turns the nodes of one file into values, noting positions and problems."""

    def __init__(self, result: FileText, text: str) -> None:
        self._result = result
        self._lines = text.split("\n")
        self._open: set[int] = set()
        self._seen: set[int] = set()
        self._aliased = 0

    def value(self, node: Node, path: Path) -> object:
        self._result.values[path] = _spot(node)
        if isinstance(node, ScalarNode):
            return self._scalar(node, path)
        self._enter(node)
        self._check_tag(node, path)
        if isinstance(node, MappingNode):
            value: object = self._mapping(node, path)
        else:
            assert isinstance(node, SequenceNode)
            value = [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        self._open.discard(id(node))
        return value

    def _enter(self, node: Node) -> None:
        if id(node) in self._open:
            raise Unreadable("alias", "an alias stands inside of what it stands for", _spot(node))
        if id(node) in self._seen:
            self._aliased += len(node.value) + 1
            if self._aliased > _MOST_ALIASED:
                message = f"aliases stand for more than {_MOST_ALIASED} values"
                raise Unreadable("alias", message, _spot(node))
        self._open.add(id(node))
        self._seen.add(id(node))

    def _scalar(self, node: ScalarNode, path: Path) -> str | int | float | bool | None:
        text: str = node.value
        self._check_tag(node, path)
        if "\0" in text:
            self._complain("encoding", "text cannot hold the character NUL", node, path)
        if node.tag != _PLAIN:
            return text
        if self._loses_its_end(node):
            message = "` #` begins a comment here, which ends the text; put the text in quotes"
            self._complain("comment", message, node, path)
        try:
            return plain_value(text)
        except NotANumber as why:
            message = f"{quoted(text)} is no number that can be worked with{why}"
            message += "; quote it if it is text"
            self._complain("number", message, node, path)
            return 0

    def _mapping(self, node: MappingNode, path: Path) -> dict[object, object]:
        mapping: dict[object, object] = {}
        before = None
        for key_node, value_node in node.value:
            if before and node.flow_style and self._is_loose(key_node, value_node):
                message = (
                    f"{quoted(key_node.value)} has no value; if it belongs to the text of "
                    f"{quoted(before)}, put that in quotes, as a comma ends it"
                )
                self._complain("comma", message, key_node, path)
                continue
            key = before = self._key(key_node, path)
            if key is None:
                continue
            inner = (*path, key)
            if key in mapping:
                line, column = self._result.keys[inner]
                message = f"{quoted(key)} is in line {line}, column {column} already"
                self._complain("duplicate-key", message, key_node, inner)
                continue
            self._result.keys[inner] = _spot(key_node)
            mapping[key] = self.value(value_node, inner)
        return mapping

    def _key(self, node: Node, path: Path) -> str | int | None:
        """The key that a node stands for; None if it cannot be one."""
        if not isinstance(node, ScalarNode):
            self._complain("key", "a key is one word, not a list or a mapping", node, path)
            return None
        if node.tag == _PLAIN and node.value == "<<":
            self._complain("merge-key", "merge keys are not part of the language", node, path)
            return None
        key = self._scalar(node, path)
        if isinstance(key, str) or (isinstance(key, int) and not isinstance(key, bool)):
            return key
        message = f"a key is text or a whole number; put {quoted(node.value)} in quotes"
        self._complain("key", message, node, path)
        return None

    def _loses_its_end(self, node: ScalarNode) -> bool:
        """Whether what follows is taken for a comment, and was rather meant as text."""
        rest = self._lines[node.end_mark.line][node.end_mark.column :]
        if "#" not in rest:
            return False
        prose = " " in node.value
        return bool(_COMMENT.match(rest) if prose else _HASH.match(rest)) and node.value != ""

    def _is_loose(self, key: Node, value: Node) -> bool:
        """Whether a word between commas is no key with a value, but the end of a text."""
        if not isinstance(value, ScalarNode) or value.tag != _PLAIN or value.value:
            return False
        start, end = key.end_mark, value.end_mark
        lines = self._lines[start.line : end.line + 1]
        between = "\n".join(lines)[
            start.column : len("\n".join(lines)) - len(lines[-1]) + end.column
        ]
        return isinstance(key, ScalarNode) and key.tag == _PLAIN and ":" not in between

    def _check_tag(self, node: Node, path: Path) -> None:
        if node.tag not in (_PLAIN, _UNTAGGED):
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            self._complain("tag", f"the tag {quoted(tag)} is not part of the language", node, path)

    def _complain(self, rule: str, message: str, node: Node, path: Path) -> None:
        self._result.problems.append(Unreadable(rule, message, _spot(node)))
        self._result.damaged.add(path)
