"""The almanac as its page would describe it, written by hand: five records, two on a page."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

_HEADED: dict[str, dict[str, str]] = {
    "headed": {"X-Total-Pages": "3"},
    "tallied": {"X-Total": "5"},
    "marked": {},
    "closing": {},
}
RECORDS = [{"id": f"r{number}", "number": number} for number in range(1, 6)]


class Almanac:
    """The server; `asked` has the targets of all requests."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.elsewhere = ""
        self.onward = "/api/onward/from/p"
        almanac = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self.answer(self.path)

            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
                is_json = self.headers.get("Content-Type") == "application/json"
                query = urlencode(_flat(json.loads(sent or "{}"))) if is_json else sent
                self.answer(self.path + ("&" if "?" in self.path else "?") + query)

            def answer(self, target: str) -> None:
                almanac.asked.append(self.path)
                body, headers = almanac.answer(target, f"http://{self.headers['Host']}")
                content = json.dumps(body).encode()
                self.send_response(200)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self._server.server_port}/api"
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, target: str, host: str) -> tuple[object, dict[str, str]]:
        parts = urlsplit(target)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        how = parts.path.removeprefix("/api/")
        how, _, told = how.partition("/")
        if how in ("backwards", "ending"):
            return _back(how, query), {}
        start = int(told[len("from/p") :]) if told.startswith("from/") else _start(how, query)
        end = start + int(query.get("per_page", query.get("limit", query.get("page[size]", 2))))
        held, more = RECORDS[start:end], end < len(RECORDS)
        following = f"{self.elsewhere or host}/api/{how}?at={end}"
        if how in ("links", "denied", "dated", "nearby"):
            return _linked(how, host, query, following, start, end)
        if how == "headers":
            return held, {"X-Next": f"c{end}"} if more else {}
        if how == "paired":
            wanted = (f"{start}", f"m{start}") if start else (None, None)
            held = held if wanted == (query.get("age"), query.get("mark")) else []
            leads_on = {"after": f"c{end}", "epoch": end}
            page = {"records": held, **({"next": leads_on} if more else {})}
            return page, {"X-Mark": f"m{end}"} if more else {}
        if how in ("bracketed", "following", *_HEADED):
            headers = dict(_HEADED.get(how, {}))
            if how == "closing":
                headers["X-Last"] = str(not more).lower()
            if how == "marked":
                headers["X-More"] = str(more).lower()
            if how == "following":
                headers["X-Next-Page"] = str(end // 2 + 1) if more else ""
            return held, headers
        bodies: dict[str, object] = {
            "numbers": held,
            "flagged": {"has_more": more, "data": held},
            "totalled": {"meta": {"total": len(RECORDS)}, "result": {"records": held}},
            "counted": {"pages": 3, "records": held},
            "offsets": {"total": len(RECORDS), "records": held},
            "ended": {"is_last": not more, "records": held},
            "cursors": {"meta": {"next": f"c{end}" if more else None}, "result": {"records": held}},
            "streamed": {"after_cursor": f"c{end}", "end_of_stream": not more, "records": held},
            "newest": {"has_more": more, "data": held},
            "updates": {"result": held},
            "handed": {"cursor": f"c{end}", "has_more": more, "records": held},
            "onward": {"next": f"{self.onward}{end}", "records": held},
            "endless": {"paging": {"next": following}, "data": held},
            "urls": {"paging": {"next": following} if more else {}, "data": held},
        }
        if how == "onward" and not more:
            return {"records": held}, {}
        return bodies[how], {}


def _linked(
    how: str, host: str, query: dict[str, str], following: str, start: int, end: int
) -> tuple[object, dict[str, str]]:
    """A page that says in `Link` where others are."""
    more = end < len(RECORDS)
    address = f"{host}/api/{how}"
    if how == "links":
        links = [f'<{following}>; rel="next"'] if more else []
        links.append(f'<{address}>; rel="first"')
    elif how == "denied":
        links = [f'<{following}>; rel="next"; results="{str(more).lower()}"']
    else:
        start, end = _beside(query)
        held, size = RECORDS[start:end], query.get("limit", "2")
        links = []
        if held and end < len(RECORDS):
            links.append(f'<{address}?limit={size}&max_id={held[-1]["id"]}>; rel="next"')
        if held and start:
            links.append(f'<{address}?limit={size}&min_id={held[0]["id"]}>; rel="prev"')
    return RECORDS[start:end], {"Link": ", ".join(links)} if links else {}


def _back(how: str, query: dict[str, str]) -> object:
    """The latest records up to one, oldest first, or those that come behind one."""
    ids, size = [record["id"] for record in RECORDS], int(query.get("limit", 2))
    if how == "ending":
        return [r for r in RECORDS if int(str(r["number"])) <= int(query.get("end", 99))][-size:]
    if "after_id" in query:
        start = ids.index(query["after_id"]) + 1
        held = RECORDS[start : start + size]
        return {"has_more": start + size < len(ids), "data": held}
    end = (
        len(ids) if query.get("before_id", "latest") == "latest" else ids.index(query["before_id"])
    )
    start = max(0, end - size)
    return {"has_more": start > 0, "data": RECORDS[start:end]}


def _beside(query: dict[str, str]) -> tuple[int, int]:
    """Between which records the page is that is asked for by one before or behind it."""
    ids, size = [record["id"] for record in RECORDS], int(query.get("limit", 2))
    if "min_id" in query:
        end = ids.index(query["min_id"])
        return max(0, end - size), end
    start = ids.index(query["max_id"]) + 1 if "max_id" in query else 0
    return start, start + size


def _start(how: str, query: dict[str, str]) -> int:
    """How many records are before the page that is asked for."""
    if "at" in query:
        return int(query["at"])
    if how == "flagged":
        return int(query.get("page", 0)) * 2
    if "page[number]" in query:
        return (int(query["page[number]"]) - 1) * int(query.get("page[size]", 2))
    if "page" in query:
        return (int(query["page"]) - 1) * int(query.get("per_page", 2))
    if "starting_after" in query:
        return [record["id"] for record in RECORDS].index(query["starting_after"]) + 1
    if how == "updates":
        return int(query.get("offset", 1)) - 1
    return int(query.get("start", query.get("after", query.get("cursor", "0")).removeprefix("c")))


def _flat(given: dict[str, object]) -> dict[str, object]:
    """Objects of a body as a form has them."""
    found = dict(given)
    for name, value in given.items():
        if isinstance(value, dict):
            found.pop(name)
            found |= {f"{name}[{key}]": each for key, each in value.items()}
    return found
