"""What servers and networks do, and how a call ends that meets it."""

import gzip
import json
import re
import zlib
from dataclasses import replace
from email.utils import formatdate
from time import time

from tests.contract.endings import (
    LARGEST,
    Fault,
    answered,
    envelope,
    late,
    not_http,
    not_http_where_awaited,
    refused,
    told,
    unanswered,
    unsent,
)
from tests.contract.planted import ECHO, SECRET
from tests.runtime.places import for_https, greets, no_address, no_way_in, nobody, secure
from tests.runtime.scripted import (
    Script,
    answers,
    drips,
    floods,
    hangs_up,
    heard,
    http,
    resets,
    says,
    stalls,
)
from zoom_v1 import errors

USER = {
    "id": "u",
    "email": "a@example.com",
    "first_name": "Zoe",
    "last_name": "User",
    "type": 1,
    "verified": 1,
    "enable_large": False,
    "large_capacity": 0,
    "enable_webinar": False,
    "webinar_capacity": 0,
    "created_at": "2012-11-25T12:00:00Z",
    "status": 0,
}
BODY = json.dumps(USER).encode()
ANSWER = http(BODY)


def head(*lines: str, status: int = 200) -> bytes:
    start = f"HTTP/1.1 {status} {SECRET}\r\nContent-Type: application/json\r\n"
    return (start + "".join(f"{line}\r\n" for line in lines) + "\r\n").encode()


def chunk(content: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(content), content)


def packed(content: bytes, how: str) -> Script:
    return answers(content, more=f"Content-Encoding: {how}\r\n")


