"""Names that would mean something to a database, a page, a log, a terminal or a file system."""

import json
import logging
from urllib.parse import quote, urlencode

import pytest

from tests.emulator.talking import KEY, Talk
from zoom_v1.stub import StubServer

NAMES = {
    "quotes": "'; DROP TABLE records; --\"",
    "a pattern of SQL": "%' OR '1'='1",
    "a NUL": "a\x00b",
    "lines": "a\r\nERROR: forged\nb\u2028c\u0085d",
    "a terminal": "\x1b[31mred\x1b]0;title\x07",
    "right to left": "\u202egpj.exe\u2066",
    "a page": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&",
    "a template": "{{7*7}}${7*7}%(name)s{0.__class__}",
    "a path": "../../../etc/passwd",
    "a drive": "..\\..\\C:\\x",
    "dots": "..",
    "separators": "a\x1fb/c?d#e%2Ff;g",
    "beyond the basic plane": "\U0001f600\U000e0001",
    "not normal": "e\u0301\u00e9\ufeff\ufffe",
    "long": "x" * 100_000,
    "nearly nothing": " ",
}
LONE = b"\\ud800"


@pytest.fixture(scope="module")
def stub(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    with StubServer(db=str(folder / "state.db")) as stub:
        yield stub
    assert {each.name.partition("-")[0] for each in folder.iterdir()} == {"state.db"}
    assert not (folder.parent / "etc").exists()


@pytest.fixture
def talk(stub):
    talk = Talk(stub)
    talk.control("POST reset", {})
    talk.control("DELETE requests")
    yield talk
    talk.control("DELETE faults")
    assert talk.control("GET health")["status"] == "ok"


@pytest.fixture
def log(caplog):
    """Every record stays on its line, whoever has sent what."""
    caplog.set_level(logging.DEBUG)
    yield caplog
    for record in caplog.records:
        text = record.getMessage()
        assert "a bug of the stub" not in text
        assert text.isprintable(), text
        assert len(text) < 40_000


def escaped(name):
    return quote(name, safe="")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
class TestNames:
    def test_as_a_value(self, talk, log, name):
        """Taken and given back as it is, or refused; never half of it."""
        status, _, body = talk.sent("user/create", email="a@example.com", type=1, first_name=name)
        records = talk.control(f"GET state/user?tenant={KEY}")["records"]

        assert status == 200
        if "error" in json.loads(body):
            assert records == []
        else:
            assert [each["first_name"] for each in records] == [name]
            assert talk.api("user/get", id=records[0]["id"])["first_name"] == name
            (entry, _) = talk.control("GET requests")["requests"]
            assert entry["arguments"]["first_name"] == name

    def test_as_an_identifier(self, talk, log, name):
        found = talk.api("user/get", id=name)

        assert found["error"]["code"] in (300, 1001)

    def test_as_a_key(self, talk, log, name):
        """A tenant of its own: nobody else's records, and nobody sees its."""
        talk.user()
        form = urlencode({"api_key": name, "api_secret": "s", "email": "b@example.com", "type": 1})
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        _, _, body = talk.raw("POST", "/v1/user/create", form, headers)
        counts = talk.control(f"GET state?tenant={escaped(name[:9000])}")["counts"]
        everybody = talk.control("GET state")["counts"]["user"]

        if "error" not in json.loads(body):
            assert everybody == 2
            assert counts["user"] == (1 if len(name) < 9000 else 0)
        assert talk.api("user/list")["total_records"] == 1

    def test_as_a_snapshot(self, talk, log, name):
        talk.user()
        if len(name) > 200:
            talk.control("POST snapshots", {"name": name}, status=422)
            return
        talk.control("POST snapshots", {"name": "other"})
        assert talk.control("POST snapshots", {"name": name}) == {"name": name}
        talk.user("b@example.com")

        assert talk.control(f"POST snapshots/{escaped(name)}/restore") == {"name": name}
        assert talk.api("user/list")["total_records"] == 1
        assert talk.control(f"DELETE snapshots/{escaped(name)}") == {"name": name}
        talk.control(f"POST snapshots/{escaped(name)}/restore", status=404)
        talk.control("POST snapshots/other/restore")

    def test_in_a_path(self, talk, log, name):
        path = escaped(name[:5000])
        for call in (
            f"GET {path}",
            f"GET state/{path}?tenant=k",
            f"DELETE faults/{path}",
            f"DELETE webhooks/{path}",
        ):
            answered = talk.control(call, status=404)
            assert answered["message"].isprintable()
            assert len(answered["message"]) < 1000
        for call in (f"state/user/{path}/start", f"state/{path}/1/start", f"state/user/1/{path}"):
            talk.control(f"POST {call}", {"tenant": KEY}, status=404)
        talk.control(f"POST deliveries/{path}/redeliver", status=404)
        status, _, body = talk.raw("POST", f"/v1/{path}")
        assert (status, json.loads(body)["error"]["code"]) == (200, 300)
        assert json.loads(body)["error"]["message"].isprintable()

    def test_in_questions_and_rules(self, talk, log, name):
        asked = escaped(name[:5000])
        assert talk.control(f"GET requests?tenant={asked}")["requests"] == []
        wrong = talk.control(f"GET requests?operation={asked}", status=422)
        wanted = {"tenant": name, "arguments": {name: name}}
        assert talk.control("POST requests/count", wanted)["count"] == 0
        wanted["operation"] = name
        assert talk.control("POST requests/count", wanted, status=422) == wrong
        wrong = talk.control("POST faults", {"operation": name, "error": name}, status=422)
        assert {each["at"] for each in wrong["problems"]} == {"operation", "error"}
        wrong = talk.control("POST clock", {name: 1, "set": name}, status=422)
        assert all(each["at"].isprintable() for each in wrong["problems"])
        talk.control("POST faults", {"tenant": name, "status": 500})
        talk.control("POST webhooks", {"url": name}, status=422)
        talk.control(
            "POST webhooks",
            {"url": f"http://localhost/{name}"[:9000], "events": [name]},
            status=422,
        )
        made = talk.control("POST webhooks", {"url": "http://localhost:1/", "tenant": name})
        talk.control(f"DELETE webhooks/{made['id']}")

    def test_as_what_a_transition_takes(self, talk, log, name):
        meeting = talk.meeting(talk.user())
        path = f"POST state/meeting/{meeting['id']}"
        talk.control(f"{path}/start", {"tenant": KEY})
        talk.control(f"{path}/join", {"tenant": KEY, "name": name})
        records = talk.control(f"GET state/participant?tenant={KEY}")["records"]

        assert [each["user_name"] for each in records] == [name]

    def test_in_headers(self, talk, log, name):
        """Those that HTTP can carry."""
        text = name[:2000].encode("utf-8").decode("latin-1")
        if any(each in text for each in "\r\n\x00") or not text.strip():
            return
        mine = {"X-Stub-Namespace": text, "Prefer": text}
        status, _, _ = talk.raw("GET", "/_stub/state", headers=mine)
        assert status in (200, 400)
        if status == 200:
            talk.sent("user/create", email="a@example.com", type=1, headers=mine)
            assert talk.api("user/list")["total_records"] == 0
        status, headers, page = talk.raw("GET", "/", headers={"Host": text})
        assert status in (200, 400, 421)
        if headers["content-type"] != "application/json":
            assert b"<script>alert" not in page
            assert b"onerror=alert" not in page


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("POST snapshots", b'{"name": "%s"}' % LONE),
        ("POST reset", b'{"tenant": "%s"}' % LONE),
        ("POST faults", b'{"status": 500, "operation": "%s"}' % LONE),
        ("POST requests/count", b'{"arguments": {"%s": 1}}' % LONE),
        ("POST reset", b'{"tenant": "\xff"}'),
        ("POST reset", b"[" * 100_000),
        ("POST reset", b'{"tenant": ' + b"[" * 100_000),
        ("POST clock", b'{"advance": 1e999}'),
        ("POST clock", b'{"advance": NaN}'),
        ("POST clock", b'{"advance": ' + b"9" * 5000 + b"}"),
        ("POST faults", b'{"status": 500, "times": ' + b"9" * 5000 + b"}"),
    ],
)
def test_bodies_that_no_json_is(talk, log, call, body):
    method, path = call.split()
    status, _, answered = talk.raw(method, f"/_stub/{path}", body)

    assert status == 422
    assert json.loads(answered)["problems"]


