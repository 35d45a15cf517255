"""Looks at the records of one account: names, types, references, and what has to be unique."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, assert_never

from msgspec import Struct

from ...program import Entity, Link, Program, Shape
from ...semantics import dates, decimals
from ...validation.records import AllowedFields
from ..comparing import canonical, is_given
from ..moments import moment_text, read_moment
from .records import Local, SeedProblem, SeedRecord, Stamp, meant
from .written import Node

_LOCAL = re.compile(r"\$([A-Za-z_][A-Za-z0-9_-]*)").fullmatch
_STAMP = re.compile(
    r"\$now(?: *([+-]) *([0-9]{1,6}) +(second|minute|hour|day|month|year)s?)?"
).fullmatch


class Drafted(Struct, kw_only=True):
    """A record before all of it is looked at."""

    entity: str
    name: str
    at: str
    fields: dict[str, Node]
    keys: dict[str, str]


class Checker:
    """Looks at records; what is wrong goes to `problems`."""

    def __init__(
        self, program: Program, allowed: AllowedFields, problems: list[SeedProblem]
    ) -> None:
        self._program = program
        self._allowed = allowed
        self._problems = problems
        self._drafts: list[Drafted] = []
        self._names: dict[str, Drafted] = {}

    def add(self, entity: str, name: str, node: Node, at: str) -> None:
        if not isinstance(node.value, dict):
            self._wrong(node.at, f"is no {entity}, which is a mapping from fields to values")
            return
        draft = Drafted(entity=entity, name=name, at=at, fields=node.value, keys=node.keys)
        if name and (not _LOCAL(f"${name}") or name == "now"):
            problem = f"`{name}` is no local name: letters, digits, `_` and `-`, and not `now`"
            self._wrong(at, problem)
        elif name in self._names:
            self._wrong(at, f"`{name}` is at {self._names[name].at} already")
        elif name:
            self._names[name] = draft
        self._drafts.append(draft)

    def checked(self) -> list[SeedRecord]:
        self._find_twins()
        return [
            SeedRecord(entity=each.entity, name=each.name, at=each.at, fields=self._fields(each))
            for each in self._drafts
        ]

    def _fields(self, draft: Drafted) -> dict[str, Any]:
        entity = self._program.entities[draft.entity]
        shapes = self._shapes(entity)
        found = {}
        for name, node in draft.fields.items():
            if name not in entity.known:
                problem = f"`{draft.entity}` has no field `{name}`{meant(name, entity.known)}"
                self._wrong(draft.keys[name], problem)
            elif name == entity.state:
                found[name] = self._state(entity, node)
            elif name in entity.links:
                found[name] = self._linked(entity.links[name], node)
            else:
                before = len(self._problems)
                found[name] = self._value(node, shapes.get(name))
                if len(self._problems) == before:
                    self._check_allowed(draft.entity, name, node)
        return found

    def _shapes(self, entity: Entity) -> dict[str, Shape]:
        shown = self._program.objects.get(entity.shape, ())
        return {name: each.shape for each in shown for name in (each.name, each.wire)}

    # Values

    def _state(self, entity: Entity, node: Node) -> object:
        if isinstance(node.value, str) and node.value in entity.states:
            return entity.states[node.value]
        if any(canonical(each) == canonical(node.value) for each in entity.states.values()):
            return node.value
        says = f"is no state{meant(canonical(node.value), entity.states)}"
        self._wrong(node.at, f"{_said(node.value)} {says}")
        return None

    def _linked(self, link: Link, node: Node) -> object:
        if link.many:
            if not isinstance(node.value, list):
                self._wrong(node.at, f"is no list of keys of `{link.entity}`")
                return None
            return [self._reference(link.entity, each) for each in node.value]
        return self._reference(link.entity, node)

    def _reference(self, entity: str, node: Node) -> object:
        value = node.value
        if isinstance(value, list | dict):
            self._wrong(node.at, f"is no key of `{entity}`")
        elif isinstance(value, str) and value.startswith("$"):
            return self._local(value, node.at, entity)
        elif is_given(value) and not self._has_key(entity, value):
            names = [f"${each.name}" for each in self._drafts if each.entity == entity]
            known = [*self._keys(entity), *(each for each in names if len(each) > 1)]
            problem = f"the seed has no {entity} {_said(value)}{meant(canonical(value), known)}"
            self._wrong(node.at, problem)
        return value

    def _local(self, text: str, at: str, entity: str = "") -> object:
        match = _LOCAL(text)
        draft = self._names.get(match[1]) if match else None
        if draft is None:
            names = [f"${name}" for name in self._names]
            self._wrong(at, f"nothing is called `{_shown(text)}`{meant(text, names)}")
            return None
        if entity and draft.entity != entity:
            self._wrong(at, f"`{text}` is a {draft.entity}, and no {entity}")
        return Local(draft.name)

    def _value(self, node: Node, shape: Shape | None) -> object:
        value = node.value
        if isinstance(value, str) and value.startswith("$"):
            return self._computed(value, node.at)
        if isinstance(value, list):
            item = shape.item if shape is not None and shape.kind == "list" else None
            self._check(node, shape)
            return [self._value(each, item) for each in value]
        if isinstance(value, dict):
            self._check(node, shape)
            return node.plain()
        self._check(node, shape)
        if shape is not None and shape.kind == "date":
            moment = _moment(value, shape)  # which is kept in the form that sorts
            return value if moment is None else moment_text(moment)
        return value

    def _computed(self, text: str, at: str) -> object:
        if text.startswith("$$"):
            return text[1:]
        if text.startswith("$now"):
            match = _STAMP(text)
            if match is None:
                problem = f"`{_shown(text)}` is no moment such as `$now` or `$now + 2 days`"
                self._wrong(at, problem)
                return None
            amount = int(match[2] or 0)
            return Stamp(-amount if match[1] == "-" else amount, f"{match[3] or 'second'}s")
        return self._local(text, at)

    def _check(self, node: Node, shape: Shape | None) -> None:
        if shape is None or node.value is None or node.value == "":
            return
        wanted = _wanted(node.value, shape)
        if wanted:
            self._wrong(node.at, f"{_said(node.value)} is no {wanted}")

    def _check_allowed(self, entity: str, name: str, node: Node) -> None:
        """Look at a value as an operation does that would put it there."""
        allowed = self._allowed.get(entity, {}).get(name)
        value = node.plain()
        if allowed is None or not is_given(value) or _has_references(value):
            return
        for each in allowed.violations(value, name):
            inside = each.argument.removeprefix(name)
            where = f"`{inside.lstrip('.')}`: " if inside else ""
            self._wrong(node.at_way(inside), where + each.message)

    # What has to be there once

    def _find_twins(self) -> None:
        for name, entity in self._program.entities.items():
            mine = [each for each in self._drafts if each.entity == name]
            for fields in ((entity.key,), *(each.fields for each in entity.unique)):
                places: dict[tuple[str, ...], str] = {}
                for draft in mine:
                    values = tuple(_folded(entity, each, draft) for each in fields)
                    if not all(values):
                        continue
                    place = draft.fields[fields[-1]].at
                    if values in places:
                        problem = f"the `{name}` at {places[values]} has the same {_listed(fields)}"
                        self._wrong(place, problem)
                    places.setdefault(values, place)

    def _keys(self, entity: str) -> Iterator[str]:
        key = self._program.entities[entity].key
        for draft in self._drafts:
            if draft.entity == entity and key in draft.fields:
                yield canonical(draft.fields[key].value)

    def _has_key(self, entity: str, value: object) -> bool:
        return canonical(value) in self._keys(entity)

    def _wrong(self, at: str, problem: str) -> None:
        found = SeedProblem(at, problem)
        if found not in self._problems:
            self._problems.append(found)


def _has_references(value: object) -> bool:
    if isinstance(value, list | dict):
        return any(map(_has_references, value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and value.startswith("$")


def _folded(entity: Entity, field: str, draft: Drafted) -> str:
    node = draft.fields.get(field)
    text = "" if node is None or isinstance(node.value, list | dict) else canonical(node.value)
    return text.casefold() if field in entity.ignore_case else text


def _listed(fields: tuple[str, ...]) -> str:
    return " and ".join(f"`{each}`" for each in fields)


def _said(value: object) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case _:
            return f"`{_shown(canonical(value))}`"


def _shown(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}..."


def _wanted(value: object, shape: Shape) -> str:
    """What a value ought to be and is not; empty if it is."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    match shape.kind:
        case "text" | "identifier" | "duration":
            return "" if isinstance(value, str) or is_number else shape.kind
        case "integer":
            return "" if isinstance(value, int) and is_number else "whole number"
        case "number":
            return "" if is_number else "number"
        case "boolean":
            return "" if isinstance(value, bool) else "`true` or `false`"
        case "date":
            moment = _moment(value, shape)
            return "moment such as 2031-01-01T00:00:00Z" if moment is None else ""
        case "decimal":
            return "decimal" if decimals.read_leniently(value) is None else ""
        case "csv" | "list" | "tuple":
            return "" if isinstance(value, list | str) else "list"
        case "map" | "object":
            return "" if isinstance(value, dict) else "mapping"
        case "union":
            wanted = [_wanted(value, member) for member in shape.members]
            return "" if "" in wanted else " or ".join(dict.fromkeys(wanted))
        case "any":
            return ""
    assert_never(shape.kind)


def _moment(value: object, shape: Shape) -> datetime | None:
    """The moment that a value writes, in a form of its type or in that of the emulator."""
    found = read_moment(dates.read_leniently(value, shape.formats))
    return read_moment(value) if found is None and isinstance(value, str) else found
