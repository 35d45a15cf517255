"""`stub/__init__.py`: what the stub server has to know of its API."""

from __future__ import annotations

from dataclasses import dataclass

from apiscribe.model import Api, CommonArgument
from apiscribe.views import authentication
from apiscribe.views.facts import requirement
from apiscribe.views.text import literal


@dataclass(frozen=True)
class StubArgument:
    """An argument that goes with every call."""

    key: str
    choices: str
    case_insensitive: bool


@dataclass(frozen=True)
class StubModule:
    title: str
    requirement: str
    present: str
    code: str
    message: str
    status: int
    statuses: str
    faults: str
    messages: str
    scheme: str
    authentication: str | None
    """The schemes, where a word does not say it."""
    schemes: tuple[str, ...]
    """Classes of them."""
    credentials: str
    common: tuple[StubArgument, ...]
    has_state: bool


def stub_module(api: Api) -> StubModule:
    envelope = api.envelope
    statuses = {each.code: each.status for each in api.errors if each.status is not None}
    wanted = set(envelope.faults.values())
    messages = {
        each.code: each.messages[0].text if each.messages else each.meaning
        for each in api.errors
        if each.code in wanted
    }
    return StubModule(
        title=literal(api.title),
        requirement=requirement(api, "stub"),
        present=literal(envelope.present),
        code=literal(envelope.code),
        message=literal(envelope.message),
        status=envelope.status,
        statuses=literal(statuses),
        faults=literal(dict(envelope.faults)),
        messages=literal(messages),
        scheme=literal(api.authentication.word or "arguments"),
        authentication=authentication.authentication(api),
        schemes=authentication.scheme_classes(api),
        credentials=literal(tuple(each.name for each in api.authentication.credentials)),
        common=tuple(map(_common, api.common)),
        has_state=api.state is not None,
    )


def _common(given: CommonArgument) -> StubArgument:
    return StubArgument(
        key=literal(given.argument.name),
        choices=literal(tuple(map(str, given.argument.type.choices))),
        case_insensitive=given.case_insensitive,
    )