@pytest.mark.parametrize("path", ["%ff%fe", "%ed%a0%80", "%00", "%2e%2e%2f%2e%2e", "%", "%zz"])
def test_paths_that_are_no_text(talk, log, path):
    talk.control(f"POST snapshots/{path}/restore", status=404)
    talk.control(f"GET state/{path}?tenant={path}", status=404)
    assert talk.control(f"GET state?tenant={path}")["counts"]["user"] == 0


@pytest.mark.parametrize("form", ["first_name=%ff", "first_name=%ed%a0%80", "%00=%00", "id[%00]=1"])
def test_forms_that_are_no_text(talk, log, form):
    status, _, body = talk.raw(
        "POST",
        "/v1/user/create",
        f"api_key={KEY}&api_secret=s&email=a%40example.com&type=1&{form}",
        {"Content-Type": "application/x-www-form-urlencoded"},
    )

    assert status == 200
    assert json.loads(body)
    assert b"the stub has a bug" not in body


@pytest.mark.parametrize("page", [10**6, 2**53, 2**63 - 2, 2**63 - 1])
@pytest.mark.parametrize("path", ["user/list", "user/pending", "meeting/live", "h323/device/list"])
def test_pages_far_away_are_empty(talk, log, path, page):
    answered = talk.api(path, page_number=page, page_size=300)

    assert "error" not in answered
    assert answered["page_number"] == page
    assert [each for each in answered.values() if isinstance(each, list)] == [[]]
