"""Limits of the tram's stub that are about whatever is called, and others."""

import json
import shutil
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.cases.casebook import CASES

LIMITS = """
section: Limits
told_by: {{remaining: X-Left, everything: {{{everything}}}}}
groups:
  all: {{requests: 3, seconds: 60, default: true}}
  lists: {{requests: 1, seconds: 10, patterns: [/trams], per: operation}}
"""


@pytest.fixture
def stub_of(compiled, tmp_path):
    def served(everything):
        spec = tmp_path / "spec"
        shutil.copytree(CASES / "good" / "tram" / "spec", spec)
        (spec / "rate_limits.yaml").write_text(LIMITS.format(everything=everything))
        return compiled(spec)[1].StubServer(limits="on", mode="examples")

    return served


def refused(stub, path):
    with pytest.raises(HTTPError, match="429") as failed:
        urlopen(stub.base_url + path)
    with failed.value as error:
        return error.headers["X-All"], json.load(error).get("global")


@pytest.mark.parametrize(
    ("everything", "of_some", "of_all"),
    [
        ("header: X-All", (None, None), ("true", None)),
        ("key: global", (None, False), (None, True)),
    ],
)
def test_the_stub_says_what_a_limit_is_about(stub_of, everything, of_some, of_all):
    with stub_of(everything) as stub:
        urlopen(stub.base_url + "/trams").close()
        assert refused(stub, "/trams") == of_some
        for _ in range(2):
            urlopen(stub.base_url + "/stops").close()
        assert refused(stub, "/stops") == refused(stub, "/trams/4") == of_all
