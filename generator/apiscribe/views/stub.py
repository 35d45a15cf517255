"""`stub/__init__.py`: what the stub server has to know of its API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import HEADERS, Api, CommonArgument, Envelope, FailureField, RefusalCodes
from apiscribe.model.failures import JSON
from apiscribe.views import authentication, envelopes
from apiscribe.views.facts import requirement
from apiscribe.views.text import literal


class StubArgument(Struct, frozen=True):
    """An argument that goes with every call."""

    key: str
    choices: str
    case_insensitive: bool


class FailureShape(Struct, frozen=True):
    """How failures are told."""

    envelope: str
    status: int
    media_type: str
    """What the JSON of failures is called; nothing if that is as usual."""
    beside: str
    """What each failure has besides; nothing if that is not said."""
    faults: tuple[tuple[str, str], ...]
    tells: tuple[str, ...]
    """Where failures name refused arguments."""


class StubModule(Struct, frozen=True):
    title: str
    requirement: str
    shape: FailureShape
    shapes: tuple[tuple[str, FailureShape], ...]
    """Those of some operations, by name."""
    known: tuple[tuple[str, str], ...]
    tells: bool
    """Whether any failures name refused arguments."""
    scheme: str
    authentication: str | None
    """The schemes, where a word does not say it."""
    schemes: tuple[str, ...]
    """Classes of them."""
    credentials: str
    common: tuple[StubArgument, ...]
    has_state: bool
    client: str
    async_client: str
    client_credentials: str
    signers: str
    told_limits: bool
    headers: bool
    """Whether documented responses have headers."""


def stub_module(api: Api) -> StubModule:
    client = naming.class_name(api.client_class)
    hooks = api.authentication.hooks
    return StubModule(
        title=literal(api.title),
        requirement=requirement(api, "stub"),
        shape=_shape(api.envelope, "CONFIG.envelope"),
        shapes=tuple(
            (literal(name), _shape(each, f"CONFIG.envelopes[{literal(name)}]"))
            for name, each in api.envelopes.items()
        ),
        known=tuple(_known(api)),
        tells=any(field.tells is not None for each in api.all_envelopes for field in each.fields),
        scheme=literal(api.authentication.word or "arguments"),
        authentication=authentication.authentication(api),
        schemes=authentication.scheme_classes(api),
        credentials=literal(tuple(each.name for each in api.authentication.credentials)),
        common=tuple(_common(each) for each in api.common if each.is_plain),
        has_state=api.state is not None,
        client=client,
        async_client=naming.async_class(client),
        client_credentials=literal(
            {naming.variable(each.name): each.name for each in api.authentication.credentials}
        ),
        signers=literal({naming.variable(name): hook.adds for name, hook in hooks.items()}),
        told_limits=api.told_limits is not None,
        headers=any(e.kind.endswith(HEADERS) for o in api.operations for e in o.examples),
    )


def _shape(envelope: Envelope, name: str) -> FailureShape:
    return FailureShape(
        envelope=name,
        status=envelope.status,
        media_type="" if envelope.media_type == JSON else literal(envelope.media_type),
        beside=literal(dict(envelope.beside)) if envelope.beside else "",
        faults=tuple(
            (literal(name), envelopes.fault(fault)) for name, fault in envelope.faults.items()
        ),
        tells=tuple(_telling(each) for each in envelope.fields if each.tells is not None),
    )


def _common(given: CommonArgument) -> StubArgument:
    return StubArgument(
        key=literal(given.argument.name),
        choices=literal(tuple(map(str, given.argument.type.choices))),
        case_insensitive=given.case_insensitive,
    )


def _telling(field: FailureField) -> str:
    parts = {"field": literal(field.name)}
    if isinstance(field.tells, str) and field.tells != "argument":
        parts["how"] = literal(field.tells)
    if isinstance(field.tells, Mapping):
        each = {}
        for key, part in field.tells.items():
            each[key] = part if isinstance(part, str) else "code"
            if isinstance(part, RefusalCodes):
                parts["missing"] = literal(part.missing)
                parts["otherwise"] = literal(part.otherwise)
        parts["each"] = literal(each)
    if field.under is not None:
        parts["under"] = literal(field.under)
    return f"Telling({', '.join(f'{name}={said}' for name, said in parts.items())})"


def _known(api: Api) -> Iterator[tuple[str, str]]:
    """Errors that are answered otherwise than by a code alone, or whose text may be asked for."""
    wanted = {fault.code for each in api.all_envelopes for fault in each.faults.values()}
    refusals = (each.otherwise for o in api.operations for each in o.constants)
    wanted |= {error.key for error in map(api.error, refusals) if error is not None}
    for error in api.errors:
        match = error.match
        if match is None and error.status is None and error.key not in wanted:
            continue
        parts = {"code": error.code, "status": error.status, "message": error.text}
        told = [f"{name}={literal(each)}" for name, each in parts.items() if each is not None]
        if error.tells is not None:
            told.append(f"tells={literal(error.tells)}")
        if match is not None and match.headers:
            told.append(f"headers={literal(dict(match.headers))}")
        if match is not None and match.keys:
            keys = {key: values[0] if values else "any" for key, values in match.keys.items()}
            told.append(f"keys={literal(keys)}")
        yield literal(error.key), f"Answered({', '.join(told)})"
