"""Operations on the client itself: both clients, raw and paged, against a till written by hand."""

import asyncio
import json
import pickle
import threading
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from urllib.parse import parse_qs, urlsplit

import pytest

CLOSED: list[str] = []


class HandWrittenTill(BaseHTTPRequestHandler):
    """What the page of the till documents."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        url = urlsplit(self.path)
        asked = {name: texts[-1] for name, texts in parse_qs(url.query).items()}
        if self.headers["Authorization"] != "Bearer sk":
            return self.answer(401, {"error": {"code": "key_refused", "message": "Who?"}})
        if url.path == "/v1/balance":
            return self.answer(200, {"cents": 1 if asked.get("currency") == "usd" else 1250})
        if url.path == "/v1/days":
            page = int(asked.get("page", 1))
            return self.answer(200, {"pages": 2, "days": [2 * page - 1, 2 * page]})
        return self.answer(404, {"error": {"code": "unknown", "message": "Nothing here."}})

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        CLOSED.append(self.path)
        self.answer(204, None)

    def answer(self, status, value):
        body = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        if value is not None:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def till(made):
    return import_module("till_v1")


@pytest.fixture
def served():
    server = ThreadingHTTPServer(("127.0.0.1", 0), HandWrittenTill)
    server.daemon_threads = True
    CLOSED.clear()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def url(server):
    return f"http://127.0.0.1:{server.server_port}"


def test_operations_stand_on_the_client(till, served):
    with till.Till(secret_key="sk", base_url=url(served)) as client:
        assert client.balance().cents == 1250
        assert client.balance(currency="usd", timeout=5).cents == 1
        assert list(client.iter_list_days()) == [1, 2, 3, 4]
        assert client.close_day(day=3) is None
        assert client.with_options(timeout=3).balance().cents == 1250
        with pytest.raises(till.InvalidArguments):
            client.close_day(day=32)
        assert not hasattr(client, "till")
    assert CLOSED == ["/v1/day/3/close"]


def test_they_are_raw_where_the_client_is(till, served):
    with till.Till(secret_key="sk", base_url=url(served)) as client:
        response = client.with_raw_response.balance(currency="usd")

        assert (response.status, json.loads(response.body)) == (200, {"cents": 1})
        assert response.parsed().cents == 1


def test_they_are_awaited_where_the_client_is(till, served):
    async def calls():
        async with till.AsyncTill(secret_key="sk", base_url=url(served)) as client:
            response = await client.with_raw_response.balance()
            days = [day async for day in client.iter_list_days(limit=3)]
            return (await client.balance()).cents, response.status, days

    assert asyncio.run(calls()) == (1250, 200, [1, 2, 3])


def test_the_stub_and_validators_know_them(till):
    with (
        till.stub.StubServer(mode="examples") as stub,
        till.Till(secret_key="sk", base_url=stub.base_url) as client,
    ):
        assert client.balance().cents == 1250
    assert [str(each) for each in till.validators.validate("till.close_day", {})] != []


def test_a_client_of_the_page_documents_them(till):
    assert "How many days a page holds" in till.Till.list_days.__doc__
    assert till.Till.balance.__qualname__ == "TillResource.balance"


def test_the_root_of_errors_goes_by_its_own_name(till):
    error = till.errors.KeyRefused("Who?", operation="till.balance")
    copied = pickle.loads(pickle.dumps(error))

    assert isinstance(copied, till.TillError)
    assert (copied.message, copied.operation) == ("Who?", "till.balance")
    assert (
        f"{till.TillError.__module__}.{till.TillError.__qualname__}" == "till_v1.errors.TillError"
    )
    try:
        raise till.TillError("all of it")
    except till.errors.TillError:
        shown = traceback.format_exc()
    assert shown.endswith("till_v1.errors.TillError: all of it\n")
