"""Schemes and servers as expressions, which clients and the stub have alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from apiscribe.model import Api, ErrorCode
from apiscribe.model.authentication import (
    ApiKey,
    Basic,
    Bearer,
    ClientCredentials,
    Hook,
    Scheme,
    Session,
)
from apiscribe.model.failures import by_any_name
from apiscribe.views.text import literal


def authentication(api: Api) -> str | None:
    """`Authentication(...)`; None where a word says it."""
    given = api.authentication
    if given.word is not None:
        return None
    schemes = "".join(
        f"{literal(n)}: {_scheme(each, api.errors)}, " for n, each in given.schemes.items()
    )
    own = [each.authentication for each in api.operations if each.authentication]
    others = tuple(dict.fromkeys(each for each in own if each != given.use))
    more = f", others={literal(others)}" if others else ""
    return f"Authentication(schemes={{{schemes}}}, use={literal(given.use)}{more})"


def scheme_classes(api: Api) -> tuple[str, ...]:
    """The classes that `authentication` names."""
    if api.authentication.word is not None:
        return ()
    kinds = {type(each).__name__ for each in api.authentication.schemes.values()}
    return tuple(sorted({"Authentication", *kinds}))


def _scheme(scheme: Scheme, errors: Sequence[ErrorCode]) -> str:
    match scheme:
        case ApiKey():
            return _call(
                "ApiKey",
                {
                    "place": scheme.place,
                    "name": scheme.name,
                    "value": scheme.value,
                    "prefix": scheme.prefix or None,
                },
            )
        case Basic():
            return _call("Basic", {"value": scheme.value, "any_user": scheme.any_user or None})
        case Bearer():
            prefix = None if scheme.prefix == "Bearer" else scheme.prefix
            return _call("Bearer", {"value": scheme.value, "prefix": prefix})
        case ClientCredentials():
            return _call("ClientCredentials", _client_credentials(scheme))
        case Session():
            return _call("Session", _session(scheme, errors))
        case Hook():
            return _call(
                "Hook",
                {
                    "credentials": scheme.credentials or None,
                    "adds": scheme.adds,
                    "place": None if scheme.place == "header" else scheme.place,
                },
            )
        case _:
            assert_never(scheme)


def _client_credentials(scheme: ClientCredentials) -> dict[str, object]:
    return {
        "token_url": scheme.token_url,
        "client_id": scheme.client_id,
        "client_secret": scheme.client_secret,
        "client": None if scheme.client == "basic" else scheme.client,
        "encoding": None if scheme.encoding == "form" else scheme.encoding,
        "scopes": scheme.scopes or None,
        "audience": scheme.audience,
        "fields": scheme.fields or None,
    }


def _session(scheme: Session, errors: Sequence[ErrorCode]) -> dict[str, object]:
    return {
        "token_url": scheme.token_url,
        "encoding": None if scheme.encoding == "form" else scheme.encoding,
        "fields": scheme.fields,
        "token": scheme.token,
        "told": None if scheme.told == "body" else scheme.told,
        "place": scheme.place,
        "name": scheme.name,
        "prefix": scheme.prefix or None,
        "lifetime": scheme.lifetime,
        "over": scheme.over or None,
        "refused": scheme.refused and by_any_name(errors)[scheme.refused].key,
        "beside": scheme.beside,
    }


def servers(api: Api) -> str | None:
    """`Servers(...)`; None where there is one address and nothing to choose."""
    given = api.servers
    if given.plain:
        return None
    each = "".join(
        f"{literal(server.name)}: "
        f"{_call('Server', {'url': server.url, 'others': server.others or None})}, "
        for server in given.servers
    )
    variables = "".join(
        f"{literal(one.name)}: "
        f"{_call('Variable', {'default': one.default, 'choices': one.choices or None})}, "
        for one in given.variables
    )
    return f"Servers(servers={{{each}}}, variables={{{variables}}})"


def server_classes(api: Api) -> tuple[str, ...]:
    """The classes that `servers` names."""
    if api.servers.plain:
        return ()
    return ("Server", "Servers", "Variable") if api.servers.variables else ("Server", "Servers")


def _call(name: str, arguments: dict[str, object]) -> str:
    """An expression without what has its default, which is None here."""
    given = (f"{key}={literal(value)}" for key, value in arguments.items() if value is not None)
    return f"{name}({', '.join(given)})"
