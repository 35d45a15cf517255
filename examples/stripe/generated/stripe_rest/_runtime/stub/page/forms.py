"""Operations as forms: what each takes, where it goes, and of which kind it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal

from ...encoding.prefixed import taken
from ...encoding.unions import file_of, single_of
from ...encoding.wire import Map
from ...operation import Operation
from ...program import Constant, Create, Entity, Program
from ..api import StubApi
from ..scheme_refusals import described
from ..service import Service
from . import swagger
from .openapi import Described, DescribedArgument, OpenApiDocument

_UNKNOWN = DescribedArgument({}, False, "")
Place = Literal["path", "query", "header", "cookie", "body"]


class Forms:
    """What a form has to know of the operations of an API. The document is read when asked for."""

    def __init__(self, api: StubApi, program: Program | None) -> None:
        self._api = api
        self._program = program
        self._by_id = {each.id: each for each in api.operations}

    def operation(self, id: str) -> Operation | None:
        return self._by_id.get(id)

    def overview(self) -> dict[str, Any]:
        """All that there is, each in a line."""
        api, document = self._api, self._document
        service = api.service()
        return {
            "title": api.title,
            "version": document.version,
            "summary": document.summary,
            "mode": "examples" if self._program is None else "emulate",
            "credentials": [{"name": name} for name in self._credentials()],
            "schemes": [described(each) for each in self._schemes()],
            "resources": self._resources(),
            "entities": [_entity(*each, self._usual(*each)) for each in self._entities()],
            "errors": [{"code": each.key, "message": each.message} for each in service.errors],
            "events": self._events(service),
            "swagger": swagger.told(api.config.distribution),
        }

    def form(self, operation: Operation) -> dict[str, Any]:
        """What an operation takes."""
        part = () if operation.json_part is None else (operation.json_part,)
        known = self._document.operation(operation.id, operation.wrap or part)
        return {
            **_line(operation, known.summary),
            "section": operation.section,
            "description": known.description,
            "aliases": list(operation.aliases),
            "advice": operation.advice.get(operation.id, ""),
            "limits": [
                {"requests": each.requests, "seconds": each.seconds, "group": each.group}
                for each in operation.limits
            ],
            "example": _example(operation, known),
            "arguments": [_argument(operation, name, known) for name in operation.arguments],
        }

    @cached_property
    def _document(self) -> OpenApiDocument:
        return OpenApiDocument(self._api.openapi)

    def _resources(self) -> list[dict[str, Any]]:
        found: dict[str, list[Operation]] = {}
        for operation in self._api.operations:
            found.setdefault(operation.id.partition(".")[0], []).append(operation)
        summary, sections = self._document.summary_of, self._document.sections
        return [
            {
                "name": name,
                "doc": sections.get(name, ""),
                "operations": [_line(each, summary(each.id)) for each in operations],
            }
            for name, operations in found.items()
        ]

    def _entities(self) -> list[tuple[str, Entity]]:
        return [] if self._program is None else list(self._program.entities.items())

    def _usual(self, name: str, entity: Entity) -> dict[str, object]:
        """What fields of records hold unless a request says otherwise."""
        assert self._program is not None
        starts = entity.starts.items()
        found = {field: each.value for field, each in starts if isinstance(each, Constant)}
        for plan in self._program.plans.values():
            if any(isinstance(each, Create) and each.entity == name for each in plan.steps):
                found.update(plan.defaults)
        return {field: value for field, value in found.items() if field not in entity.sensitive}

    def _credentials(self) -> tuple[str, ...]:
        return self._api.config.credentials

    def _schemes(self) -> list[Any]:
        authentication = self._api.authentication
        return [] if authentication is None else list(authentication.schemes.values())

    def _events(self, service: Service) -> list[str]:
        """Nobody is told of any where nothing is remembered, and nothing is documented."""
        if service.webhooks is None:
            return []
        if self._program is None and not service.webhooks.has_examples:
            return []
        return sorted(service.webhooks.events)


def _line(operation: Operation, summary: str) -> dict[str, Any]:
    return {
        "id": operation.id,
        "method": operation.method,
        "path": operation.path,
        "effect": operation.effect,
        "summary": summary,
        "deprecated": operation.id in operation.advice,
    }


def _argument(operation: Operation, name: str, known: Described) -> dict[str, Any]:
    bindings, wire = operation.bindings, operation.arguments[name]
    wired = name if bindings is None else bindings.wire_name(name)
    argument = known.arguments.get(wired, _UNKNOWN)
    found = {
        "name": name,
        "wire": wired,
        "place": _place(operation, name),
        "required": argument.required or name in operation.in_path,
        "sensitive": name in operation.sensitive,
        "advice": operation.advice.get(name, "") if name in operation.deprecated else "",
        "doc": argument.doc,
        "schema": argument.schema,
    }
    single = single_of(wire)
    if (file := file_of(single)) is not None:
        found["file"] = {
            "media_type": file.media_type,
            "many": single is not wire,
            "named": isinstance(wire, Map),
            "or_else": single is not file,
        }
    return found


def _place(operation: Operation, name: str) -> Place:
    bindings = operation.bindings
    if name in operation.in_path:
        return "path"
    if bindings is not None and name in bindings.headers:
        return "header"
    if bindings is not None and name in bindings.cookies:
        return "cookie"
    if operation.encoding == "query" or name in operation.in_query:
        return "query"
    return "body"


def _example(operation: Operation, known: Described) -> Mapping[str, object]:
    """The documented request, by the names of arguments."""
    bindings = operation.bindings
    wired = {
        name if bindings is None else bindings.wire_name(name): name for name in operation.arguments
    }
    maps: Mapping[str, object] = {}
    given = list(known.example.items())
    if bindings is not None and bindings.prefixes:
        maps, given = taken(bindings, operation.arguments, given, headers=False)
    return {wired[name]: value for name, value in given if name in wired} | dict(maps)


def _entity(name: str, entity: Entity, usual: Mapping[str, object]) -> dict[str, Any]:
    names = {value: state for state, value in entity.states.items() if _is_plain(value)}
    return {
        "name": name,
        "doc": entity.doc,
        "key": entity.key,
        "state": entity.state,
        "states": dict(entity.states),
        "usual": usual,
        "transitions": [
            {
                "name": each,
                "doc": transition.doc,
                "from": [{"value": v, "name": _named(names, v)} for v in transition.sources],
                "arguments": list(transition.arguments),
                "due": transition.due,
            }
            for each, transition in entity.transitions.items()
        ],
    }


def _named(names: Mapping[Any, str], value: object) -> str:
    return names.get(value, str(value)) if _is_plain(value) else str(value)


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float | None)
