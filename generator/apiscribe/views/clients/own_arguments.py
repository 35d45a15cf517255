"""Arguments of a client that are its API's own: credentials, signers, and where it sends to."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api, Credential
from apiscribe.model.authentication import Hook, credentials_of
from apiscribe.model.servers import ServerVariable
from apiscribe.views.text import entry, listed, literal, sentence

INDENT = 12
"""Columns that the arguments of `__init__` stand in."""


class ClientArgument(Struct, frozen=True):
    """An argument of a client that is the API's own."""

    name: str
    key: str
    annotation: str
    lines: tuple[str, ...]


def credentials(api: Api) -> tuple[ClientArgument, ...]:
    return tuple(_credential(api, each) for each in api.authentication.credentials)


def signers(api: Api) -> tuple[ClientArgument, ...]:
    return tuple(_signer(name, hook) for name, hook in api.authentication.hooks.items())


def server(api: Api) -> ClientArgument | None:
    """Which server is meant, where there are several."""
    names = [each.name for each in api.servers.servers]
    if len(names) == 1:
        return None
    each = listed(
        (f'"{s.name}" ({sentence(s.doc).rstrip(".")})' for s in api.servers.servers), "or"
    )
    variable = f"{api.environment_prefix}_SERVER"
    text = f'Which server: {each}. Without it, {variable} counts, or else "{names[0]}".'
    return ClientArgument(
        name="server",
        key=literal("server"),
        annotation=_choice(names),
        lines=tuple(entry("server", text, INDENT)),
    )


def variables(api: Api) -> tuple[ClientArgument, ...]:
    return tuple(_variable(api, each) for each in api.servers.variables)


def _credential(api: Api, given: Credential) -> ClientArgument:
    name = naming.variable(given.name)
    variable = f"{api.environment_prefix}_{given.name.upper()}"
    needed = "" if _always_needed(api, given.name) else f" For {_uses(api, given.name)}."
    text = f"{sentence(given.doc)}{needed} Without it, {variable} counts."
    return ClientArgument(
        name=name,
        key=literal(given.name),
        annotation="str",
        lines=tuple(entry(name, text, INDENT)),
    )


def _always_needed(api: Api, credential: str) -> bool:
    schemes = api.authentication.schemes
    needed = {name for name, each in schemes.items() if credential in credentials_of(each)}
    return all(needed.intersection(together) for together in api.authentication.use)


def _uses(api: Api, credential: str) -> str:
    """The schemes that take a credential."""
    schemes = api.authentication.schemes.items()
    names = [f"`{name}`" for name, each in schemes if credential in credentials_of(each)]
    return f"the scheme{'s' if len(names) > 1 else ''} {listed(names, 'and')}"


def _signer(scheme: str, hook: Hook) -> ClientArgument:
    name = naming.variable(scheme)
    where = "headers" if hook.place == "header" else "parameters of the query"
    added = listed((f"`{each}`" for each in hook.adds), "and")
    text = (
        f"{sentence(hook.doc)} A function that takes each finished request, an `UnsignedRequest`,"
        f" and returns the {where} {added}. `pieces()` of it is the body, read piece by piece."
    )
    return ClientArgument(
        name=name, key=literal(scheme), annotation="Signer", lines=tuple(entry(name, text, INDENT))
    )


def _variable(api: Api, given: ServerVariable) -> ClientArgument:
    name = naming.variable(given.name)
    variable = f"{api.environment_prefix}_{given.name.upper()}"
    otherwise = f', or else "{given.default}"' if given.default is not None else ""
    text = f"{sentence(given.doc)} Without it, {variable} counts{otherwise}."
    return ClientArgument(
        name=name,
        key=literal(given.name),
        annotation=_choice(given.choices) if given.choices else "str",
        lines=tuple(entry(name, text, INDENT)),
    )


def _choice(choices: list[str] | tuple[str, ...]) -> str:
    return f"Literal[{', '.join(map(literal, choices))}]"
