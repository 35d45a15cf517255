"""The harbour as its page describes it, written by hand: who may do what, and where tokens are."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY, SITE, BOT = "key-123456789", "site/é", "77:bot-token"
SESSION, USER, PASSWORD = "s3ss10n.id", "ada", "pass:wörd"
STAFF, SIGNING = "staff-token-1", "signing-secret"
DESK, DESK_KEY, MAIL_KEY = "ada@harbour.example", "desk:key/1", "m1"
PAGER_KEY, FLEET, FLEET_KEY = "pager-key=1", "north", "fleet:key"
CLIENT, CLIENT_SECRET = "app 1", "s&cret+of/app"
BERTH = {"id": 7, "name": "East 7"}
APP = {"client_id": CLIENT, "client_secret": CLIENT_SECRET}
OF_CALLERS = {
    "api_key": KEY,
    "site_code": SITE,
    "bot_token": BOT,
    "session_id": SESSION,
    "user_name": USER,
    "user_password": PASSWORD,
    "staff_token": STAFF,
    "signing_secret": SIGNING,
}
"""What operations take between them, tokens and their other forms aside."""
OF_REPORTS = {
    "desk": {"desk_email": DESK, "desk_key": DESK_KEY},
    "mail": {"mail_key": MAIL_KEY},
    "pager": {"pager_key": PAGER_KEY},
    "fleet": {"fleet_name": FLEET, "fleet_key": FLEET_KEY},
}
"""Scheme -> the credentials that it makes a text of."""
CREDENTIALS = {
    name: text for of in (OF_CALLERS, APP, *OF_REPORTS.values()) for name, text in of.items()
}


def signed(secret: str, moment: str, target: str, body: bytes) -> str:
    """The page: HMAC-SHA256 over time, path with query, and body, in hexadecimal digits."""
    text = f"{moment}.{target}.".encode() + body
    return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()


def sign(request: Any) -> dict[str, str]:
    """The headers of a signature, as a caller makes them."""
    moment = str(time.time_ns())
    secret = request.credentials["signing_secret"]
    return {
        "X-Harbour-Signature": signed(secret, moment, request.target, request.body),
        "X-Harbour-Time": moment,
    }


class Harbour:
    """A server over a real socket."""

    def __init__(self) -> None:
        self.lifetime: float | None = 3600
        self.token_delay = 0.0
        self.token_status = 200
        self.token_requests: list[dict[str, str]] = []
        self.valid: set[str] = set()
        self.seen: list[tuple[str, str]] = []
        """Method and path of each request, tokens aside."""
        self.lock = threading.Lock()
        handler = type("Handler", (_Handler,), {"harbour": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.base_url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    harbour: Harbour
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        self._handle(b"")

    def do_POST(self) -> None:
        self._handle(self.rfile.read(int(self.headers.get("content-length", 0))))

    def _handle(self, body: bytes) -> None:
        url = urlsplit(self.path)
        if url.path == "/oauth/token":
            return self._token(body)
        self.harbour.seen.append((self.command, url.path))
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        known = {
            "/berths": lambda: self._account() and [BERTH],
            "/tides": lambda: "authorization" not in self.headers and ["06:12 high"],
            "/berths/7/book": lambda: (
                self._has_key() and json.loads(body).get("site_code") == SITE and BERTH
            ),
            f"/bot{BOT}/say": lambda: "",
            "/report": lambda: self._may_report(query) and [query["year"]],
            "/berths/mine": lambda: self._user() and [BERTH],
            "/logbook": lambda: (
                self.headers.get("authorization") == f"Token {STAFF}" and ["A gull."]
            ),
            "/payments": lambda: self._has_key() and self._is_signed(body) and "",
            "/berths/7/photo": lambda: self._account() and "",
        }
        if url.path not in known:
            return self._say(404, {"error": {"code": "not_found", "message": self.path}})
        found = known[url.path]()
        if found is False:
            sent = self.headers.get("authorization", "").rpartition(" ")[2] or "nothing"
            content = {"error": {"code": "bad_credentials", "message": f"not with {sent}"}}
            return self._say(401, content)
        return self._say(204 if found == "" else 200, found)

    def _has_key(self) -> bool:
        return self.headers.get("X-Harbour-Key") == KEY

    def _account(self) -> bool:
        kind, _, token = self.headers.get("authorization", "").partition(" ")
        with self.harbour.lock:
            return self._has_key() or (kind == "Bearer" and token in self.harbour.valid)

    def _user(self) -> bool:
        pair = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        return (
            self.headers.get("cookie") == f"HSESSION={SESSION}"
            or self.headers.get("authorization") == f"Basic {pair}"
        )

    def _may_report(self, query: dict[str, str]) -> bool:
        kind, _, sent = self.headers.get("authorization", "").partition(" ")
        return query.get("apikey") == KEY or (kind, sent) in [
            ("Basic", base64.b64encode(f"{DESK}/token:{DESK_KEY}".encode()).decode()),
            ("Basic", base64.b64encode(f"api:{MAIL_KEY}".encode()).decode()),
            ("Token", f"token={PAGER_KEY}"),
            ("ApiKey", f"{FLEET}:{FLEET_KEY}"),
        ]

    def _is_signed(self, body: bytes) -> bool:
        moment = self.headers.get("X-Harbour-Time", "")
        right = signed(SIGNING, moment, self.path, body)
        return self.headers.get("X-Harbour-Signature") == right

    def _token(self, body: bytes) -> None:
        harbour = self.harbour
        fields = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        time.sleep(harbour.token_delay)
        # RFC 6749, section 2.3.1: both parts are written as in a form.
        pair = base64.b64encode(b"app+1:s%26cret%2Bof%2Fapp").decode()
        if self.headers.get("authorization") != f"Basic {pair}":
            refusal = {"error": "invalid_client", "error_description": f"not {CLIENT_SECRET}"}
            return self._say(401, refusal)
        with harbour.lock:
            harbour.token_requests.append(fields)
            token = f"token-{len(harbour.token_requests)}-abcdefgh"
            harbour.valid.add(token)
        content: dict[str, object] = {"access_token": token, "token_type": "bearer"}
        if harbour.lifetime is not None:
            content["expires_in"] = harbour.lifetime
        return self._say(harbour.token_status, content)

    def _say(self, status: int, content: object) -> None:
        body = b"" if status == 204 else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
