"""The harbour's stub, asked as its page says, without the client; and its OpenAPI document."""

import http.client
import json
import shlex
import subprocess
from base64 import b64encode
from urllib.parse import urlencode, urlsplit

import pytest

from tests.cases import harbour_server as page

CREDENTIALS = {
    "api_key": page.KEY,
    "site_code": page.SITE,
    "bot_token": page.BOT,
    "session_id": page.SESSION,
    "user_name": page.USER,
    "user_password": page.PASSWORD,
    "staff_token": page.STAFF,
    "client_id": page.CLIENT,
    "client_secret": page.CLIENT_SECRET,
    "desk_email": page.DESK,
    "desk_key": page.DESK_KEY,
    "mail_key": page.MAIL_KEY,
    "pager_key": page.PAGER_KEY,
    "fleet_name": page.FLEET,
    "fleet_key": page.FLEET_KEY,
}
BASIC = f"Basic {b64encode(f'{page.USER}:{page.PASSWORD}'.encode()).decode()}"


def basic(pair):
    return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def parts(**fields):
    head = 'Content-Disposition: form-data; name="{}"'
    return "".join(f"--b\r\n{head.format(n)}\r\n\r\n{v}\r\n" for n, v in fields.items())


def report(headers):
    return ("GET", "/report?year=2012", headers)


KEY = {"X-Harbour-Key": page.KEY}
JSON = {"Content-Type": "application/json"}
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
END = "--b--\r\n"
IN_FORM = {"Content-Type": FORM}
CLIENT = {"Authorization": f"Basic {b64encode(b'app+1:s%26cret%2Bof%2Fapp').decode()}"}
GRANT = {"grant_type": "client_credentials", "audience": "https://harbour.example"}
SIGNED: dict[str, list[str]] = {
    "key": [],
    "signature.X-Harbour-Signature": [],
    "signature.X-Harbour-Time": [],
}
BOOKING = json.dumps({"ship": "Gull", "site_code": page.SITE})


@pytest.fixture(scope="module")
def stub(harbour_v1):
    with harbour_v1.stub.StubServer(credentials=CREDENTIALS) as stub:
        yield stub


@pytest.fixture
def ask(stub):
    def ask(method, target, headers=(), body=None):
        connection = http.client.HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
        try:
            connection.request(method, target, body, dict(headers))
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        return response.status, response.headers, json.loads(content) if content else None

    return ask


