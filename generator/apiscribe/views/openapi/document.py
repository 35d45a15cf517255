"""The API as an OpenAPI 3.1 document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from apiscribe import naming
from apiscribe.model import (
    Api,
    Limit,
    Operation,
    Resource,
    other_methods,
)
from apiscribe.views import rule_names, rule_sentences
from apiscribe.views.openapi import (
    arguments,
    bindings,
    bodies,
    failures,
    page_links,
    paging,
    paths,
    prefixes,
    responses,
    rule_schemas,
    schema,
    security,
    streams,
    webhooks,
)
from apiscribe.views.openapi import servers as where
from apiscribe.views.openapi.schema import Schema
from apiscribe.views.text import sentence

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_OTHER_METHODS = "x-additional-operations"
"""What OpenAPI 3.2 has as `additionalOperations`."""


def documents(api: Api, *preferred: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The document, once for each of the servers that its readers should prefer."""
    described = list(_described(api))
    components, hooks = _components(api), webhooks.webhooks(api)
    for servers in preferred:
        yield {
            "openapi": "3.1.0",
            "info": {
                "title": api.title,
                "version": api.version,
                "summary": api.summary,
                "description": _description(api),
            },
            "servers": where.everywhere(api, servers),
            "tags": [{"name": r.name, "description": sentence(r.summary)} for r in api.resources],
            "paths": _paths(api, servers, described),
            **({"webhooks": hooks} if hooks else {}),
            "components": components,
            **security.everywhere(api),
        }


def _description(api: Api) -> str:
    codes = [f"- {error.label}: {sentence(error.meaning)}" for error in api.errors]
    return "\n".join(["Codes of failures:", "", *codes])


def _described(api: Api) -> Iterator[tuple[Operation, Schema]]:
    """Each operation by each of its methods, but for where it is and who may call it."""
    for resource in api.resources:
        for operation in resource.operations:
            yield operation, _operation(api, resource, operation)
            for other in other_methods.of(operation):
                operation_id = f"{operation.id}.{other.method.lower()}"
                yield other, {**_operation(api, resource, other), "operationId": operation_id}


def _paths(
    api: Api, servers: tuple[str, ...], described: Iterable[tuple[Operation, Schema]]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    described = list(described)
    called = paths.of([operation for operation, _ in described])
    for path, (operation, said) in zip(called, described, strict=True):
        item = found.setdefault(path, {})
        name = operation.method.lower()
        if name not in _METHODS:
            item, name = item.setdefault(_OTHER_METHODS, {}), operation.method
        item[name] = {
            **said,
            **where.of_operation(api, operation, servers),
            **security.of_operation(api, operation),
        }
    return found


def _operation(api: Api, resource: Resource, own: Operation) -> Schema:
    operation = api.with_common(own)
    sent = rule_names.as_sent(operation)
    advised = rule_names.advised_as_sent(operation)
    named = [each.name for each in bodies.in_body(sent) if each.prefix is None]
    constraints, others = rule_schemas.rules(api, sent, named)
    found: Schema = {
        "operationId": operation.id,
        "tags": [resource.name],
        "summary": sentence(operation.summary),
        "description": schema.listed_rules(
            operation.description or "", rule_sentences.rules_of(api, sent)
        ),
        "parameters": _parameters(api, advised),
        "requestBody": bodies.body(api, advised, constraints),
        "responses": page_links.told(api, operation, responses.responses(api, operation)),
        **(schema.deprecated(operation.deprecated) if operation.deprecated else {}),
        "x-prefixes": prefixes.told(
            (each, arguments.argument(api, each, commas=True)) for each in operation.arguments
        ),
        "x-section": operation.section,
        "x-effect": operation.effect,
        "x-holds": operation.holds,
        "x-aliases": list(operation.aliases),
        "x-rules": others,
        "x-scopes": [list(each) for each in operation.scopes],
        "x-paging": paging.paging(api, operation),
        "x-stream": streams.stream(operation),
        "x-rate-limits": [_limit(each) for each in sent.limits],
    }
    return {key: value for key, value in found.items() if value not in ([], "", None)}


def _limit(given: Limit) -> Schema:
    found: Schema = {"group": given.group}
    if given.requests:
        found |= {"requests": given.requests, "seconds": given.seconds}
    if given.per != "key":
        found["per"] = given.per
    if given.argument:
        found["argument"] = given.argument
    if given.cost != 1:
        found["cost"] = given.cost
    return found


def _parameters(api: Api, operation: Operation) -> list[Schema]:
    found = security.parameters(api, operation)
    for each in operation.arguments:
        if each.location == "body" or bindings.is_content_type(each):
            continue
        if operation.url is not None and each.name == operation.url.argument:
            continue
        if each.prefix is not None:
            found += prefixes.parameter(each, arguments.argument(api, each, commas=True))
            continue
        parameter: Schema = {"name": each.wire_name, "in": each.location}
        if each.required or each.location == "path":
            parameter["required"] = True
        parameter["schema"] = arguments.argument(api, each, commas=True)
        parameter["description"] = parameter["schema"]["description"]
        if each.in_json or bindings.is_json_text(each):
            parameter["content"] = {"application/json": {"schema": parameter.pop("schema")}}
        if each.location == "query" and arguments.has_commas(each.type):
            parameter |= arguments.WITH_COMMAS
        parameter |= bindings.style(each)
        if each.in_percent:
            parameter["x-style"] = "percent"
        if each.keeps_slashes:
            parameter["x-keeps-slashes"] = True
        found.append(parameter)
    found += bindings.constants(operation)
    if operation.encoding in ("query", "raw"):
        found += [
            {
                "name": name,
                "in": "query",
                "schema": schema_,
                **({"required": True} if needed else {}),
            }
            for name, schema_, needed in arguments.beside(api, operation)
        ]
    return found


def _components(api: Api) -> Schema:
    schemas = {
        naming.class_name(name): schema.of_object(
            api, name, "request" if declared.used_in == {"request"} else "response"
        )
        for name, declared in api.objects.items()
        if declared.used_in and declared.body_fields and not declared.body_field
    }
    schemas |= failures.schemas(api)
    components: Schema = {"schemas": schemas}
    if schemes := security.schemes(api):
        components["securitySchemes"] = schemes
    return components
