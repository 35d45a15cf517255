"""Every small change to a rule of the spec.

A rule that the spec states once is changed once, wherever it counts: a named value, or a group
that forty operations share, is one mutant. What each argument is, and whether it is required,
is changed for every argument of every operation.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from apiscribe.model import Api, Argument, CommonArgument, Field, ObjectType
from apiscribe.resolve import Origins
from tests.mutation import of_arguments, of_rules, of_values
from tests.mutation.changes import Change
from tests.mutation.rebuild import Exchange, lists_of, objects_of, within

Users = dict[str, set[str]]
"""Operation id -> those of its arguments that a part counts for."""


@dataclass(frozen=True)
class Mutant:
    kind: str
    """The row of the table that it counts in."""
    name: str
    """Where it is and what is changed; the same as long as both are."""
    position: str
    exchange: Exchange
    users: Mapping[str, set[str]]


@dataclass
class _Part:
    """A part of the model in all its copies that were written at one place."""

    position: str
    path: str
    owner: Any
    copies: list[Any] = field(default_factory=list)
    users: Users = field(default_factory=dict)


@dataclass
class Parts:
    origins: Origins
    found: dict[tuple[object, ...], _Part] = field(default_factory=dict)

    def add(self, part: Any, owner: Any, users: Users, *, name: str = "") -> None:
        place = self.origins.place(part)
        path = name or f"{place.source.file} {'.'.join(map(str, place.path))}"
        key = (type(part).__name__, path, repr(part))
        known = self.found.setdefault(key, _Part(str(place.position), path, owner))
        if not any(part is each for each in known.copies):
            known.copies.append(part)
        for operation, arguments in users.items():
            known.users.setdefault(operation, set()).update(arguments)


def mutants(api: Api, origins: Origins) -> Iterator[Mutant]:
    parts = Parts(origins)
    for operation in api.operations:
        for argument in operation.arguments:
            users = {operation.id: {argument.name}}
            parts.add(argument, operation, users, name=f"{operation.id} {argument.name}")
            _add_types(parts, argument, users)
            for name in objects_of(api, argument.type, {}):
                _add_object(parts, api.objects[name], users)
        for rule in operation.rules:
            parts.add(rule, operation, {operation.id: of_rules.arguments_of(rule)})
    _add_common(parts, api)
    alike = Counter((type(part.copies[0]), part.path) for part in parts.found.values())
    for part in parts.found.values():
        yield from _of(api, part, only=alike[type(part.copies[0]), part.path] == 1)
    yield from _of_lists(api, parts)


def _add_types(parts: Parts, owner: Argument | Field, users: Users) -> None:
    for each in within(owner.type):
        parts.add(each, owner, users)
        for rule in each.rules:
            parts.add(rule, each, users)


def _add_object(parts: Parts, declared: ObjectType, users: Users) -> None:
    parts.add(declared, declared, users)
    for each in declared.fields:
        parts.add(each, declared, users, name=f"{declared.name} {each.wire_name}")
        _add_types(parts, each, users)
    for rule in declared.rules:
        parts.add(rule, declared, users)


def _add_common(parts: Parts, api: Api) -> None:
    # Every operation takes them alike: one of them is enough to notice.
    users: Users = {api.operations[0].id: {""}}
    for each in api.common:
        part = _Part("api.yaml", f"api.yaml common.{each.argument.name}", api, [each], users)
        parts.found["common", each.argument.name] = part
        _add_types(parts, each.argument, users)


def _of(api: Api, part: _Part, *, only: bool) -> Iterator[Mutant]:
    # What is said in one place may be overridden in part, and so be several things.
    operation, arguments = next(iter(part.users.items()))
    of = "" if only else f" of {operation} {min(arguments)}"
    for change in _changes(api, part.copies[0], part.owner):
        exchange = {id(copy): change.into for copy in part.copies}
        name = f"{part.path}{of}: {change.said}"
        yield Mutant(change.kind, name, part.position, exchange, part.users)


def _changes(api: Api, part: Any, owner: Any) -> Iterator[Change]:
    yield from of_values.changes(api, part)
    yield from of_arguments.changes(part)
    yield from of_rules.changes(api, part, owner)
    if isinstance(part, CommonArgument):
        kind = "whether case of letters counts"
        other = replace(part, case_insensitive=not part.case_insensitive)
        yield Change(kind, "case counts", other)


def _of_lists(api: Api, parts: Parts) -> Iterator[Mutant]:
    for name, declared in api.lists.items():
        users: Users = {}
        for part in parts.found.values():
            if name in lists_of(part.copies[0]):
                for operation, arguments in part.users.items():
                    users.setdefault(operation, set()).update(arguments)
        for change in of_values.list_changes(declared):
            title = f"lists/{name}.yaml: {change.said}"
            exchange = {id(declared): change.into}
            yield Mutant(change.kind, title, f"lists/{name}.yaml", exchange, users)
