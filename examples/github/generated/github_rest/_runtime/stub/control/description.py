"""The control API as an OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .fields import Field, in_body, in_query
from .routing import TEXT, Call, Route, list_of, object_of

_FAILURE = "Failure"
_REFUSALS = {
    401: "Without the control token.",
    403: "From another machine, or by a foreign web page.",
    404: "There is no such entity, name or id.",
    422: "Bad input, with every problem.",
}


def route(routes: list[Route], prefix: str, title: str) -> Route:
    """The route that describes all routes, itself too."""

    def describe(_: Call) -> object:
        return document(routes, prefix, title)

    return Route(
        method="GET",
        path="openapi.json",
        doc="This description.",
        do=describe,
        answer={"type": "object"},
    )


def document(routes: Iterable[Route], prefix: str, title: str) -> dict[str, Any]:
    paths: dict[str, dict[str, Any]] = {}
    for each in routes:
        paths.setdefault(prefix + each.path, {})[each.method.lower()] = _operation(each)
    failure = object_of(message=TEXT, problems=list_of(object_of(at=TEXT, problem=TEXT)))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Control API of the stub of {title}",
            "version": "1",
            "description": "What a test asks of a stub, and does to it. It is no part of the API "
            "that the stub stands for.",
        },
        "servers": [{"url": "/"}],
        "security": [{}, {"token": []}],
        "paths": paths,
        "components": {
            "schemas": {_FAILURE: failure},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(route: Route) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": route.id,
        "summary": route.doc,
        "parameters": [*_path(route), *map(_query, route.query), _NAMESPACE],
        "responses": {
            str(route.status): _done(route),
            **{str(status): _failure(text) for status, text in _REFUSALS.items()},
        },
    }
    if route.body is not None:
        needed = bool(route.says) or any(field.required for field in route.body)
        content = {"application/json": {"schema": _body(route)}}
        found["requestBody"] = {"required": needed, "content": content}
    return found


def _path(route: Route) -> list[dict[str, Any]]:
    found = []
    for name in (part[1:-1] for part in route.path.split("/") if part.startswith("{")):
        # An empty one would make another path.
        of = {"enum": list(route.among[name])} if name in route.among else {"minLength": 1}
        schema = {**TEXT, **of}
        found.append({"name": name, "in": "path", "required": True, "schema": schema})
    return found


def _links(route: Route) -> dict[str, Any]:
    return {
        link.to: {
            "operationId": link.to,
            "parameters": {link.name: f"$response.body#{link.found}"},
        }
        for link in route.links
    }


def _query(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "in": "query",
        "required": field.required,
        "description": field.doc,
        "schema": in_query(field),
    }


def _body(route: Route) -> dict[str, Any]:
    fields = route.body or ()
    return {
        "type": "object",
        "properties": {field.name: in_body(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": route.open,
        **route.says,
    }


def _response(text: str, content: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": text, "content": {"application/json": {"schema": content}}}


def _done(route: Route) -> dict[str, Any]:
    found = _response("Done.", route.answer)
    return {**found, "links": _links(route)} if route.links else found


def _failure(text: str) -> dict[str, Any]:
    return _response(text, {"$ref": f"#/components/schemas/{_FAILURE}"})


_NAMESPACE: Mapping[str, Any] = {
    "name": "X-Stub-Namespace",
    "in": "header",
    "description": "Restricts the call to requests that have this header.",
    "schema": TEXT,
}
