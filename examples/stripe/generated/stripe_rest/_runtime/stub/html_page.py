"""The page for people: every operation, how to call it, and what it takes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from html import escape
from urllib.parse import quote

import msgspec

from ..encoding.wire import File
from ..operation import Operation
from .api import StubApi
from .curl_bindings import with_bindings
from .curl_credentials import with_credentials
from .html_style import STYLE
from .openapi_reader import Described, DescribedArgument, OpenApiDocument, as_text
from .responses import GUARDS, StubResponse, answer
from .schemes import described

_BASE = "http://stub.invalid"
"""Where the stub is, until somebody asks: then it is where they ask for it."""
_HOST = re.compile(rb"[A-Za-z0-9.:\[\]_-]{1,255}").fullmatch
_UNKNOWN = DescribedArgument({}, False, "")
_POLICY = (
    b"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
    b" frame-ancestors 'none'"
)
_HEADERS = ((b"content-security-policy", _POLICY), *GUARDS)


class Page:
    """Written when it is first looked at."""

    def __init__(self, api: StubApi) -> None:
        self._api = api
        self._at = lru_cache(maxsize=8)(self._written)

    def seen_at(self, headers: Mapping[bytes, bytes]) -> StubResponse:
        return self._at(headers.get(b"host", b""))

    def _written(self, host: bytes) -> StubResponse:
        content = self._html.replace(_BASE, f"http://{host.decode()}" if _HOST(host) else _BASE)
        return answer(content.encode(), b"text/html; charset=utf-8", headers=_HEADERS)

    @cached_property
    def _html(self) -> str:
        return "\n".join(_page(self._api, OpenApiDocument(self._api.openapi)))


def _page(api: StubApi, document: OpenApiDocument) -> Iterator[str]:
    title = escape(f"{api.title} {document.version}".strip())
    resources: dict[str, list[Operation]] = {}
    for operation in api.operations:
        resources.setdefault(operation.id.partition(".")[0], []).append(operation)
    yield "<!doctype html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{title}: stub</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{STYLE}</style></head><body>"
    yield "<nav>"
    for name, operations in resources.items():
        yield f'<a href="#{escape(name)}">{escape(name)} <small>{len(operations)}</small></a>'
    yield "</nav><main>"
    yield f"<h1>{title}</h1><p>{escape(document.summary)}</p>"
    yield f"<p>A stub: it checks {len(api.operations)} operations' arguments, answers each with its"
    yield ' documented example, and remembers nothing. <a href="/openapi.json">openapi.json</a></p>'
    yield from _credentials(api)
    for name, operations in resources.items():
        yield f'<section id="{escape(name)}"><h2>{escape(name)}</h2>'
        yield f"<p>{escape(document.sections.get(name, ''))}</p>"
        for operation in operations:
            yield from _operation(api, operation, document.operation(operation.id))
        yield "</section>"
    yield "</main></body></html>"


def _credentials(api: StubApi) -> Iterator[str]:
    if api.authentication is not None:
        for scheme in api.authentication.schemes.values():
            yield f"<p>Credentials go into {escape(described(scheme))}; any will do unless the stub"
            yield "was started with some of its own.</p>"
    elif api.scheme == "bearer":
        yield "<p>Send any token: <code>Authorization: Bearer TOKEN</code>.</p>"
    elif api.credentials:
        names = " and ".join(f"<code>{escape(name)}</code>" for name in api.credentials)
        yield f"<p>Send {names} with every request, beside its arguments; any values will do"
        yield "unless the stub was started with some of its own.</p>"


def _operation(api: StubApi, operation: Operation, described: Described) -> Iterator[str]:
    yield f'<details id="{escape(operation.id)}"><summary>'
    yield f'<b class="{escape(operation.effect)}">{escape(operation.method)}</b>'
    yield f"<code>{escape(operation.path)}</code> <span>{escape(described.summary)}</span>"
    yield f"<small>{escape(operation.effect)}</small></summary>"
    yield f"<p>{escape(operation.id)}, from the section “{escape(operation.section)}”."
    if operation.aliases:
        yield f"Also at {', '.join(map(_code, operation.aliases))}."
    for limit in operation.limits:
        known = f"{limit.requests} in {limit.seconds} s" if limit.requests else "as it tells"
        yield f"Limit: {known} ({escape(limit.group)})."
    yield "</p>"
    yield f"<pre>{escape(_curl(api, operation, described))}</pre>"
    if operation.arguments:
        yield "<table><tr><th>DescribedArgument<th>Kind<th>What it is</tr>"
        for name in operation.arguments:
            yield _argument(operation, name, described.arguments.get(name, _UNKNOWN))
        yield "</table>"
    yield "</details>"


def _argument(operation: Operation, name: str, argument: DescribedArgument) -> str:
    wire = operation.arguments[name]
    kind = "file" if isinstance(wire, File) else argument.kind or type(wire).__name__.lower()
    marks = [
        f"<i>{mark}</i>"
        for mark, holds in (
            ("required", argument.required),
            ("sensitive", name in operation.sensitive),
            ("in the path", name in operation.in_path),
        )
        if holds
    ]
    rules = escape("; ".join(argument.rules()))
    return (
        f"<tr><td>{_code(name)} {' '.join(marks)}<td>{escape(kind)}"
        f"<td>{escape(argument.doc)} <small>{rules}</small></tr>"
    )


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"


def _curl(api: StubApi, operation: Operation, described: Described) -> str:
    """A command that calls the operation, as the documented example does if there is one."""
    bindings = operation.bindings
    sent: dict[str, object] = {}
    for name in operation.arguments:
        wired = bindings.wire_name(name) if bindings is not None else name
        argument = described.arguments.get(wired, _UNKNOWN)
        if name in described.example:
            sent[name] = described.example[name]
        elif argument.required or name in operation.in_path:
            sent[name] = name.upper() if argument.sample is None else argument.sample
    path = operation.path
    for name in operation.in_path:
        safe = "/" if bindings is not None and name in bindings.slashes else ""
        path = path.replace(f"{{{name}}}", quote(as_text(sent.pop(name)), safe=safe))
    words = ["curl", "-X", operation.method, _BASE + path]
    if bindings is not None:
        words, sent = with_bindings(words, sent, operation, bindings)
    if api.authentication is not None:
        words, sent = with_credentials(words, sent, operation, api.authentication)
    elif api.scheme == "bearer":
        words += ["-H", "Authorization: Bearer TOKEN"]
    else:
        sent = {name: name.upper() for name in api.credentials} | sent
    return shlex.join([*words, *_sent(operation, sent)])


def _sent(operation: Operation, sent: Mapping[str, object]) -> Iterator[str]:
    if operation.bindings is not None and operation.bindings.body is not None:
        return  # it stands there already
    if operation.encoding == "json":
        yield from ("-H", "content-type: application/json")
        yield from ("-d", msgspec.json.encode(sent).decode())
        return
    if operation.encoding == "query":
        yield "-G"
    for name, value in sent.items():
        if isinstance(operation.arguments.get(name), File):
            yield from ("-F", f"{name}=@FILE")
        elif operation.encoding == "multipart":
            yield from ("--form-string", f"{name}={as_text(value)}")
        else:
            yield from ("--data-urlencode", f"{name}={as_text(value)}")
