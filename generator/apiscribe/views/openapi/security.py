"""Who calls, as OpenAPI says it: schemes where it has a word for them, parameters where not."""

from __future__ import annotations

from itertools import product
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
    credentials_of,
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
    if operation.authentication is None and not operation.scopes:
        return {}
    used = api.authentication.of(operation.authentication)
    required = _requirements(api, used)
    if operation.scopes:
        required = [
            _scoped(api, one, together, scopes)
            for one, together in zip(required, used, strict=True)
            for scopes in (product(*operation.scopes) if one else [()])
        ]
    return {"security": required if any(required) else []}


def _scoped(
    api: Api, required: Schema, together: tuple[str, ...], scopes: tuple[str, ...]
) -> Schema:
    """One alternative, with scopes at what has them: any scheme, unless others go with Basic."""
    schemes = api.authentication.schemes
    tokens = [name for name in together if not isinstance(schemes[name], Basic)] or together
    carrying = {key for name in tokens for key in _scheme(api, name, schemes[name])}
    own = list(dict.fromkeys(scopes))
    return {key: own if key in carrying else said for key, said in required.items()}


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
        "description": _doc(api, key),
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
            return {name: {"type": "http", "scheme": "basic", "description": _doc(api, scheme)}}
        case Bearer():
            return {name: _bearer(api, scheme)}
        case ClientCredentials():
            scopes = dict.fromkeys((*scheme.scopes, *_needed(api, name)), "")
            flow = {"tokenUrl": scheme.token_url, "scopes": scopes}
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


def _needed(api: Api, scheme: str) -> list[str]:
    """All scopes that operations need which use a scheme."""
    using = [
        each
        for each in api.operations
        if any(scheme in together for together in api.authentication.of(each.authentication))
    ]
    return sorted({scope for each in using for choices in each.scopes for scope in choices})


def _api_key(api: Api, name: str, key: ApiKey) -> Schema:
    if key.place in _ELSEWHERE:
        return {}
    doc = _doc(api, key)
    if key.prefix:
        doc += f" Behind the word `{key.prefix}`."
    return {name: {"type": "apiKey", "in": key.place, "name": key.name, "description": doc}}


def _bearer(api: Api, scheme: Bearer) -> Schema:
    if api.authentication.word == "bearer":
        return {"type": "http", "scheme": "bearer"}
    doc = _doc(api, scheme)
    if scheme.prefix == "Bearer":
        return {"type": "http", "scheme": "bearer", "description": doc}
    return {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": f"{doc} Behind the word `{scheme.prefix}`.",
    }


def _doc(api: Api, scheme: ApiKey | Basic | Bearer) -> str:
    """What the credentials of a scheme are, and in which form they are sent."""
    names = credentials_of(scheme)
    parts = [sentence(api.authentication.doc(each)) for each in names]
    if scheme.value not in ("".join(f"{{{name}}}" for name in names), _usual_pair(names)):
        parts.append(f"As `{scheme.value}`.")
    return " ".join(parts)


def _usual_pair(names: tuple[str, ...]) -> str:
    return ":".join(f"{{{name}}}" for name in names) + (":" if len(names) == 1 else "")
