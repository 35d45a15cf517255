"""Which credentials the harbour's stub takes, and how it refuses others."""

import pytest

from tests.cases import harbour_server as page
from tests.cases.harbour_requests import BOOKING, JSON, KEY, TAKEN, asker, basic, report


@pytest.fixture(scope="module")
def ask(harbour_v1):
    with harbour_v1.stub.StubServer(credentials=page.CREDENTIALS) as stub:
        yield asker(stub)


FOR_REPORTS = ['Basic realm="Harbour API", charset="UTF-8"', "ApiKey"]
REFUSED = {
    "nothing": (("GET", "/berths"), "no_credentials", ["Bearer"]),
    "another key": (("GET", "/berths", {"X-Harbour-Key": "x"}), "bad_credentials", ["Bearer"]),
    "a token of nobody": (
        ("GET", "/berths", {"Authorization": "Bearer stub-9999999999-00-00"}),
        "bad_credentials",
        ["Bearer"],
    ),
    "half of what goes together": (
        ("POST", "/berths/7/book", KEY | JSON, '{"ship": "Gull"}'),
        "no_credentials",
        [],
    ),
    "another user": (
        ("GET", "/berths/mine", {"Authorization": "Basic YTpi"}),
        "bad_credentials",
        ['Basic realm="Harbour API", charset="UTF-8"'],
    ),
    "no base64": (
        ("GET", "/berths/mine", {"Authorization": "Basic ???"}),
        "bad_credentials",
        ['Basic realm="Harbour API", charset="UTF-8"'],
    ),
    "another word": (
        ("GET", "/logbook", {"Authorization": f"Bearer {page.STAFF}"}),
        "bad_credentials",
        ["Token"],
    ),
    "another bot": (("POST", "/botX/say", JSON, '{"text": "Ahoy"}'), "bad_credentials", []),
    "half of a signature": (
        ("POST", "/payments", {**KEY, **JSON, "X-Harbour-Time": "1"}, '{"amount": 3}'),
        "no_credentials",
        [],
    ),
    "a user without the word": (
        report(basic(f"{page.DESK}:{page.DESK_KEY}")),
        "bad_credentials",
        FOR_REPORTS,
    ),
    "another user than all have": (
        report(basic(f"apis:{page.MAIL_KEY}")),
        "bad_credentials",
        FOR_REPORTS,
    ),
    "a key without its name": (
        report({"Authorization": f"Token {page.PAGER_KEY}"}),
        "bad_credentials",
        FOR_REPORTS,
    ),
    "one of two": (
        report({"Authorization": f"ApiKey {page.FLEET_KEY.replace(':', '')}"}),
        "bad_credentials",
        FOR_REPORTS,
    ),
    "another one's scheme": (("GET", "/logbook", KEY), "no_credentials", ["Token"]),
}


@pytest.mark.parametrize("request_", TAKEN.values(), ids=TAKEN)
def test_what_the_page_says_is_taken(ask, request_):
    status, _, _ = ask(*request_)
    assert status in (200, 204)


@pytest.mark.parametrize(("request_", "code", "challenges"), REFUSED.values(), ids=REFUSED)
def test_all_else_is_refused_as_documented(ask, request_, code, challenges):
    status, headers, content = ask(*request_)
    assert (status, content["error"]["code"]) == (401, code)
    assert headers.get_all("www-authenticate", []) == challenges


PAIR = ["X-Harbour-Signature", "X-Harbour-Time"]
TOLD = {
    "alternatives": (
        ("GET", "/berths/mine"),
        "there are no credentials; what is taken: the cookie `HSESSION`, or the header"
        " `Authorization: Basic ...` of `{user_name}:{user_password}`",
    ),
    "what goes together": (
        ("POST", "/berths/7/book", JSON, '{"ship": "Gull"}'),
        "there are no credentials; what is taken: the header `X-Harbour-Key: ...` together with"
        " `site_code` in the body",
    ),
    "the other half": (
        ("POST", "/berths/7/book", KEY | JSON, '{"ship": "Gull"}'),
        "what lacks beside the header `X-Harbour-Key: ...` is `site_code` in the body",
    ),
    "the first half": (
        ("POST", "/berths/7/book", JSON, BOOKING),
        "what lacks beside `site_code` in the body is the header `X-Harbour-Key: ...`",
    ),
    "half of a signature": (
        ("POST", "/payments", {**KEY, **JSON, PAIR[1]: "1"}, '{"amount": 3}'),
        "what lacks beside the header `X-Harbour-Key: ...` is `X-Harbour-Signature`",
    ),
    "no password": (
        ("GET", "/berths/mine", basic(f"{page.USER}:")),
        "what lacks is `user_password` in the header `Authorization: Basic ...` of"
        " `{user_name}:{user_password}`",
    ),
    "a form": (
        ("GET", "/logbook", {"Authorization": f"Bearer {page.STAFF}"}),
        "what is there cannot be read as credentials; what is taken: the header"
        " `Authorization: Token ...`",
    ),
    "another text": (
        ("POST", "/berths/7/book", KEY | JSON, '{"ship": "Gull", "site_code": 7}'),
        "what is there cannot be read as credentials; what is taken: `site_code` in the body",
    ),
    "another one": (
        ("GET", "/berths", {"X-Harbour-Key": "x"}),
        "the credentials are not those that this stub takes",
    ),
}


@pytest.mark.parametrize(("request_", "told"), TOLD.values(), ids=TOLD)
def test_a_refusal_says_what_to_send(ask, request_, told):
    status, headers, _ = ask(*request_)
    assert (status, headers["X-Stub-Problem"]) == (401, told)


@pytest.mark.parametrize("word", ["token", "Token"])
def test_a_form_of_a_credential_is_told(ask, word):
    _, headers, _ = ask(*report({"Authorization": f"{word} {page.PAGER_KEY}"}))
    assert headers["X-Stub-Problem"] == (
        "what is there cannot be read as credentials; what is taken: the header"
        " `Authorization: Token token=...`"
    )


def test_a_key_twice_is_malformed(ask):
    status, _, content = ask("GET", "/report?year=1&apikey=a&apikey=b")
    assert (status, content["error"]["code"]) == (400, "bad_request")
