"""What a client has sent never forges a line, steers a terminal or fills a log."""

import io
import json
import logging
import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apiscribe.runtime.stub.showing import LONGEST_NAME, shown

ESCAPE, BIDI, LINE = "\x1b]0;owned\x07\x1b[31m", "\u202e\u2066", "\r\nERROR: forged\u2028\u2029\x85"
HARMFUL = [ESCAPE, BIDI, LINE, "\0\x7f\x9b31m", "\ud800"]


@given(st.text())
def test_what_is_shown_is_one_line_that_nothing_obeys(text):
    for each in shown(text):
        assert not unicodedata.category(each).startswith("C")
        assert each == " " or not each.isspace()


def test_what_is_shown_says_what_was_there():
    assert shown("é x" + ESCAPE) == r"é x\x1b]0;owned\x07\x1b[31m"
    assert shown(BIDI + LINE) == r"\u202e\u2066\r\nERROR: forged\u2028\u2029\x85"
    assert shown("\ud800") == r"\ud800"
    assert shown("x" * 1000) == "x" * LONGEST_NAME + "..."


@pytest.fixture
def log():
    """What a program writes down, at every level."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("apiscribe")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield written
    logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)


def requests(text):
    """Every place of a request that may be told or written down."""
    encoded = quote(text.encode("utf-8", "surrogatepass"))
    form = {"content-type": "application/x-www-form-urlencoded"}
    good = "key=k&secret=s&title=x"
    yield "/v1/book/add", f"{good}&{encoded}=1", form
    yield "/v1/book/add", f"{good}&{encoded}[a]=1&{encoded}=1", form
    yield "/v1/book/add", f"{good}&author[{encoded}]=1&author[{encoded}]=2&pages=x", form
    yield "/v1/book/add", f"{good}&title={encoded}&pages={encoded}", form
    yield "/v1/book/burn", f"{good}&id={encoded}", form
    yield f"/v1/{encoded}", good, form
    yield f"/v2/shelves/{encoded}?{good}", None, {}
    yield "/v1/book/add", good, {"content-type": f"application/{encoded}"}
    yield "/v1/book/add", good, {"content-type": f"{form['content-type']}; charset={encoded}"}
    yield "/v1/book/add", good, form | {"content-encoding": encoded}
    yield "/v1/book/add", good, form | {"host": encoded}
    yield "/v1/book/add", good, form | {"origin": f"http://{encoded}"}
    yield "/v2/shelves", json.dumps({"key": "k", "secret": "s", text: 1}), {}


@pytest.mark.parametrize("text", HARMFUL, ids=ascii)
def test_no_request_writes_more_than_lines_of_its_own(call, log, text):
    for path, body, headers in requests(text):
        call(path, "POST" if body else "GET", body=body, headers=headers)

    for line in log.getvalue().splitlines():
        assert line.isprintable(), ascii(line)
        assert line.startswith(("INFO: ", "ERROR: a bug of the stub", "  ")), line
    assert log.getvalue().count("ERROR: ") == log.getvalue().count("ERROR: a bug") + forged(log)


def forged(log):
    """How often a forged line is there, in the middle of another."""
    return log.getvalue().count("\\nERROR: forged")


@pytest.mark.parametrize("text", HARMFUL, ids=ascii)
def test_no_message_holds_what_a_terminal_obeys(call, text):
    for path, body, headers in requests(text):
        reply = call(path, "POST" if body else "GET", body=body, headers=headers)

        if "error" in reply.content:
            assert reply.message.isprintable()


def test_no_message_and_no_line_is_longer_than_somebody_reads(call, log):
    for path, body, headers in requests("x" * 20_000):
        reply = call(path, "POST" if body else "GET", body=body, headers=headers)

        assert len(reply.body) < 2000
    assert all(len(line) < 2000 for line in log.getvalue().splitlines())


def test_many_long_names_are_counted(call_stub):
    named = {f"{n:0500}": "x" for n in range(300)}

    reply = call_stub(strict=True).form("/v1/book/add", named, title="x")

    assert "is one of 200 more that are not known" in reply.message
    assert len(reply.message) < 100_000
