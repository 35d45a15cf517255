"""Spans, as the SDK of OpenTelemetry collects them."""

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from apiscribe.runtime.errors import APIError, TransportError
from apiscribe.runtime.tracing import OpenTelemetry
from tests.runtime.scripted import answers, resets
from tests.runtime.zoo import KEY, SECRET, ZooClient

PAGE = '{"page_count": 1, "page_number": 1, "animals": []}'


@pytest.fixture
def exporter():
    return InMemorySpanExporter()


@pytest.fixture
def provider(exporter):
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    yield provider
    provider.shutdown()


@pytest.fixture
def hook(provider):
    return OpenTelemetry(provider)


@pytest.fixture
def client(server, hook):
    with ZooClient(
        api_key=KEY, api_secret=SECRET, base_url=server.base_url, rate_limit=None, hooks=[hook]
    ) as client:
        yield client


def test_a_call_is_a_span_and_its_request_a_span_in_it(server, client, provider, exporter):
    server.will(answers(PAGE))

    with provider.get_tracer("program").start_as_current_span("morning round"):
        client.animal.list()

    request, call, program = exporter.get_finished_spans()
    assert (request.name, request.kind) == ("POST /v1/animal/list", SpanKind.CLIENT)
    assert (call.name, call.kind) == ("animal.list", SpanKind.INTERNAL)
    assert request.parent.span_id == call.context.span_id
    assert call.parent.span_id == program.context.span_id
    port = int(server.base_url.rpartition(":")[2])
    assert dict(request.attributes) == {
        "http.request.method": "POST",
        "http.response.body.size": len(PAGE),
        "http.response.status_code": 200,
        "server.address": "127.0.0.1",
        "server.port": port,
        "url.full": f"{server.base_url}/v1/animal/list",
        "url.template": "/v1/animal/list",
    }
    assert request.status.status_code is StatusCode.UNSET


def test_each_sending_has_a_span_that_counts(server, client, exporter):
    server.will(resets(), answers("", 503), answers(PAGE))

    client.animal.list()

    first, second, third, call = exporter.get_finished_spans()
    assert first.attributes["error.type"] == "TransportError"
    assert first.status.description == "Connection reset by peer"
    assert "http.request.resend_count" not in first.attributes
    assert second.attributes["error.type"] == "503"
    assert second.attributes["http.request.resend_count"] == 1
    assert third.attributes["http.request.resend_count"] == 2
    assert third.status.status_code is StatusCode.UNSET
    assert [event.name for event in call.events] == ["wait", "wait"]
    assert call.events[0].attributes["reason"] == "retry"
    assert call.status.status_code is StatusCode.UNSET


def test_a_refusal_with_status_200_fails_only_the_call(server, client, exporter):
    server.will(answers('{"error": {"code": 404, "message": "Not here"}}'))

    with pytest.raises(APIError):
        client.animal.add(name="Rex", passphrase="open-sesame")

    request, call = exporter.get_finished_spans()
    assert request.status.status_code is StatusCode.UNSET
    assert call.status.status_code is StatusCode.ERROR
    assert call.attributes["error.type"] == "AnimalNotFound"


def test_no_span_holds_a_secret_or_is_left_open(server, client, hook, exporter):
    server.will(answers(PAGE), resets())

    client.animal.list()
    with pytest.raises(TransportError):
        client.animal.add(name="Rex", passphrase="open-sesame")

    told = "\n".join(span.to_json() for span in exporter.get_finished_spans())
    for secret in (KEY, SECRET, "open-sesame"):
        assert secret not in told
    assert vars(hook)["_calls"] == vars(hook)["_sendings"] == {}
