"""Credentials of an API that has several schemes: checked, and enough for some alternative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import structs

from ..authentication import ApiKey, Authentication, Basic, Bearer
from ..config import (
    ApiConfig,
    NoSecret,
    Secret,
    find_credentials,
    variable,
)
from ..errors import ConfigurationError
from ..semantics.cookies import is_cookie
from .authentication import needed
from .enough import require_enough


def settle(
    config: ApiConfig,
    given: Mapping[str, str | None],
    signers: Mapping[str, object | None],
) -> tuple[ApiConfig, dict[str, Secret]]:
    """All credentials that are there, and the configuration with the alternatives that they suit.

    Where an API has alternatives, one whose credentials the caller has passed goes before one that
    the environment has.

    Raises:
        ConfigurationError: no alternative has all of its credentials, or requests would go out as
            nobody's, though some are there.
    """
    authentication = config.authentication
    assert authentication is not None, "only an API with schemes has alternatives"
    found = find_credentials(config, given)
    for name in authentication.programs & found.keys():
        found[name] = NoSecret(found[name].reveal())
    _check(config, authentication, found)
    passed = {name for name, value in {**given, **signers}.items() if value}
    require_enough(config, authentication, passed, passed | found.keys())
    use = sorted(
        authentication.use,
        key=lambda each: not (each and passed.issuperset(needed(authentication, each))),
    )
    # A signer stands for itself, so that whoever looks for what is missing finds it.
    signed = {name: Secret("") for name, signer in signers.items() if signer is not None}
    use_first = structs.replace(authentication, use=tuple(use))
    return structs.replace(config, authentication=use_first), {**found, **signed}


def _check(config: ApiConfig, authentication: Authentication, found: Mapping[str, Secret]) -> None:
    for credential in _in_headers(authentication):
        text = _text(found, credential)
        has_blanks = " " in text and credential not in authentication.programs
        if not (text.isascii() and text.isprintable()) or has_blanks:
            source = f"{credential}= or {variable(config, credential)}"
            raise ConfigurationError(f"{source} has characters that a header cannot have")
    for scheme in authentication.schemes.values():
        if isinstance(scheme, ApiKey | Basic | Bearer):
            _check_text(scheme, found)


def _check_text(scheme: ApiKey | Basic | Bearer, found: Mapping[str, Secret]) -> None:
    given = {name: _text(found, name) for name in scheme.credentials}
    named = " and ".join(f"{name}=" for name, text in given.items() if text)
    text = scheme.filled(given)
    if scheme.taken_apart(text) != given:
        raise ConfigurationError(f"{named} cannot be told from the rest of `{scheme.value}`")
    if not isinstance(scheme, ApiKey):
        return
    if scheme.place == "cookie" and not is_cookie(text):
        raise ConfigurationError(f"{named} has characters that a cookie cannot have")
    if scheme.place == "path" and text in (".", ".."):
        raise ConfigurationError(f"{named} cannot be part of a path")


def _in_headers(authentication: Authentication) -> Iterator[str]:
    for scheme in authentication.schemes.values():
        if isinstance(scheme, Bearer) or (isinstance(scheme, ApiKey) and scheme.place == "header"):
            yield from scheme.credentials


def _text(found: Mapping[str, Secret], name: str) -> str:
    return found[name].reveal() if name in found else ""
