"""Tokens that the harbour's stub gives out, asked without the client."""

from urllib.parse import urlencode

import pytest

from tests.cases import harbour_server as page
from tests.cases.harbour_requests import CLIENT, FORM, GRANT, IN_FORM, JSON, asker


def parts(**fields):
    head = 'Content-Disposition: form-data; name="{}"'
    return "".join(f"--b\r\n{head.format(n)}\r\n\r\n{v}\r\n" for n, v in fields.items())


MULTIPART = "multipart/form-data"
END = "--b--\r\n"


@pytest.fixture(scope="module")
def ask(harbour_v1):
    with harbour_v1.stub.StubServer(credentials=page.CREDENTIALS) as stub:
        yield asker(stub)


class TestTokens:
    def test_one_is_given_and_taken(self, ask):
        status, headers, token = ask("POST", "/oauth/token", IN_FORM | CLIENT, urlencode(GRANT))
        assert (status, headers["cache-control"]) == (200, "no-store")
        assert (token["token_type"], token["expires_in"]) == ("Bearer", 3600)
        bearer = {"Authorization": f"Bearer {token['access_token']}"}
        assert ask("GET", "/berths", bearer)[0] == 200

    def test_scopes_are_those_asked_for(self, ask):
        scoped = {**GRANT, "scope": "berths.read"}
        assert ask("POST", "/oauth/token", IN_FORM | CLIENT, urlencode(scoped))[2]["scope"] == (
            "berths.read"
        )

    @pytest.mark.parametrize(
        ("headers", "fields", "status", "error"),
        [
            (IN_FORM, GRANT, 401, "invalid_client"),
            (IN_FORM | {"Authorization": "Basic YTpi"}, GRANT, 401, "invalid_client"),
            (IN_FORM | CLIENT, {**GRANT, "grant_type": "password"}, 400, "unsupported_grant_type"),
            (IN_FORM | CLIENT, {**GRANT, "scope": "everything"}, 400, "invalid_scope"),
            (IN_FORM | CLIENT, {"grant_type": "client_credentials"}, 400, "invalid_request"),
            (JSON | CLIENT, GRANT, 400, "invalid_request"),
        ],
        ids=["nobody", "another", "grant", "scope", "audience", "no form"],
    )
    def test_refusals_are_those_of_rfc_6749(self, ask, headers, fields, status, error):
        answered, _, content = ask("POST", "/oauth/token", headers, urlencode(fields))
        assert (answered, content["error"]) == (status, error)

    @pytest.mark.parametrize(
        ("kind", "body", "told"),
        [
            (None, "", "the body has no content-type; what is taken: {FORM} or {MULTIPART}"),
            ("text/odd", "", "the body is text/odd; what is taken: {FORM} or {MULTIPART}"),
            (FORM, "a=1&scope=x&scope=y", "scope is given 2 times; it takes one value"),
            (FORM, '{"a": "b"}', "the body is JSON, but its content-type says {FORM}"),
            (FORM, "a=%zz", "the body holds '%zz', which is no percent-encoding"),
            (MULTIPART, "", "the content-type {MULTIPART} names no boundary"),
            (f"{MULTIPART}; boundary=x", parts(a="1"), "the body is not {MULTIPART}: "),
            (f"{MULTIPART}; boundary=b", parts(a="1") + parts(a="3") + END, "a is given 2 times"),
        ],
    )
    def test_what_is_no_form(self, ask, kind, body, told):
        headers = CLIENT | ({} if kind is None else {"Content-Type": kind})
        status, _, content = ask("POST", "/oauth/token", headers, body)
        assert (status, content["error"]) == (400, "invalid_request")
        expected = told.format(FORM=FORM, MULTIPART=MULTIPART)
        assert content["error_description"].startswith(expected)

    def test_a_form_of_parts_is_taken_too(self, ask):
        headers = CLIENT | {"Content-Type": f"{MULTIPART}; boundary=b"}
        body = parts(**GRANT, scope="berths.read") + END
        status, _, token = ask("POST", "/oauth/token", headers, body)
        assert (status, token["scope"]) == (200, "berths.read")

    def test_only_by_post(self, ask):
        status, headers, _ = ask("GET", "/oauth/token")
        assert (status, headers["allow"]) == (405, "POST")
