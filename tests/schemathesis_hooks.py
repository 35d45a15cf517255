"""What Schemathesis is told of these stubs: loaded by the program, not by pytest."""

from typing import Any

import schemathesis

SAID_IN_WORDS = (
    "leads out of 1970 to 9998",
    "matches no operation",
    "is not on this machine",
    "needs a status or an error",
    "says nothing that happens",
    "leaves no response that could have an error",
    "has a `lower` above its `upper`",
    "leads from",
    "holds a colon",
    "is no http or https URL with a host",
    "holds a user",
    "is nothing that this transition takes",
    "remove that by the API itself",
)
"""Why the control API refuses what its schemas allow: no schema could say it."""


def _is(case: Any, mode: str) -> bool:
    return case.meta is not None and case.meta.generation.mode.value == mode


@schemathesis.check
def tells_failures_in_the_body(_: Any, response: Any, case: Any) -> None:
    """Where everything has status 200: what breaks the document is refused in the envelope."""
    statuses = set(case.operation.definition.raw["responses"])
    if statuses != {"200"} or response.status_code != 200 or not _is(case, "negative"):
        return
    if "text/plain" in str(response.request.headers.get("Content-Type")):
        return  # a form is told for what it is, whatever it is called
    fields = case.body.values() if isinstance(case.body, dict) else ()
    if any("" in each for each in fields if isinstance(each, list)):
        return  # an empty item of a list is none, on the wire
    answered = response.json()
    assert isinstance(answered, dict), answered
    assert set(answered) == {"error"}, answered


@schemathesis.check
def refuses_in_words_alone_what_schemas_allow(_: Any, response: Any, case: Any) -> None:
    if response.status_code == 422 and _is(case, "positive"):
        problems = [each["problem"] for each in response.json().get("problems", ())]
        told = [p for p in problems if not any(words in p for words in SAID_IN_WORDS)]
        assert not told, told
