"""Rate limits: which groups cover an operation."""

import pytest

from tests.unit.specs import compiled, problems

LIMITS = """
section: Limits
groups:
  default: {requests: 10, seconds: 1, default: true}
  lists: {requests: 1, seconds: 1, patterns: [/v2/*/list]}
  birds: {requests: 5, seconds: 60, patterns: [/v2/bird/*]}
  daily: {requests: 99, seconds: 86400, default: true}
  release: {requests: 3, seconds: 86400, patterns: ["/v2/bird/{id}/*"]}
"""


def test_a_default_limit_covers_the_rest() -> None:
    api = compiled({"rate_limits.yaml": LIMITS})

    limits = {o.id: [limit.group for limit in o.limits] for o in api.operations}
    assert limits == {
        "bird.add": ["default", "birds", "daily"],
        "bird.list": ["lists", "birds", "daily"],
        "bird.release": ["default", "birds", "release"],
    }


@pytest.mark.parametrize(
    ("pattern", "covered"),
    [
        ("/v2/bird/list", ["bird.list"]),
        ("/v2/*", ["bird.add", "bird.list", "bird.release"]),
        ("*", ["bird.add", "bird.list", "bird.release"]),
        ("/v2/*/release", ["bird.release"]),
        ("/v2/bird/l*t", ["bird.list"]),
        ("{pattern: /v2/birds, reads_as: /v2/bird/add}", ["bird.add"]),
        ("{pattern: /v2/birds, reads_as: /v2/bird/a*}", ["bird.add"]),
    ],
)
def test_a_star_stands_for_any_text(pattern: str, covered: list[str]) -> None:
    quoted = pattern if pattern.startswith("{") else f'"{pattern}"'
    text = f"section: S\ngroups: {{g: {{requests: 1, seconds: 1, patterns: [{quoted}]}}}}\n"
    api = compiled({"rate_limits.yaml": text})

    assert [o.id for o in api.operations if o.limits] == covered


@pytest.mark.parametrize("pattern", ["/v2/bird/li.t", "/v2/bird", "v2/bird/list", "/v2/bird/lis["])
def test_all_else_in_a_pattern_stands_for_itself(pattern: str) -> None:
    text = f'section: S\ngroups: {{g: {{requests: 1, seconds: 1, patterns: ["{pattern}"]}}}}\n'
    (line,) = problems({"rate_limits.yaml": text})

    assert "matches no operation" in line


def test_an_alias_is_covered_too() -> None:
    text = (
        "resource: extra\nsection: E\nsummary: E.\noperations:\n"
        "  ping: {path: /v2/ping, aliases: [/v2/extra/list], effect: read, summary: P.}\n"
    )
    api = compiled({"resources/extra.yaml": text})
    (ping,) = [o for o in api.operations if o.id == "extra.ping"]

    assert [limit.group for limit in ping.limits] == ["lists"]


def test_an_api_may_have_no_limits() -> None:
    api = compiled({"rate_limits.yaml": "section: Limits\ngroups: {}\n"})

    assert [o.limits for o in api.operations] == [(), (), ()]
