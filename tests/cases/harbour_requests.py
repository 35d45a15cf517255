"""Requests to the harbour as its page has them."""

import http.client
import json
from base64 import b64encode
from urllib.parse import urlsplit

from tests.cases import harbour_server as page

BASIC = f"Basic {b64encode(f'{page.USER}:{page.PASSWORD}'.encode()).decode()}"


def basic(pair):
    return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def report(headers):
    return ("GET", "/report?year=2012", headers)


KEY = {"X-Harbour-Key": page.KEY}
JSON = {"Content-Type": "application/json"}
FORM = "application/x-www-form-urlencoded"
IN_FORM = {"Content-Type": FORM}
CLIENT = {"Authorization": f"Basic {b64encode(b'app+1:s%26cret%2Bof%2Fapp').decode()}"}
GRANT = {"grant_type": "client_credentials", "audience": "https://harbour.example"}
BOOKING = json.dumps({"ship": "Gull", "site_code": page.SITE})


def asked(stub, method, target, headers=(), body=None):
    """Status, headers and text of a response."""
    connection = http.client.HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
    try:
        connection.request(method, target, body, dict(headers))
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()
    finally:
        connection.close()


def asker(stub):
    """Asks a stub for status, headers and the value of a response."""

    def ask(*request):
        status, headers, text = asked(stub, *request)
        return status, headers, json.loads(text) if text else None

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
