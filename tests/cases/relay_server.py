"""The relay as its page would describe it, written by hand: five items, two on a page."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

ITEMS = [{"id": f"r{number}", "number": number} for number in range(1, 6)]
IDS = [item["id"] for item in ITEMS]

Given = dict[str, Any]
Said = tuple[object, dict[str, str]]


class Relay:
    """The server; `asked` has the targets and bodies of all requests."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        relay = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                sent = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                relay.asked.append((self.path, sent))
                parts = urlsplit(self.path)
                given: Given = dict(parse_qsl(parts.query))
                is_json = self.headers.get("Content-Type") == "application/json"
                given |= json.loads(sent or "{}") if is_json else dict(parse_qsl(sent))
                answer = _ANSWERS[parts.path.removeprefix("/v1").partition("/databases")[0]]
                body, headers = answer(given, f"http://{self.headers['Host']}/v1")
                content = json.dumps(body).encode()
                self.send_response(200)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def do_POST(self) -> None:
                self.do_GET()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self._server.server_port}/v1"
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _part(start: int, size: object) -> tuple[list[dict[str, object]], int | None]:
    """A part of the items, and where the next one begins, if there is one."""
    end = start + int(str(size))
    return ITEMS[start:end], end if end < len(ITEMS) else None


def _numbered(given: Given, page: str, size: str) -> tuple[list[dict[str, object]], int, int]:
    """A page by its number, which and how large it is."""
    number, most = int(given.get(page, 1)), int(given.get(size, 2))
    return _part((number - 1) * most, most)[0], number, most


def _is_last(number: int, size: int) -> bool:
    return number * size >= len(ITEMS)


def _chat(given: Given, base: str) -> Said:
    items, end = _part(int((given.get("cursor") or "c0")[1:]), given.get("limit", 2))
    cursor = "" if end is None else f"c{end}"
    return {"ok": True, "channels": items, "response_metadata": {"next_cursor": cursor}}, {}


def _documents(given: Given, base: str) -> Said:
    items, number, size = _numbered(given, "page[number]", "page[size]")
    beside = f"&include={given['include']}" if "include" in given else ""
    following = f"{base}/documents?page[number]={number + 1}&page[size]={size}{beside}"
    links = {"next": None if _is_last(number, size) else following}
    return {"data": items, "links": links, "meta": {"total": len(ITEMS)}}, {}


def _parcels(given: Given, base: str) -> Said:
    items, number, size = _numbered(given, "page", "page_size")
    address = f"{base}/parcels?page_size={size}&page="
    there = {"self": number, "prev": number - 1, "next": number + 1, "last": -(-len(ITEMS) // size)}
    if _is_last(number, size):
        del there["next"]
    links = [
        {"rel": rel, "href": f"{address}{page}", "method": "GET"} for rel, page in there.items()
    ]
    return {
        "parcels": items,
        "links": [each for each in links if each["href"] != address + "0"],
    }, {}


def _projects(given: Given, base: str) -> Said:
    items, number, size = _numbered(given, "page", "per_page")
    following = "" if _is_last(number, size) else str(number + 1)
    pages = -(-len(ITEMS) // size)
    return items, {"X-Next-Page": following, "X-Page": str(number), "X-Total-Pages": str(pages)}


def _releases(given: Given, base: str) -> Said:
    items, number, size = _numbered(given, "p", "n")
    first = f'<{base}/releases?p=1&n={size}>; rel="first"'
    following = f'<{base}/releases?p={number + 1}&n={size}>; rel="next", {first}'
    return items, {"Link": first if _is_last(number, size) else following}


def _zones(given: Given, base: str) -> Said:
    items, _, size = _numbered(given, "page", "per_page")
    return {"result": items, "result_info": {"total_pages": -(-len(ITEMS) // size)}}, {}


def _query(given: Given, base: str) -> Said:
    items, end = _part(int(given.get("start_cursor", "n0")[1:]), given.get("page_size", 2))
    cursor = None if end is None else f"n{end}"
    return {"results": items, "has_more": end is not None, "next_cursor": cursor}, {}


def _contacts(given: Given, base: str) -> Said:
    items, end = _part(int(given.get("after", 0)), given.get("limit", 2))
    paging = {} if end is None else {"paging": {"next": {"after": str(end)}}}
    return {"results": items, **paging}, {}


def _tweets(given: Given, base: str) -> Said:
    options = given.get("options", {})
    start, size = options.get("pagination_token", "t0")[1:], options.get("max_results", 2)
    items, end = _part(int(start), size)
    token = {} if end is None else {"next_token": f"t{end}"}
    return {"data": items, "meta": {"result_count": len(items), **token}}, {}


def _things(given: Given, base: str) -> Said:
    start = IDS.index(given["after"]) + 1 if "after" in given else 0
    items, _ = _part(start, given.get("limit", 2))
    things = [{"kind": "t1", "data": {"name": item["id"]}} for item in items]
    return {"data": {"children": things}}, {}


def _orders(given: Given, base: str) -> Said:
    items, _ = _part(int(given.get("offset", 0)), given.get("limit", 2))
    return {"data": {"rows": items}, "total": len(ITEMS)}, {}


_ANSWERS = {
    "/conversations.list": _chat,
    "/documents": _documents,
    "/projects": _projects,
    "/commits": _projects,
    "/releases": _releases,
    "/zones": _zones,
    "": _query,
    "/contacts": _contacts,
    "/tweets": _tweets,
    "/things": _things,
    "/orders": _orders,
    "/parcels": _parcels,
}
