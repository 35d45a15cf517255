"""A server quotes secrets in every spelling, and they are nowhere to be seen."""

import json

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from rich.pretty import pretty_repr

from tests.contract.arguments import typed_arguments
from tests.contract.clients import KINDS
from tests.contract.planted import said_by, said_by_log
from tests.contract.spellings import SPELLINGS
from tests.runtime.scripted import ScriptedServer, answers
from zoom_v1 import ZoomError
from zoom_v1.operations import all_operations
from zoom_v1.tracing import OpenTelemetry

KEY = 'key/+"5f2c"&<'
SECRET = "s€cret @/9b1e"
FREE_TEXT = 'Pl4nt "d/pw"'
PLANTED = {
    "password": FREE_TEXT,
    "access_token": FREE_TEXT,
    "zpk": FREE_TEXT,
    "host_key": "482913",
}
MEETING_PASSWORD = "Pw@-_*9"
"""Of no more than ten characters, and few kinds of them."""


def operations():
    return [operation for operation in all_operations() if operation.sensitive]


def planted(operation):
    (name,) = operation.sensitive
    for_meetings = operation.id.startswith(("meeting.", "webinar."))
    return name, MEETING_PASSWORD if for_meetings else PLANTED[name]


@pytest.fixture
def server():
    with ScriptedServer() as server:
        yield server


@pytest.fixture(params=KINDS)
def made(request, server):
    """What comes of a call by a client of either kind, and what its hooks heard."""
    exporter = InMemorySpanExporter()
    events: list[object] = []
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    options = {
        "api_key": KEY,
        "api_secret": SECRET,
        "base_url": server.base_url,
        "rate_limit": None,
        "hooks": [events.append, OpenTelemetry(provider)],
    }

    def made(operation, secret):
        resource, method = operation.id.split(".")
        given = typed_arguments(operation.id, "curl") | secret

        def call(client):
            return getattr(getattr(client, resource), method)(**given)

        with pytest.raises(ZoomError) as caught:
            request.param(call, **options)
        heard = [f"{each!r} {each} {pretty_repr(each)}" for each in events]
        spans = [span.to_json() for span in exporter.get_finished_spans()]
        error = caught.value
        seen = [
            said_by(error),
            pretty_repr(error),
            repr(getattr(error, "arguments", None)),
            *heard,
            *spans,
        ]
        if hasattr(error, "code"):
            seen.append(repr(error.code))
        return "\n".join(seen)

    yield made
    provider.shutdown()


def echo(name, value):
    return [f"{name}={spell(value)}&" for spell in SPELLINGS.values()]


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.id)
def test_quoted_secrets_are_hidden_everywhere(server, made, log, operation):
    name, value = planted(operation)
    for secret in (("api_key", KEY), ("api_secret", SECRET), (name, value)):
        quoted = echo(*secret)
        text = " ".join(quoted)
        kind = " ".join(each for each in quoted if each.isascii() and each.isprintable())
        seen = ""
        for script in (
            answers(json.dumps({"error": {"code": 300, "message": text}})),
            answers(json.dumps({"error": {"code": text[:150], "message": ""}})),
            answers("<html>", 502, kind=f"text/html; {kind}"),
        ):
            server.will(script)
            seen += made(operation, {name: value})

        assert "***" in seen
        shown = [each for each in quoted if each.partition("=")[2] in seen + said_by_log(log)]
        assert shown == []