TAKEN = {
    "a key in a header": ("GET", "/berths", KEY, None),
    "none": ("GET", "/tides", {}, None),
    "a key in the body": ("POST", "/berths/7/book", KEY | JSON, BOOKING),
    "a key in the path": ("POST", f"/bot{page.BOT}/say", JSON, '{"text": "Ahoy"}'),
    "a key in the path, escaped": ("POST", "/bot77%3Abot-token/say", JSON, '{"text": "Ahoy"}'),
    "a key in the query": ("GET", f"/report?year=2012&apikey={page.KEY}", {}, None),
    "a cookie": ("GET", "/berths/mine", {"Cookie": f"a=b; HSESSION={page.SESSION}"}, None),
    "a user": ("GET", "/berths/mine", {"Authorization": BASIC}, None),
    "a word of its own": ("GET", "/logbook", {"Authorization": f"token {page.STAFF}"}, None),
    "a user with a word behind": (*report(basic(f"{page.DESK}/token:{page.DESK_KEY}")), None),
    "a user who is always the same": (*report(basic(f"api:{page.MAIL_KEY}")), None),
    "a key behind its name": (
        *report({"Authorization": f"token token={page.PAGER_KEY}"}),
        None,
    ),
    "two credentials": (
        *report({"Authorization": f"ApiKey {page.FLEET}:{page.FLEET_KEY}"}),
        None,
    ),
    "a signature": (
        "POST",
        "/payments",
        {**KEY, **JSON, "X-Harbour-Signature": "00", "X-Harbour-Time": "1"},
        '{"amount": 3}',
    ),
}
OF_REPORTS = ['Basic realm="Harbour API", charset="UTF-8"', "ApiKey"]
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
        OF_REPORTS,
    ),
    "another user than all have": (
        report(basic(f"apis:{page.MAIL_KEY}")),
        "bad_credentials",
        OF_REPORTS,
    ),
    "a key without its name": (
        report({"Authorization": f"Token {page.PAGER_KEY}"}),
        "bad_credentials",
        OF_REPORTS,
    ),
    "one of two": (
        report({"Authorization": f"ApiKey {page.FLEET_KEY.replace(':', '')}"}),
        "bad_credentials",
        OF_REPORTS,
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


GIVEN = {
    "berth.moor": {"ship": "Gull"},
    "berth.book": {"id": 7, "ship": "Gull"},
    "berth.say": {"text": "Ahoy"},
    "berth.report": {"year": 2020},
    "berth.pay": {"amount": 3},
}


class TestThePage:
    def test_its_commands_work(self, harbour_v1):
        with harbour_v1.stub.StubServer() as stub:
            for operation in harbour_v1.stub.API.operations:
                at = f"/_stub/operations/{operation.id}"
                if operation.encoding == "multipart":
                    continue  # there is no file
                asked = {
                    "arguments": GIVEN.get(operation.id, {}),
                    "credentials": {**CREDENTIALS, "signing_secret": page.SIGNING},
                }
                asked["base_url"] = stub.base_url
                composed = sent(stub, "POST", f"{at}/request", json.dumps(asked))
                command = composed["curl"]
                run = subprocess.run(
                    [
                        *shlex.split(command.replace("\\\n", " ")),
                        "-s",
                        "-o",
                        "-",
                        "-w",
                        "%{http_code}",
                    ],
                    capture_output=True,
                    text=True,
                    timeout=20,
                    check=False,
                )
                assert run.stdout[-3:] in ("200", "204"), (command, run.stdout)


def sent(stub, method, path, body=None):
    connection = http.client.HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
    connection.request(method, path, body, JSON)
    answer = json.loads(connection.getresponse().read())
    connection.close()
    return answer


class TestOpenApi:
    @pytest.fixture
    def document(self, made):
        return json.loads((made["harbour"] / "openapi.json").read_text())

    def test_each_operation_says_what_it_takes(self, document):
        assert document["security"] == [{"key": []}, {"app": ["berths.read", "berths.write"]}]
        found = {
            operation["operationId"]: operation["security"]
            for item in document["paths"].values()
            for operation in item.values()
            if "security" in operation
        }
        assert found == {
            "berth.tides": [],
            "berth.book": [{"key": []}],
            "berth.say": [],
            "berth.report": [{name: []} for name in ("legacy", "desk", "mail", "pager", "fleet")],
            "berth.mine": [{"session": []}, {"user": []}],
            "berth.logbook": [{"staff": []}],
            "berth.pay": [SIGNED],
            "berth.fees": [SIGNED],
            "berth.moor": [{"app": ["berths.read", "berths.write"]}],
        }

    def test_what_is_no_scheme_of_openapi_is_an_argument(self, document):
        say = document["paths"]["/bot{bot_token}/say"]["post"]
        (token,) = say["parameters"]
        assert (token["name"], token["in"], token["required"]) == ("bot_token", "path", True)
        booking = document["paths"]["/berths/{id}/book"]["post"]["requestBody"]
        schema = booking["content"]["application/json"]["schema"]
        assert schema["required"] == ["site_code", "ship"]

    def test_servers(self, document):
        assert [each["url"] for each in document["servers"]] == [
            "https://{region}.harbour.example/v1",
            "https://sandbox.harbour.example/v1",
        ]
        photo = document["paths"]["/berths/{id}/photo"]["post"]
        assert photo["servers"][0] == {
            "url": "https://files.{region}.harbour.example",
            "description": "The real harbour.",
            "variables": {
                "region": {
                    "default": "north",
                    "enum": ["north", "south"],
                    "description": "Where the account is kept.",
                }
            },
        }


SECRETS = [page.KEY, page.SITE, page.BOT, page.SESSION, page.USER, page.PASSWORD, page.STAFF]
SECRETS += [page.CLIENT, page.CLIENT_SECRET, BASIC.partition(" ")[2], "00-signature", "77%3Abot"]


def test_no_credential_is_ever_shown(harbour_v1, caplog):
    """Neither where a request was right nor where something was wrong with it."""
    caplog.set_level("DEBUG")
    with harbour_v1.stub.StubServer() as stub:
        address = urlsplit(stub.base_url).netloc

        def sent(method, target, headers=(), body=None):
            connection = http.client.HTTPConnection(address, timeout=10)
            try:
                connection.request(method, target, body, dict(headers))
                return connection.getresponse().read().decode()
            finally:
                connection.close()

        for method, target, headers, body in TAKEN.values():
            sent(method, target, headers, body)
            sent("PATCH", target, headers, body)
            sent(method, target, {**headers, "Content-Type": "text/odd"}, body)
            sent(method, target.replace("/berths", "/births"), headers, body)
        token = json.loads(sent("POST", "/oauth/token", IN_FORM | CLIENT, urlencode(GRANT)))
        bearer = {"Authorization": f"Bearer {token['access_token']}"}
        sent("GET", "/berths", bearer)
        fault = {"status": 500, "tenant": page.USER}
        sent("POST", "/_stub/faults", {}, json.dumps(fault))
        asked = f"/_stub/requests?tenant={page.CLIENT.replace(' ', '%20')}"
        of_client = json.loads(sent("GET", asked))["requests"]
        of_user = json.loads(sent("GET", f"/_stub/requests?tenant={page.USER}"))["requests"]
        shown = sent("GET", "/_stub/requests") + sent("GET", "/_stub/faults")

    assert [each["operation"] for each in of_client] == ["berth.list"]
    assert {each["operation"] for each in of_user} == {"berth.mine"}
    found = [each for each in (*SECRETS, token["access_token"]) if each in shown + caplog.text]
    assert found == []


def test_a_tenant_can_be_told_by_what_is_shown(harbour_v1):
    with harbour_v1.stub.StubServer() as stub:
        address = urlsplit(stub.base_url).netloc

        def asked(target, headers=()):
            connection = http.client.HTTPConnection(address, timeout=10)
            try:
                connection.request("GET", target, headers=dict(headers))
                return json.loads(connection.getresponse().read())
            finally:
                connection.close()

        asked("/berths", KEY)
        asked("/berths", {"X-Harbour-Key": "another"})
        (mine,) = asked(f"/_stub/requests?tenant={page.KEY}")["requests"]
        again = asked(f"/_stub/requests?tenant={mine['tenant']}")["requests"]

    assert mine["tenant"].startswith("t-")
    assert again == [mine]
