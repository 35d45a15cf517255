"""What pydantic found, said in our words and at the place in the file.

Pydantic's place of an error holds tags of unions and its own marks beside the keys of
the file, and says neither which keys nor which choices were known. Walking the same way
through the annotations tells all of that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from apiscribe.document.base import OWN, TAG
from apiscribe.document.elsewhere import unknown_choice, unknown_key
from apiscribe.load.source import Path, SourceFile
from apiscribe.problems import Problem, counted, did_you_mean, enumerated, in_words, quoted

_KEY_MARK = "[key]"
_TAG = re.compile(f"{TAG}([a-z_]+)")
_UNQUOTED = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?|true|false")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a document."""

    path: Path
    """Of the value in the file; of a key, if `about_key`."""
    rule: str
    message: str
    about_key: bool = False
    lacks: str | None = None
    """The key that is missing, where that is what is wrong."""

    def problem(self, source: SourceFile) -> Problem:
        position = source.key(self.path) if self.about_key else source.at(self.path)
        return Problem(position, self.rule, self.message)


def findings(model: type[BaseModel], error: ValidationError) -> Iterator[Finding]:
    for details in error.errors(include_url=False):
        yield _finding(details, _walk(model, details["loc"]))


def first_of(found: Sequence[Finding]) -> Iterator[Finding]:
    """Those that do not follow from others: a key that is missing may only be misspelt."""
    unknown = [each.path for each in found if each.rule == "unknown-key"]
    for each in found:
        beside = [path[-1] for path in unknown if path[:-1] == each.path]
        if each.lacks is None or not any(did_you_mean(key, [each.lacks]) for key in beside):
            yield each


@dataclass(slots=True)
class _Walk:
    """How far an error's place was followed, and what is annotated there."""

    annotation: object
    around: object = object
    """What is annotated one step further out."""
    path: Path = ()
    about_key: bool = False


def _walk(model: type[BaseModel], loc: tuple[int | str, ...]) -> _Walk:
    walk = _Walk(model)
    for index, step in enumerate(loc):
        walk.annotation = _unwrapped(walk.annotation)
        if step == _KEY_MARK and index == len(loc) - 1:
            walk.about_key = True
            if get_origin(walk.around) is dict:
                walk.annotation = get_args(walk.around)[0]
        elif (tagged := _tagged(walk.annotation)) is not None:
            walk.annotation = tagged.get(str(step), object)
        else:
            walk.path = (*walk.path, step)
            walk.around, walk.annotation = walk.annotation, _inside(walk.annotation, step)
    walk.annotation = _unwrapped(walk.annotation)
    return walk


def _unwrapped(annotation: object) -> object:
    """Without `Annotated` and `| None` around it."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            members = [m for m in get_args(annotation) if m is not NoneType]
            if len(members) != 1:
                return annotation
            annotation = members[0]
        else:
            return annotation


def _tagged(annotation: object) -> dict[str, object] | None:
    """The members of a union by their tags, if it is one of ours."""
    if get_origin(annotation) not in (Union, UnionType):
        return None
    members: dict[str, object] = {}
    for member in get_args(annotation):
        for metadata in getattr(member, "__metadata__", ()):
            if isinstance(metadata, Tag):
                members[metadata.tag] = member
    return members or None


def _inside(annotation: object, step: int | str) -> object:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _fields(annotation).get(str(step), object)
    if get_origin(annotation) in (dict, list):
        return get_args(annotation)[-1]
    return object


def _fields(model: type[BaseModel]) -> dict[str, object]:
    """The keys of a document, and what is annotated at each."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def holds_entries(model: type[BaseModel], key: str) -> bool:
    """Whether a key holds a mapping from names to what each stands for."""
    return get_origin(_unwrapped(_fields(model).get(key, object))) is dict


def _finding(details: ErrorDetails, walk: _Walk) -> Finding:
    kind, path, value = details["type"], walk.path, details["input"]
    if kind == "missing":
        lacking = str(path[-1])
        return Finding(path[:-1], "missing-key", f"{quoted(lacking)} is missing", True, lacking)
    if kind == "extra_forbidden":
        return Finding(path, "unknown-key", unknown_key(path[-1], walk.around), True)
    if value is None:
        return empty(path)
    rule, message = _rule_and_message(details, walk)
    return Finding(path, rule, message, walk.about_key)


def empty(path: Path) -> Finding:
    """A key with nothing behind it, or a bare `-`."""
    what = quoted(path[-1]) if path and isinstance(path[-1], str) else "this item"
    return Finding(path, "empty-value", f"{what} has no value")


def _rule_and_message(details: ErrorDetails, walk: _Walk) -> tuple[str, str]:
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    if kind == "literal_error":
        return "bad-choice", _bad_choice(value, get_args(walk.annotation))
    if kind.startswith(OWN):
        rule, message = kind.removeprefix(OWN), str(context["message"])
        return rule, f"{message}, found {found(value)}" if rule == "wrong-type" else message
    if kind == "union_tag_invalid":
        return "bad-value", _no_member(value, str(context["expected_tags"]))
    if (expected := _EXPECTED.get(kind)) is not None:
        hint = _hint(expected, value, walk.path[-1:])
        message = f"expected {expected}, found {found(value)}{hint}"
        return "wrong-type", message
    return "bad-value", _BOUNDS[kind](context) if kind in _BOUNDS else details["msg"]


_TEXT, _SWITCH = "text", "`true` or `false`"
_EXPECTED = {
    "string_type": _TEXT,
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": _SWITCH,
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
_BOUNDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "string_too_short": lambda _: "the text is empty",
    "too_short": lambda ctx: (
        f"expected at least {counted(ctx['min_length'], 'item')}, found {ctx['actual_length']}"
    ),
    "greater_than": lambda ctx: f"expected a number greater than {ctx['gt']}",
    "greater_than_equal": lambda ctx: f"expected a number of at least {ctx['ge']}",
    "less_than_equal": lambda ctx: f"expected a number of at most {ctx['le']}",
}


def _bad_choice(value: object, choices: tuple[object, ...]) -> str:
    known = [str(c).lower() if isinstance(c, bool) else c for c in choices]
    if isinstance(value, str) and len(known) > 1:
        return f"{quoted(value)} is not known here{unknown_choice(value, known)}"
    return f"expected {enumerated(known)}, found {found(value)}"


def _no_member(value: object, tags: str) -> str:
    known = _TAG.findall(tags)
    hint = did_you_mean(str(next(iter(value))), known) if isinstance(value, dict) and value else ""
    keys = f"one with {enumerated(value)}" if isinstance(value, dict) and value else found(value)
    return f"expected a mapping with {enumerated(known)}, found {keys}{hint}"


_TYPES = (("type",), ("of",), ("returns",))


def _hint(expected: str, value: object, key: Path) -> str:
    if isinstance(value, list) and key in _TYPES:
        return "; a list of something is `type: list` with `of`"
    if expected == _TEXT and isinstance(value, (int, float)):
        return "; put it in quotes"
    if expected != _TEXT and isinstance(value, str) and _UNQUOTED.fullmatch(value):
        return "; write it without quotes"
    return ""


def found(value: object) -> str:
    """What stands there instead, in a message."""
    return in_words(value, null="nothing", mapping="a mapping")
