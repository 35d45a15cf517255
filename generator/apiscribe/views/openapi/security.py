"""Who calls, as OpenAPI says it: schemes where it has a word for them, parameters where not."""

from __future__ import annotations

from typing import Any, assert_never

from apiscribe.model import Api, Operation
from apiscribe.model.authentication import (
    Alternatives,
    ApiKey,
    Basic,
    Bearer,
    ClientCredentials,
    Hook,
    Scheme,
)
from apiscribe.views.openapi.schema import Schema
from apiscribe.views.text import sentence

_ELSEWHERE = ("arguments", "body", "path")
"""Where a key may be, for OpenAPI, only as a parameter or a part of the body."""


def schemes(api: Api) -> Schema:
    """`securitySchemes`."""
    found: Schema = {}
    for name, scheme in api.authentication.schemes.items():
        found |= _scheme(api, name, scheme)
    return found


def everywhere(api: Api) -> Schema:
    """`security` of the whole document; nothing if no scheme is one of OpenAPI's."""
    required = _requirements(api, api.authentication.use)
    return {"security": required} if any(required) else {}


def of_operation(api: Api, operation: Operation) -> Schema:
    """`security` of an operation that differs."""
    if operation.authentication is None:
        return {}
    required = _requirements(api, operation.authentication)
    return {"security": required if any(required) else []}


def parameters(api: Api, operation: Operation) -> list[Schema]:
    """The keys in paths."""
    keys = api.authentication.keys(operation.authentication, "path")
    return [
        {"name": key.name, "in": "path", "required": True, **_with_doc(secret(api, key))}
        for key in keys
    ]


def _with_doc(schema: Schema) -> Schema:
    return {"schema": schema, "description": schema["description"]}


def secret(api: Api, key: ApiKey) -> Schema:
    """The schema of a key that stands among arguments."""
    return {
        "type": "string",
        "format": "password",
        "minLength": 1,
        "description": sentence(api.authentication.doc(key.credential)),
        "x-sensitive": True,
    }


def _requirements(api: Api, alternatives: Alternatives) -> list[Schema]:
    found: list[Schema] = []
    for together in alternatives:
        required: Schema = {}
        for name in together:
            scheme = api.authentication.schemes[name]
            scopes = list(scheme.scopes) if isinstance(scheme, ClientCredentials) else []
            required |= dict.fromkeys(_scheme(api, name, scheme), scopes)
        found.append(required)
    return found


def _scheme(api: Api, name: str, scheme: Scheme) -> dict[str, Any]:
    match scheme:
        case ApiKey():
            return _api_key(api, name, scheme)
        case Basic():
            parts = [scheme.username, *([scheme.password] if scheme.password else [])]
            doc = " ".join(sentence(api.authentication.doc(each)) for each in parts)
            return {name: {"type": "http", "scheme": "basic", "description": doc}}
        case Bearer():
            return {name: _bearer(api, scheme)}
        case ClientCredentials():
            flow = {"tokenUrl": scheme.token_url, "scopes": dict.fromkeys(scheme.scopes, "")}
            return {name: {"type": "oauth2", "flows": {"clientCredentials": flow}}}
        case Hook():
            return {
                name if len(scheme.adds) == 1 else f"{name}.{each}": {
                    "type": "apiKey",
                    "in": scheme.place,
                    "name": each,
                    "description": sentence(scheme.doc),
                }
                for each in scheme.adds
            }
        case _:
            assert_never(scheme)


def _api_key(api: Api, name: str, key: ApiKey) -> Schema:
    if key.place in _ELSEWHERE:
        return {}
    doc = sentence(api.authentication.doc(key.credential))
    if key.prefix:
        doc += f" Behind the word `{key.prefix}`."
    return {name: {"type": "apiKey", "in": key.place, "name": key.name, "description": doc}}


def _bearer(api: Api, scheme: Bearer) -> Schema:
    if api.authentication.word == "bearer":
        return {"type": "http", "scheme": "bearer"}
    doc = sentence(api.authentication.doc(scheme.credential))
    if scheme.prefix == "Bearer":
        return {"type": "http", "scheme": "bearer", "description": doc}
    return {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": f"{doc} Behind the word `{scheme.prefix}`.",
    }
