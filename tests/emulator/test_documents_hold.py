"""Both documents, held against the emulator by Schemathesis with all of its checks."""

import pytest

from tests.emulator.talking import Talk
from tests.schemathesis_program import ROOT, hold
from zoom_v1.stub import StubServer

# What the API says of a failure, it says at status 200; `tests.schemathesis_hooks` looks there.
ENVELOPE = """
[checks]
negative_data_rejection.expected-statuses = ["200"]
"""
# No schema says which patterns match an operation, which hosts are allowed, what transitions take.
WORDS = """
[[operations]]
include-operation-id-regex = "(post_(clock|faults|requests_count|state_.*|webhooks)|get_requests)"
checks.positive_data_acceptance.expected-statuses = ["2xx", "404", "422"]
"""


@pytest.fixture
def talk(caplog):
    caplog.set_level("ERROR")
    with StubServer(random_seed=1) as stub:
        talk = Talk(stub)
        yield talk
        assert talk.control("GET health")["status"] == "ok"
    assert "a bug of the stub" not in caplog.text


def test_the_emulated_api_is_as_its_document_says(talk, tmp_path):
    url = talk.stub.base_url
    document = tmp_path / "openapi.json"
    text = (ROOT / "generated" / "openapi.json").read_text()
    # A hint to people: which addresses are taken, the pattern beside it says.
    document.write_text(text.replace('"format": "email",', ""))
    # Each bound of each argument, which are thousands of requests and always the same; what
    # webinars take, meetings take.
    options = ("--exclude-checks", "unsupported_method", "--exclude-path-regex", "webinar")
    hold(tmp_path, document, url, *options, settings=ENVELOPE, phases="coverage")


def test_the_control_api_is_as_its_document_says(talk, tmp_path):
    talk.meeting(talk.user())
    url = talk.stub.base_url
    phases = "coverage,fuzzing,stateful"
    document = f"{url}/_stub/openapi.json"
    hold(tmp_path, document, url, settings=WORDS, examples=5, phases=phases)


def test_examples_have_a_document_of_their_control_api_too(tmp_path):
    with StubServer(mode="examples") as stub:
        document = f"{stub.base_url}/_stub/openapi.json"
        hold(tmp_path, document, stub.base_url, settings=WORDS)
