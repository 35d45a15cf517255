"""Who calls, as OpenAPI says it: schemes where it has a word for them, parameters where not."""

from __future__ import annotations

from itertools import product
from typing import Any, assert_never

from apiscribe.model import Api, Operation, other_methods
from apiscribe.model.authentication import (
    Alternatives,
    ApiKey,
    Basic,
    Bearer,
    ClientCredentials,
    GettingTokens,
    Hook,
    Scheme,
    Session,
    credentials_of,
)
from apiscribe.views.openapi.schema import Schema
from apiscribe.views.text import sentence

_ELSEWHERE = ("arguments", "body", "path")
"""Where a key may be, for OpenAPI, only as a parameter or a part of the body."""
_BEARER = ("authorization", "Bearer")
_IN_QUERY = ("query", "raw")
"""Encodings of operations whose keys among the arguments are in the query, which OpenAPI knows."""


def schemes(api: Api) -> Schema:
    """`securitySchemes`."""
    found: Schema = {}
    for name, scheme in api.authentication.schemes.items():
        in_query = any(is_in_query(each) for each in _using(api, name))
        found |= _scheme(api, name, scheme, in_query=in_query)
    return found


def is_in_query(operation: Operation) -> bool:
    """Whether keys that stand among its arguments are in its query."""
    return operation.encoding in _IN_QUERY


def everywhere(api: Api) -> Schema:
    """`security` of the whole document; nothing if no scheme is one of OpenAPI's."""
    required = _requirements(api, api.authentication.use, in_query=_mostly_in_query(api))
    return {"security": required} if any(required) else {}


def _mostly_in_query(api: Api) -> bool:
    """Whether that is so of all operations that say nothing of who calls."""
    return all(map(is_in_query, (o for o in api.operations if o.authentication is None)))


def of_operation(api: Api, operation: Operation) -> Schema:
    """`security` of an operation that differs."""
    used = api.authentication.of(operation.authentication)
    in_query = is_in_query(operation)
    required = _requirements(api, used, in_query=in_query)
    usual = _requirements(api, used, in_query=_mostly_in_query(api))
    if operation.authentication is None and not operation.scopes and required == usual:
        return {}
    if operation.scopes:
        required = [
            _scoped(api, one, together, scopes, in_query=in_query)
            for one, together in zip(required, used, strict=True)
            for scopes in (product(*operation.scopes) if one else [()])
        ]
    return {"security": required if any(required) else []}


def _scoped(
    api: Api,
    required: Schema,
    together: tuple[str, ...],
    scopes: tuple[str, ...],
    *,
    in_query: bool,
) -> Schema:
    """One alternative, with scopes at what has them: any scheme, unless others go with Basic."""
    schemes = api.authentication.schemes
    tokens = [name for name in together if not isinstance(schemes[name], Basic)] or together
    found = [_scheme(api, name, schemes[name], in_query=in_query) for name in tokens]
    carrying = {key for each in found for key in each}
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


def _requirements(api: Api, alternatives: Alternatives, *, in_query: bool) -> list[Schema]:
    found: list[Schema] = []
    for together in alternatives:
        required: Schema = {}
        for name in together:
            scheme = api.authentication.schemes[name]
            scopes = list(scheme.scopes) if isinstance(scheme, ClientCredentials) else []
            required |= dict.fromkeys(_scheme(api, name, scheme, in_query=in_query), scopes)
        found.append(required)
    return found


def _scheme(api: Api, name: str, scheme: Scheme, *, in_query: bool) -> dict[str, Any]:
    match scheme:
        case ApiKey():
            return _api_key(api, name, scheme, in_query=in_query)
        case Basic():
            return {name: {"type": "http", "scheme": "basic", "description": _doc(api, scheme)}}
        case Bearer():
            return {name: _bearer(api, scheme)}
        case ClientCredentials():
            scopes = dict.fromkeys((*scheme.scopes, *_needed(api, name)), "")
            flow = {"tokenUrl": _token_url(api, scheme), "scopes": scopes}
            grant = "password" if scheme.asks_for_a_user else "clientCredentials"
            return {name: {"type": "oauth2", "flows": {grant: flow}}}
        case Session():
            return {name: _session(api, scheme)}
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


def _session(api: Api, scheme: Session) -> Schema:
    """A key like others, and where a login gets it, for which OpenAPI has no word."""
    url = _token_url(api, scheme)
    token = scheme.token if scheme.told == "body" else {scheme.told: scheme.token}
    login = {"url": url, "encoding": scheme.encoding, "fields": dict(scheme.fields), "token": token}
    doc = f"What a login at `{url}` gives"
    if scheme.place == "header" and (scheme.name.lower(), scheme.prefix) == _BEARER:
        sent: Schema = {"type": "http", "scheme": "bearer"}
    else:
        sent = {"type": "apiKey", "in": scheme.place, "name": scheme.name}
        doc += f", behind the word `{scheme.prefix}`" if scheme.prefix else ""
    return {**sent, "description": f"{doc}.", "x-login": login}


def _token_url(api: Api, scheme: GettingTokens) -> str:
    """What OpenAPI finds from the server's address: by itself, `/` would leave its path out."""
    known = {f"{{{each.name}}}": each.default for each in api.servers.variables if each.default}
    url = scheme.token_url
    for name, default in known.items():
        url = url.replace(name, default)
    if not url.startswith("/"):
        return url
    _, _, path = api.base_url.partition("://")[2].partition("/")
    return f"/{path}{url}" if path else url


def _needed(api: Api, scheme: str) -> list[str]:
    """All scopes that operations need which use a scheme."""
    using = _using(api, scheme)
    return sorted({scope for each in using for choices in each.scopes for scope in choices})


def _using(api: Api, scheme: str) -> list[Operation]:
    """Operations that may use a scheme, with each of their methods."""
    return [
        each
        for operation in api.operations
        for each in (operation, *other_methods.of(operation))
        if any(scheme in together for together in api.authentication.of(each.authentication))
    ]


def _api_key(api: Api, name: str, key: ApiKey, *, in_query: bool) -> Schema:
    place = "query" if key.place == "arguments" and in_query else key.place
    if place in _ELSEWHERE:
        return {}
    doc = _doc(api, key)
    if key.prefix:
        doc += f" Behind the word `{key.prefix}`."
    return {name: {"type": "apiKey", "in": place, "name": key.name, "description": doc}}


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
    if isinstance(scheme, Basic) and scheme.any_user:
        parts.append("The user name is any text.")
    return " ".join(parts)


def _usual_pair(names: tuple[str, ...]) -> str:
    return ":".join(f"{{{name}}}" for name in names) + (":" if len(names) == 1 else "")
