"""What modules of the whole package say of their API: its names, its title, its envelope."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api
from apiscribe.views import authentication, envelopes
from apiscribe.views.text import docstring_text, literal, one_line


class ConfigModule(Struct, frozen=True):
    """`_config.py`."""

    name: str
    """The API's title and version, for a docstring."""
    title: str
    package: str
    distribution: str
    version: str
    base_url: str
    environment_prefix: str
    credentials: str
    scheme: str
    authentication: str | None
    """The schemes, where a word does not say it."""
    schemes: tuple[str, ...]
    """Classes of them."""
    servers: str | None
    server_classes: tuple[str, ...]
    envelope: str
    envelopes: tuple[tuple[str, str], ...]
    envelope_classes: tuple[str, ...]
    told_limits: str
    has_matches: bool


class HookModule(Struct, frozen=True):
    """`events.py` and `tracing.py`, whose docstrings show how a client is made."""

    client: str
    requirement: str
    """What has to be installed for OpenTelemetry."""


class Marker(Struct, frozen=True):
    """The `__init__.py` of a package that only holds modules."""

    doc: str


class Sample(Struct, frozen=True):
    """Some operation, for an example in a docstring."""

    sample: str


def sample(api: Api) -> Sample:
    return Sample(api.operations[0].id if api.operations else "")


def config_module(api: Api) -> ConfigModule:
    return ConfigModule(
        name=docstring_text(one_line(f"{api.title} {api.version}")),
        title=literal(api.title),
        package=literal(api.package),
        distribution=literal(api.distribution),
        version=literal(api.release),
        base_url=literal(api.base_url),
        environment_prefix=literal(api.environment_prefix),
        credentials=literal(tuple(each.name for each in api.authentication.credentials)),
        scheme=literal(api.authentication.word or "arguments"),
        authentication=authentication.authentication(api),
        schemes=authentication.scheme_classes(api),
        servers=authentication.servers(api),
        server_classes=authentication.server_classes(api),
        envelope=envelopes.envelope(api.envelope),
        envelopes=tuple(
            (literal(name), envelopes.envelope(each)) for name, each in api.envelopes.items()
        ),
        envelope_classes=envelopes.classes(api.all_envelopes, api.told_limits),
        told_limits=envelopes.told_limits(api.told_limits),
        has_matches=any(envelopes.matches(api.errors)),
    )


def hook_module(api: Api) -> HookModule:
    return HookModule(
        client=naming.class_name(api.client_class), requirement=requirement(api, "tracing")
    )


def requirement(api: Api, extra: str) -> str:
    """What is installed to have an extra, as a literal."""
    return literal(f"{api.distribution}[{extra}]")