def deflated(content: bytes) -> bytes:
    """Without the envelope that the name stands for, as some servers send it."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def with_field(text: str) -> bytes:
    """The answer with one more field, as it stands here."""
    return BODY[:-1] + f', "more": {text}}}'.encode()


HALF = len(BODY) // 2
CHUNKED = head("Transfer-Encoding: chunked")
RESET = "Connection reset by peer"
HUNG_UP = "the connection was closed without an answer"
TOO_LARGE = b"x" * (2 * LARGEST)
BOMB = gzip.compress(b"\0" * 50 * 2**20)

CONNECTIONS = {
    "refused": unsent(nobody, "cannot connect: Connection refused"),
    "no address": unsent(no_address, "its name cannot be resolved"),
    "no way in": unsent(no_way_in, None, timeout=0.3),
    "reset at once": Fault(greets(resets()), errors.TransportError, sent=None, arrives=False),
    "closed at once": Fault(greets(hangs_up()), errors.TransportError, sent=None, arrives=False),
    "reset": unanswered(resets(), RESET),
    "reset in the status": unanswered(resets(b"HTTP/1."), RESET),
    "reset in the head": unanswered(resets(ANSWER[:30]), RESET),
    "reset after the head": refused(resets(head("Content-Length: 9")), 200, b""),
    "reset in the body": refused(resets(ANSWER[:-HALF]), 200, None),
    "reset in a chunk": refused(resets(CHUNKED + chunk(BODY)[:HALF]), 200, None),
    "closed": unanswered(hangs_up(), HUNG_UP),
    "closed in the status": unanswered(hangs_up(b"HTTP/1."), None),
    "closed in the head": unanswered(hangs_up(ANSWER[:30]), HUNG_UP),
    "closed after the status": unanswered(hangs_up(b"HTTP/1.1 200 OK\r\n"), HUNG_UP),
    "closed after the head": refused(hangs_up(head("Content-Length: 9")), 200, b""),
    "closed in the body": refused(hangs_up(ANSWER[:-HALF]), 200, BODY[:-HALF]),
    "closed after the answer": answered(hangs_up(ANSWER)),
    "silent": late(stalls()),
    "silent in the status": late(stalls(b"HTTP/1.")),
    "silent in the head": late(stalls(ANSWER[:30])),
    "silent after the head": late(stalls(head("Content-Length: 9"))),
    "silent in the body": late(stalls(ANSWER[:-HALF])),
    "silent in a chunk": late(stalls(CHUNKED + chunk(BODY)[:HALF])),
    "silent without an end": late(stalls(head() + BODY)),
    "a byte now and then": late(drips(ANSWER, 0.05)),
    "a chunk now and then": late(drips(CHUNKED + chunk(b"1") * 99, 0.05)),
    "one announcement after the other": late(floods(b"", b"HTTP/1.1 102 Wait\r\n\r\n")),
}

TLS = {
    "an unknown certificate": unsent(secure(answers(BODY)), None),
    "no TLS": unsent(for_https(greets(heard(hangs_up(http(ECHO, 400))))), None),
    "TLS is garbage": unsent(for_https(greets(heard(hangs_up(bytes(range(200)))))), None),
    "TLS is reset": unsent(for_https(greets(heard(resets()))), None),
    "TLS is closed": unsent(for_https(greets(heard(hangs_up()))), None),
    "TLS is silent": unsent(for_https(greets(stalls())), None, timeout=0.3),
    "TLS, unasked": not_http(hangs_up(b"\x15\x03\x01\x00\x02\x02\x0a")),
}

HEADS = {
    "another protocol": not_http(hangs_up(f"SSH-2.0-{SECRET}\r\n".encode())),
    "HTTP/0.9": not_http(hangs_up(BODY)),
    "HTTP/1.0": answered(hangs_up(ANSWER.replace(b"HTTP/1.1", b"HTTP/1.0"))),
    "no status": not_http(says(ANSWER.replace(b"200", SECRET.encode()))),
    "a status out of range": not_http(says(ANSWER.replace(b"200", b"20"))),
    "a line that is no header": not_http(
        says(ANSWER.replace(b"\r\n", f"\r\n{SECRET}\r\n".encode(), 1))
    ),
    "a line break within": not_http(answers(BODY, more=f"X-Break: a\r{SECRET}\r\n")),
    "an endless head": not_http(floods(b"HTTP/1.1 200 OK\r\n", b"X-More: more\r\n")),
    "an endless line": not_http(floods(b"HTTP/1.1 200 OK\r\nX-More: ", b"more" * 1024)),
    "an endless status": not_http(floods(b"HTTP/1.1 200 ", b"more" * 1024)),
    "no HTTP of a version that we speak": not_http(says(ANSWER.replace(b"HTTP/1.1", b"HTTP/2.0"))),
    "a later HTTP": not_http(says(ANSWER.replace(b"HTTP/1.1", b"HTTP/1.9"))),
    "a status with a sign": not_http(says(ANSWER.replace(b"200", b"+200"))),
    "a status below 100": not_http(says(ANSWER.replace(b"200", b"020"))),
    "a status too long": not_http(says(ANSWER.replace(b"200", b"0200"))),
    "a status after two spaces": not_http(says(ANSWER.replace(b" 200", b"  200"))),
    "a status after tabs": not_http(says(ANSWER.replace(b" 200 ", b"\t200\t"))),
    "a status without a reason": answered(says(re.sub(rb"200 \w+", b"200", ANSWER, count=1))),
    "a break in the status": not_http(says(ANSWER.replace(b"200 ", b"200 a\rb"))),
    "an empty line first": answered(says(b"\r\n" + ANSWER)),
    "a NUL in a header": not_http(answers(BODY, more=f"X-A: a\0{SECRET}\r\n")),
    "a header without a name": not_http(answers(BODY, more=f": {SECRET}\r\n")),
    "a header with a name that is none": not_http(answers(BODY, more=f"X(A): {SECRET}\r\n")),
    "a header of 9 KB": answered(answers(BODY, more=f"X-Long: {'x' * 9_000}\r\n")),
    "a header of 60 KB": answered(answers(BODY, more=f"X-Long: {'x' * 60_000}\r\n")),
    "a header of 70 KB": not_http(answers(BODY, more=f"X-Long: {'x' * 70_000}\r\n")),
    "a reason of 9 KB": answered(says(ANSWER.replace(b"200 ", b"200 " + b"x" * 9_000))),
    "95 headers": answered(answers(BODY, more="X-More: more\r\n" * 93)),
    "150 headers": not_http(answers(BODY, more="X-More: more\r\n" * 148)),
    "told to go on": answered(says(b"HTTP/1.1 100 Continue\r\n\r\n" + ANSWER)),
    "told to wait": answered(says(b"HTTP/1.1 102 Processing\r\n\r\n" * 3 + ANSWER)),
    "told of more": answered(says(b"HTTP/1.1 103 Early\r\nLink: </a>\r\n\r\n" + ANSWER)),
    "another protocol, unasked": refused(
        hangs_up(b"HTTP/1.1 101 Now\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"), 101, b""
    ),
}

LENGTHS = {
    "a length too long": refused(
        hangs_up(head(f"Content-Length: {len(BODY) + 9}") + BODY), 200, BODY
    ),
    "a length too short": not_http_where_awaited(
        refused(says(head(f"Content-Length: {HALF}") + BODY), 200, BODY[:HALF])
    ),
    "a length below zero": not_http(hangs_up(head("Content-Length: -1") + BODY)),
    "a length that is none": not_http(hangs_up(head(f"Content-Length: {SECRET}") + BODY)),
    "two lengths": not_http(
        hangs_up(head("Content-Length: 9", f"Content-Length: {len(BODY)}") + BODY)
    ),
    "the same length twice": not_http(
        says(head(f"Content-Length: {len(BODY)}", f"Content-Length: {len(BODY)}") + BODY)
    ),
    "a length with a sign": not_http(says(head(f"Content-Length: +{len(BODY)}") + BODY)),
    "a length as Python writes it": not_http(says(head("Content-Length: 1_0") + BODY)),
    "a length and chunks": not_http(
        says(head("Content-Length: 9", "Transfer-Encoding: chunked") + chunk(BODY) + b"0\r\n\r\n")
    ),
    "a transfer that was not asked for": not_http(
        says(head("Transfer-Encoding: gzip, chunked") + chunk(BODY) + b"0\r\n\r\n")
    ),
    "no length": answered(hangs_up(head() + BODY)),
    "no length and cut short": refused(hangs_up(head() + BODY[:HALF]), 200, BODY[:HALF]),
    "chunks": answered(says(CHUNKED + chunk(BODY[:HALF]) + chunk(BODY[HALF:]) + b"0\r\n\r\n")),
    "a chunk cut short": refused(hangs_up(CHUNKED + chunk(BODY)[:HALF]), 200, None),
    "chunks without an end": refused(hangs_up(CHUNKED + chunk(BODY)), 200, BODY),
    "a chunk of no size": not_http_where_awaited(
        refused(says(CHUNKED + f"{SECRET}\r\n".encode() + BODY), 200, b"")
    ),
    "a chunk below zero": not_http_where_awaited(
        refused(floods(CHUNKED + b"-1\r\n", TOO_LARGE), 200, b"")
    ),
    "a body too large": refused(answers(TOO_LARGE), 200, TOO_LARGE[:LARGEST]),
    "a body without a length, too large": refused(
        floods(head(), b"x" * 4096), 200, TOO_LARGE[:LARGEST]
    ),
    "chunks too large": refused(floods(CHUNKED, chunk(b"x" * 4096)), 200, TOO_LARGE[:LARGEST]),
}

PACKED = {
    "gzip": answered(packed(gzip.compress(BODY), "gzip")),
    "gzip that is none": refused(packed(BODY, "gzip"), 200, BODY),
    "gzip cut short": refused(
        packed(gzip.compress(BODY)[:-9], "gzip"), 200, gzip.compress(BODY)[:-9]
    ),
    "gzip with a wrong sum": refused(
        packed(gzip.compress(BODY)[:-8] + bytes(8), "gzip"), 200, None
    ),
    "a bomb": refused(packed(BOMB, "gzip"), 200, bytes(LARGEST)),
    "deflate": answered(packed(zlib.compress(BODY), "deflate")),
    "deflate without its envelope": answered(packed(deflated(BODY), "deflate")),
    "deflate that is none": refused(packed(BODY, "deflate"), 200, BODY),
    "packed as was not asked for": refused(packed(BODY, "br"), 200, BODY),
    "packed twice": refused(packed(BODY, "gzip, gzip"), 200, BODY),
}

BODIES = {
    "HTML": told(f"<html>{ECHO}</html>", kind="text/html"),
    "HTML of a gateway": told(f"<html>{ECHO}</html>", 502, kind="text/html"),
    "nothing": told(""),
    "nothing, by its status": refused(
        says(b"HTTP/1.1 204 No Content\r\nDate: now\r\n\r\n"), 204, b""
    ),
    "a list": told(f'["{ECHO}"]'),
    "text": told(f'"{ECHO}"'),
    "null": told("null"),
    "a number": told("7"),
    "half of it": told(BODY[:HALF]),
    "it twice": told(BODY * 2),
    "deep lists": told("[" * 100_000),
    "deep lists in a field": told(with_field("[" * 50_000 + "]" * 50_000)),
    "deep objects": told('{"a":' * 20_000),
    "bytes that are no UTF-8": told(BODY.replace(b"Zoe", b"Z\xff")),
    "UTF-16": answered(answers(json.dumps(USER).encode("utf-16"))),
    "Latin-1": answered(
        answers(
            with_field('"\u00eb"').decode().encode("latin-1"), kind="text/json; charset=latin-1"
        )
    ),
    "a byte order mark": answered(answers(b"\xef\xbb\xbf" + BODY)),
    "half a character": told(BODY.replace(b"Zoe", b"\\ud800")),
    "NaN": told(with_field("NaN")),
    "a number of 5000 digits": told(BODY.replace(b'"type": 1', b'"type": ' + b"9" * 5000)),
    "a number beyond floats": told(BODY.replace(b'"type": 1', b'"type": 1e999')),
    "a number beyond 64 bits": answered(
        answers(BODY.replace(b'"type": 1', b'"type": ' + b"9" * 30))
    ),
    "a key twice": answered(answers(with_field("1")[:-1] + b', "more": 2}')),
    "another type": answered(answers(BODY, kind="text/plain")),
}

STATUSES = {
    **{
        f"a redirect, {status}": refused(
            answers(ECHO, status, more=f"Location: /?api_secret={SECRET}\r\n"),
            status,
            ECHO.encode(),
        )
        for status in (301, 302, 303, 307, 308)
    },
    "not modified": refused(says(b"HTTP/1.1 304 Not Modified\r\nDate: now\r\n\r\n"), 304, b""),
    "401": told(ECHO, 401),
    "403": told(ECHO, 403),
    "404": told(ECHO, 404),
    "500": told(ECHO, 500),
    "503": told(ECHO, 503),
    "600": told(ECHO, 600),
    "401 with an error": envelope(124, 401, errors.APIError),
    "403 with an error": envelope(200, 403, errors.NotAllowed),
    "404 with an error": envelope(1001, 404, errors.UserNotFound),
    "429 with an error": envelope(9, 429, errors.RateLimited),
    "500 with an error": envelope(1005, 500, errors.UserAlreadyExists),
    "503 with an error": envelope(2, 503, errors.APIError),
    "200 with an error": envelope(1001, 200, errors.UserNotFound),
}

NOW = time()
WAITS = {
    "none": (None, True),
    "in no time": ("0", True),
    "in a day": ("86400", False),
    "in a thousand years": ("9" * 20, False),
    "a while ago": (formatdate(NOW - 3600, usegmt=True), True),
    "some day": (formatdate(NOW + 86400, usegmt=True), False),
    "garbage": (f"soon, {SECRET}", True),
}
"""What Retry-After says, and whether a read is sent again after a 503 that says so.

A 429 is waited out by reads only with patience, which these calls have not.
"""
for when, (after, again) in WAITS.items():
    more = "" if after is None else f"Retry-After: {after}\r\n"
    for status, error in ((429, errors.RateLimited), (503, errors.ResponseError)):
        fault = refused(answers("{}", status, more=more), status, b"{}", error)
        STATUSES[f"{status}, again {when}"] = replace(fault, again=again and status == 503)

FAULTS = CONNECTIONS | TLS | HEADS | LENGTHS | PACKED | BODIES | STATUSES
