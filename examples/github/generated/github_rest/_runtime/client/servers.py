"""Which URLs a client sends to: those of the chosen server, or one that serves everything."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import structs

from ..config import ApiConfig, resolve_base_url, variable
from ..errors import ConfigurationError
from ..semantics.compiled import compiled

if TYPE_CHECKING:
    from ..servers import Server, Servers, Variable

_VARIABLE = r"\{([^{}]+)\}"
_VALUE = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
"""What cannot lead to another host than the one around it."""
_NONE: Mapping[str, str | None] = {}
MAIN = ""
"""The name of the URL that operations are sent to that say nothing else."""


def token_server(scheme: str) -> str:
    """The name of the server that a scheme has its tokens from."""
    return f"tokens of {scheme}"


def resolve_urls(
    config: ApiConfig,
    base_url: str | None = None,
    server: str | None = None,
    variables: Mapping[str, str | None] = _NONE,
) -> dict[str, str]:
    """The URL of each server by name.

    One that is given as `base_url`, or in the environment, serves everything.

    Raises:
        ConfigurationError: there is no such server, or a variable has no value that fits.
    """
    one = base_url is not None or bool(os.environ.get(variable(config, "base_url")))
    if one or config.servers is None:
        url = resolve_base_url(config, base_url)
        installations = config.servers.servers.values() if config.servers else ()
        found = {MAIN: url}
        for each in installations:
            for name, other in each.others.items():
                if found.get(name, url) == url:
                    found[name] = _with_its_path(url, each.url, other)
    else:
        chosen = _server(config, config.servers, server)
        found = {
            name: _filled(url, config, config.servers.variables, variables)
            for name, url in {MAIN: chosen.url, **chosen.others}.items()
        }
    return found | _token_servers(config, found[MAIN], only=one)


def with_variables(
    config: ApiConfig, base_url: str | None, given: Mapping[str, str | None]
) -> ApiConfig:
    """What a client knows of its API, with its own parts of addresses where tokens come from.

    Where one URL serves everything, what has no value is called by its name.

    Raises:
        ConfigurationError: a variable has no value that fits.
    """
    if config.authentication is None or config.servers is None:
        return config
    from ..authentication import GettingTokens

    one = base_url is not None or bool(os.environ.get(variable(config, "base_url")))
    known, schemes = dict(config.servers.variables), dict(config.authentication.schemes)
    if one:
        known = {n: structs.replace(v, default=v.default or n) for n, v in known.items()}
    for name, scheme in schemes.items():
        if isinstance(scheme, GettingTokens) and "{" in scheme.token_url:
            url = _filled(scheme.token_url, config, known, given)
            schemes[name] = structs.replace(scheme, token_url=url)
    settled = structs.replace(config.authentication, schemes=schemes)
    return structs.replace(config, authentication=settled)


def documented_urls(config: ApiConfig, server: str | None) -> list[str]:
    """Where the page says that a server is, with variables in braces."""
    if config.servers is None:
        return [config.base_url]
    known = config.servers.servers.values()
    if server is None:
        return [each.url for each in known]
    return [each.others[server] for each in known if server in each.others]


def _with_its_path(given: str, documented: str, other: str) -> str:
    """The URL in place of `other`, where `given` stands for the `documented` one beside it.

    Whoever gives a URL with the documented path has put another host in front of all paths.
    """
    path = _path(documented)
    return given.removesuffix(path) + _path(other) if path and given.endswith(path) else given


def _path(url: str) -> str:
    """The path of a URL, which may have variables."""
    return "/".join(["", *url.split("/")[3:]]) if url.count("/") > 2 else ""


def _token_servers(config: ApiConfig, main: str, *, only: bool) -> dict[str, str]:
    """Where tokens come from: where the API is, unless their URL is a whole one."""
    if config.authentication is None:
        return {}
    from ..authentication import GettingTokens

    documented = documented_urls(config, None)
    found: dict[str, str] = {}
    for name, scheme in config.authentication.schemes.items():
        if isinstance(scheme, GettingTokens):
            origin = scheme.token_origin
            found[token_server(name)] = origin or main
            if only and origin:
                urls = (_with_its_path(main, each, origin) for each in documented)
                found[token_server(name)] = min(urls, key=len)
    return found


def _server(config: ApiConfig, servers: Servers, given: str | None) -> Server:
    source = "server="
    if given is None:
        source = variable(config, "server")
        given = (os.environ.get(source) if len(servers.servers) > 1 else None) or next(
            iter(servers.servers)
        )
    if given not in servers.servers:
        known = " or ".join(map(repr, servers.servers))
        raise ConfigurationError(f"{source} is {given!r}, not {known}")
    return servers.servers[given]


def _filled(
    url: str,
    config: ApiConfig,
    known: Mapping[str, Variable],
    given: Mapping[str, str | None],
) -> str:
    return compiled(_VARIABLE).sub(
        lambda match: _value(config, match[1], known[match[1]], given), url
    )


def _value(
    config: ApiConfig, name: str, declared: Variable, given: Mapping[str, str | None]
) -> str:
    source, value = f"{name}=", given.get(name)
    if value is None:
        source = variable(config, name)
        value = os.environ.get(source) or declared.default
    if value is None:
        raise ConfigurationError(
            f"{config.title}: {name} is part of the address: pass {name}= or set {source}"
        )
    if declared.choices and value not in declared.choices:
        raise ConfigurationError(
            f"{source} is {value!r}, not {' or '.join(map(repr, declared.choices))}"
        )
    if not compiled(_VALUE).fullmatch(value):
        raise ConfigurationError(
            f"{source} is {value!r}: a part of an address has letters, digits, points, hyphens and"
            " underscores alone"
        )
    return value
