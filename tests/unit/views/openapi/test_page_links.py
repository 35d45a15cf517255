"""Where a response says how the next page is asked for."""

from msgspec.structs import replace

from apiscribe import compile_spec
from apiscribe.views.openapi.page_links import told
from tests.cases.casebook import CASES

API = compile_spec(str(CASES / "good" / "almanac" / "spec")).api
LINKS = next(each for each in API.operations if each.id == "record.links")


def test_a_page_of_another_status_has_the_link():
    partial = replace(LINKS, statuses={206: LINKS.returns, 204: None})
    answers = {"204": {"description": "None."}, "206": {"description": "A part."}}

    found = told(API, partial, answers)

    assert found["204"] == answers["204"]
    assert found["206"]["headers"].keys() == {"Link"}
    assert told(API, LINKS, answers) == answers
    assert told(API, replace(LINKS, paging=None), {"200": {}}) == {"200": {}}


def test_headers_of_the_answer_stay():
    found = told(API, LINKS, {"200": {"headers": {"ETag": {}}}})

    assert [*found["200"]["headers"]] == ["Link", "ETag"]
