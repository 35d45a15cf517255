"""The API as an OpenAPI 3.1 document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from apiscribe import naming
from apiscribe.model import (
    Api,
    Argument,
    CsvType,
    Encoding,
    IdempotencyKey,
    Limit,
    ListType,
    Operation,
    Resource,
    UnionType,
    ValueType,
    file_in,
)
from apiscribe.model.authentication import ApiKey
from apiscribe.views import rule_names, rule_sentences
from apiscribe.views.openapi import (
    bindings,
    failures,
    other_methods,
    page_links,
    paging,
    paths,
    prefixes,
    request_examples,
    responses,
    rule_schemas,
    schema,
    security,
    webhooks,
    wrapping,
)
from apiscribe.views.openapi import servers as where
from apiscribe.views.openapi.schema import Schema
from apiscribe.views.text import sentence

_MEDIA_TYPES = {
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
}


_WITH_COMMAS: Schema = {"style": "form", "explode": False}


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
    codes = [f"- {error.key}: {sentence(error.meaning)}" for error in api.errors]
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
        found.setdefault(path, {})[operation.method.lower()] = {
            **said,
            **where.of_operation(api, operation, servers),
            **security.of_operation(api, operation),
        }
    return found


def _operation(api: Api, resource: Resource, operation: Operation) -> Schema:
    sent = rule_names.as_sent(operation)
    advised = rule_names.advised_as_sent(operation)
    named = [each.name for each in _in_body(sent) if each.prefix is None]
    constraints, others = rule_schemas.rules(api, sent, named)
    found: Schema = {
        "operationId": operation.id,
        "tags": [resource.name],
        "summary": sentence(operation.summary),
        "description": schema.listed_rules(
            operation.description or "", rule_sentences.rules_of(api, sent)
        ),
        "parameters": _parameters(api, advised),
        "requestBody": _body(api, advised, constraints),
        "responses": page_links.told(api, operation, responses.responses(api, operation)),
        **(schema.deprecated(operation.deprecated) if operation.deprecated else {}),
        "x-prefixes": prefixes.told(
            (each, _argument(api, each, commas=True)) for each in operation.arguments
        ),
        "x-section": operation.section,
        "x-effect": operation.effect,
        "x-aliases": list(operation.aliases),
        "x-rules": others,
        "x-scopes": [list(each) for each in operation.scopes],
        "x-paging": paging.paging(api, operation),
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
        if each.prefix is not None:
            found += prefixes.parameter(each, _argument(api, each, commas=True))
            continue
        parameter: Schema = {"name": each.wire_name, "in": each.location}
        if each.required or each.location == "path":
            parameter["required"] = True
        parameter["schema"] = _argument(api, each, commas=True)
        parameter["description"] = parameter["schema"]["description"]
        if each.in_json or bindings.is_json_text(each):
            parameter["content"] = {"application/json": {"schema": parameter.pop("schema")}}
        if each.location == "query" and _has_commas(each.type):
            parameter |= _WITH_COMMAS
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
            for name, schema_, needed in _beside(api, operation)
        ]
    return found


def _beside(api: Api, operation: Operation) -> list[tuple[str, Schema, bool]]:
    """What travels beside the arguments: common arguments, and credentials that are in a body."""
    found: list[tuple[str, Schema, bool]] = []
    for key, every in _credentials(api, operation).items():
        found.append((key.name, security.secret(api, key), every))
    for common in api.common:
        described = _argument(api, common.argument, commas=True)
        found.append((common.argument.name, described, False))
    return found


def _credentials(api: Api, operation: Operation) -> dict[ApiKey, bool]:
    """Those that stand beside the arguments, and whether every request has them.

    OpenAPI knows those of a query by itself.
    """
    if security.is_in_query(operation):
        return {}
    return api.authentication.keys(operation.authentication, "arguments", "body")


def _body(api: Api, operation: Operation, constraints: list[Schema]) -> Schema | None:
    if operation.encoding == "query":
        return None
    whole = bindings.whole_body(operation)
    if whole is not None:
        described = {"schema": schema.wrapped(_argument(api, whole, commas=False), operation.wrap)}
        kinds = bindings.body_types(operation, whole)
        return {"required": whole.required, "content": dict.fromkeys(kinds, described)}
    found = {e: _media(api, operation, e, constraints) for e in operation.encodings}
    given = [media for media in found.values() if media is not None]
    if not given:
        return None
    required = any(media["schema"].get("required") for media in given)
    keys = [key.name for key in _credentials(api, operation)]
    wrapped = {
        _media_type(operation, e): wrapping.wrapped(operation, e, media, keys)
        for e, media in found.items()
        if media is not None
    }
    return {"required": required, "content": wrapped}


def _media_type(operation: Operation, encoding: Encoding) -> str:
    return operation.json_sent if encoding == "json" else _MEDIA_TYPES[encoding]


def _media(
    api: Api, operation: Operation, encoding: Encoding, constraints: list[Schema]
) -> Schema | None:
    """The body as one encoding has it; None if nothing is in it."""
    arguments = _in_body(operation)
    beside = _beside(api, operation)
    always = bindings.in_body(operation, encoding)
    if not arguments and not beside and not always:
        return None
    properties = {name: described for name, described, _ in beside}
    commas = encoding != "json"
    properties.update(always)
    named = [each for each in arguments if each.prefix is None]
    properties.update((a.wire_name, _argument(api, a, commas=commas)) for a in named)
    required = [name for name, _, needed in beside if needed]
    required += [*always]
    required += [a.wire_name for a in named if a.required and not a.conditional]
    body: Schema = {"type": "object", "properties": properties}
    all_of_it = ((each, _argument(api, each, commas=commas)) for each in arguments)
    if patterns := prefixes.patterns(all_of_it, properties):
        body["patternProperties"] = patterns
    if required:
        body["required"] = required
    if constraints:
        body["allOf"] = constraints
    content: Schema = {"schema": body}
    if encoding != "json" and (parts := _encoding(operation)):
        content["encoding"] = parts
    if examples := request_examples.examples(api, operation, encoding):
        content["examples"] = examples
    return content


def _in_body(operation: Operation) -> list[Argument]:
    return [each for each in operation.arguments if each.location == "body"]


def _known_key(given: IdempotencyKey) -> Schema | bool:
    """What becomes of a key that the service knows; true where nothing more is said."""
    said = {
        "seconds": given.seconds,
        "per": "api" if given.per_api else None,
        "otherwise": given.otherwise,
        "replayed": dict(given.replayed) or None,
        "failures": None if given.failures else False,
    }
    return {name: each for name, each in said.items() if each is not None} or True


def _argument(api: Api, given: Argument, *, commas: bool) -> Schema:
    of_type = schema.of_type(api, given.type, "request", commas=commas)
    found = schema.described(api, given, of_type)
    if given.conditional:
        found["x-conditional"] = True
    if given.holds is not None:
        found["x-holds"] = given.holds
    if given.expands is not None:
        found["x-expands"] = True
    if given.idempotency_key is not None:
        found["x-idempotency-key"] = _known_key(given.idempotency_key)
    return found


def _has_commas(of: ValueType) -> bool:
    return isinstance(of, CsvType) and of.separator == ","


def _encoding(operation: Operation) -> Schema:
    """How a form carries what is no text: a list as one field with commas, an object as JSON."""
    found: Schema = {}
    for each in _in_body(operation):
        if each.prefix is not None:
            continue
        styled = bindings.style(each)
        file = file_in(each.type.item if isinstance(each.type, ListType) else each.type)
        match each.type:
            case _ if file is not None:
                found[each.wire_name] = {**styled, **bindings.content_type(file, each.type)}
            case _ if styled:
                found[each.wire_name] = styled
            case CsvType() if _has_commas(each.type):
                found[each.wire_name] = _WITH_COMMAS
            case UnionType():
                found[each.wire_name] = bindings.of_members(each.type)
            case _ if bindings.is_json_text(each):
                found[each.wire_name] = {"contentType": "application/json"}
            case _:
                pass
    return found


def _components(api: Api) -> Schema:
    schemas = {
        naming.class_name(name): schema.of_object(
            api, name, "request" if declared.used_in == {"request"} else "response"
        )
        for name, declared in api.objects.items()
        if declared.used_in and declared.body_fields and not declared.body_field
    }
    schemas["_Failure"] = failures.schema(api)
    components: Schema = {"schemas": schemas}
    if schemes := security.schemes(api):
        components["securitySchemes"] = schemes
    return components
