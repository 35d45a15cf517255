"""A request as a person types it: a command of curl, and Python with the generated client."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl

from ...encoding.files import FilePart, each_of
from ...operation import Operation
from ..api import StubApi
from .requests import Asked, Composed

_PLAIN_NAME = re.compile(r"[\w.:\[\]-]+").fullmatch
_FORM = "application/x-www-form-urlencoded"
_WIDTH = 80


def curl(request: Composed, base_url: str, *, item_by_item: bool = False) -> str:
    """A command that sends a request; files are in the folder where it is run."""
    url = shlex.quote(base_url.rstrip("/") + request.target)
    lines = [f"curl {'-N ' if item_by_item else ''}-X {request.method} {url}"]
    pairs = _pairs(request)
    for name, text in request.headers.items():
        if not (pairs and name == "content-type"):
            lines.append(f"-H {shlex.quote(f'{name}: {text}')}")
    if pairs:
        lines += [f"--data-urlencode {shlex.quote(f'{name}={text}')}" for name, text in pairs]
    elif request.body:
        lines.append(f"--data-raw {shlex.quote(request.body)}")
    for part in request.parts:
        if not part.name:
            lines.append(f"--data-binary {shlex.quote(f'@{part.filename}')}")
        elif part.text is None:
            lines.append(f"-F {shlex.quote(f'{part.name}=@{part.filename}')}")
        else:
            lines.append(f"--form-string {shlex.quote(f'{part.name}={part.text}')}")
    return " \\\n  ".join(lines)


def _pairs(request: Composed) -> list[tuple[str, str]]:
    """The names and texts of a form; none where curl could not write them by itself."""
    if request.headers.get("content-type") != _FORM or not request.body:
        return []
    pairs = parse_qsl(request.body, keep_blank_values=True)
    return pairs if all(_PLAIN_NAME(name) for name, _ in pairs) else []


def python(api: StubApi, operation: Operation, given: Mapping[str, object], asked: Asked) -> str:
    """A program that makes the same call with the generated client."""
    config, service = api.config, api.service()
    named = {wired: name for name, wired in operation.renamed.items()}
    client = [
        *((name, text(asked.credentials[name])) for name in _given_credentials(api, asked)),
        *((name, f"sign_{name}") for name in sorted(config.signers)),
        ("base_url", text(asked.base_url)),
    ]
    call = [(named.get(name, name), text(value)) for name, value in given.items()]
    if asked.headers:
        call.append(("extra_headers", text(dict(asked.headers))))
    method = service.calls.get(operation.id, operation.id)
    lines = [
        *_imports(given),
        f"from {config.package} import {service.client}",
        "",
        f"client = {_called(service.client, client)}",
        *_done(operation, _called(f"client.{method}", call)),
    ]
    return "\n".join(lines)


def _done(operation: Operation, call: str) -> list[str]:
    """The call, and what comes of it, shown."""
    if operation.stream is None:
        return [f"answer = {call}", "print(answer)"]
    return [f"with {call} as stream:", "    for item in stream:", "        print(item)"]


def _imports(given: Mapping[str, object]) -> Iterator[str]:
    if any(isinstance(each, FilePart) for value in given.values() for each in each_of(value)):
        yield "from pathlib import Path"
        yield ""


def _given_credentials(api: StubApi, asked: Asked) -> list[str]:
    return [name for name in api.config.credentials if asked.credentials.get(name)]


def _called(function: str, arguments: list[tuple[str, str]]) -> str:
    if not arguments:
        return f"{function}()"
    inner = "".join(f"    {name}={_indented(value)},\n" for name, value in arguments)
    return f"{function}(\n{inner})"


def _indented(value: str) -> str:
    return value.replace("\n", "\n    ")


def text(value: Any) -> str:
    """A value as Python source."""
    if isinstance(value, FilePart):
        return f"Path({text(value.filename)})"
    if isinstance(value, str):
        # Python reads all that JSON writes of a text.
        return json.dumps(value, ensure_ascii=not value.isprintable())
    if isinstance(value, dict):
        return _collected("{", (f"{text(key)}: {text(each)}" for key, each in value.items()), "}")
    if isinstance(value, list):
        return _collected("[", map(text, value), "]")
    return repr(value)


def _collected(opening: str, items: Iterator[str], closing: str) -> str:
    found = list(items)
    line = f"{opening}{', '.join(found)}{closing}"
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    inner = "".join(f"    {_indented(each)},\n" for each in found)
    return f"{opening}\n{inner}{closing}"
