"""What was filled in, as the request that a client sends.

The client's own modules write it, so that there is one way to write a request. But they refuse
what breaks a rule; here it is sent all the same, beside what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import structs

from ...authentication import ClientCredentials, Hook, Session
from ...client.authentication import add_cookies, add_key, chosen
from ...client.binding import besides_headers
from ...client.bodies import json_object, with_type
from ...client.carried import Carried
from ...client.credentials import carry
from ...client.in_url import by_place, path_of
from ...client.texts import body_texts, texts, urlencoded
from ...client.uploads import is_json, part_names
from ...config import ApiConfig, Secret
from ...encoding.files import FilePart, each_of
from ...encoding.unions import file_of, takes_files
from ...encoding.wire import JSON, TEXT, Array, Map, Wire
from ...errors import ConfigurationError, InvalidArguments
from ...operation import Operation
from ...semantics.elsewhere import target_of
from ...semantics.media_types import ANY
from ...validation.validate import validate
from ...validation.violations import Violation
from ..api import StubApi
from ..tokens import issued
from .commands import curl, python
from .requests import Asked, Composed, Part

_SIGNATURE = "SIGNATURE"
"""What stands in the place of what only a user's own function can make."""


class Composer:
    """Writes requests of one API."""

    def __init__(self, api: StubApi) -> None:
        self._api = api
        self._config: ApiConfig = api.config

    def composed(self, operation: Operation, asked: Asked) -> dict[str, Any]:
        """The request, what a person types for it, and what is wrong with it."""
        given = dict(_read(operation, asked.arguments))
        violations = self._violations(operation, given)
        request: Composed | None = None
        try:
            request = self._request(_as_given(operation, given), given, asked)
        except InvalidArguments as unsendable:
            told = {each.argument for each in violations}
            violations += [each for each in unsendable.violations if each.argument not in told]
        found: dict[str, Any] = {"request": request, "violations": [*map(_shown, violations)]}
        if request is not None:
            found["curl"] = curl(request, asked.base_url, item_by_item=operation.stream is not None)
        found["python"] = python(self._api, operation, given, asked)
        return found

    def _violations(self, operation: Operation, given: Mapping[str, object]) -> list[Violation]:
        checks = self._api.checks(operation.id)
        found = validate(checks, given)
        if found:
            # As the client does: a moment with an offset is written otherwise, and then right.
            moments = {
                name: operation.arguments.get(name, TEXT).with_moments(value)
                for name, value in given.items()
            }
            found = validate(checks, moments)
        files = {name for name, value in given.items() if _files_of(value)}
        # Nobody has read the files yet.
        return [each for each in found if each.argument.partition("[")[0] not in files]

    def _request(self, operation: Operation, given: Mapping[str, object], asked: Asked) -> Composed:
        carried = self._carried(operation, asked.credentials)
        headers = {**asked.headers, **carried.headers}
        placed = given
        if operation.bindings is not None:
            placed = besides_headers(operation, operation.bindings, given, headers)
        path, query, rest = by_place(operation, placed)
        target = path_of(operation, path)
        if operation.url is not None:
            target = target_of(operation.id, str(given.get(operation.url.argument, "")))
        for name, text in carried.path.items():
            target = target.replace(f"{{{name}}}", text)
        pairs = [*carried.query, *texts(operation, query)]
        body: bytes | str | None = None
        parts: tuple[Part, ...] = ()
        if operation.encoding == "query":
            pairs = [*carried.beside, *pairs]
        elif operation.encoding == "multipart" and not is_json(operation, rest):
            parts = tuple(_parts(operation, rest, carried))
        elif operation.encoding == "raw":
            pairs = [*carried.beside, *pairs]
            parts = tuple(_whole(operation, rest))
            headers.setdefault("content-type", ANY)
        else:
            body = with_type(operation, rest, carried.beside, headers)
        if pairs:
            sign = "&" if "?" in target else "?"
            target = f"{target}{sign}{urlencoded(pairs)}"
        return Composed(
            method=operation.method,
            target=target,
            headers=headers,
            body=body.decode() if isinstance(body, bytes) else body,
            parts=parts,
        )

    def _carried(self, operation: Operation, given: Mapping[str, str]) -> Carried:
        """What says who calls; nothing if something is missing, as the stub is to say so."""
        config = self._config
        secrets = {name: Secret(given[name]) for name in config.credentials if given.get(name)}
        if config.authentication is None:
            return carry(operation, config, secrets)
        secrets |= {name: Secret(_SIGNATURE) for name in config.signers}
        try:
            carried = carry(operation, config, secrets)
            together = chosen(operation, config, config.authentication, secrets)
        except ConfigurationError:
            return Carried()
        for name in together:
            scheme = config.authentication.schemes[name]
            if isinstance(scheme, ClientCredentials):
                carried.headers = {
                    **carried.headers,
                    "authorization": f"Bearer {issued(given[scheme.client_id])}",
                }
            elif isinstance(scheme, Session):
                add_key(carried, scheme.key, issued(given[scheme.credentials[0]]))
                add_cookies(carried)
            elif isinstance(scheme, Hook) and scheme.place == "query":
                carried.query = [*carried.query, *((each, _SIGNATURE) for each in scheme.adds)]
            elif isinstance(scheme, Hook):
                added = {each.lower(): _SIGNATURE for each in scheme.adds}
                carried.headers = {**carried.headers, **added}
        return carried


def _as_given(operation: Operation, given: Mapping[str, object]) -> Operation:
    """The operation, with another way to write what is of another kind than it takes."""
    others: dict[str, Wire] = {}
    for name, value in given.items():
        wire = operation.arguments.get(name, TEXT)
        if value is None or _files_of(value):
            continue
        try:
            msgspec.json.encode((wire.encode(value), wire.to_json(value)))
        except (AssertionError, AttributeError, LookupError, TypeError, ValueError):
            others[name] = TEXT if isinstance(value, str) else JSON
    if not others:
        return operation
    return structs.replace(operation, arguments={**operation.arguments, **others})


def _read(operation: Operation, given: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for name, value in given.items():
        wire = operation.arguments.get(name)
        if isinstance(wire, Array) and file_of(wire.item) and isinstance(value, list):
            yield name, [_file(each, name) for each in value]
        elif isinstance(wire, Map) and file_of(wire.item) and isinstance(value, dict):
            yield name, {key: _file(each, key) for key, each in value.items()}
        else:
            yield name, _file(value, name) if file_of(wire) else value


def _file(value: object, name: str) -> object:
    """What stands for a file, as one without content."""
    return FilePart(str(value.get("filename") or name), b"") if isinstance(value, dict) else value


def _files_of(value: object) -> list[FilePart]:
    return [each for each in each_of(value) if isinstance(each, FilePart)]


def _chosen(value: object) -> object:
    """Of several, those that are files."""
    if isinstance(value, dict):
        return {key: each for key, each in value.items() if isinstance(each, FilePart)}
    return _files_of(value) if isinstance(value, list) else value


def _parts(operation: Operation, values: Mapping[str, object], carried: Carried) -> Iterator[Part]:
    others, of_files = dict(values), list[Part]()
    if operation.json_part is None:
        for name, text in carried.beside:
            yield Part(name, text)
    for name, value in values.items():
        files = _files_of(value)
        if files:
            names = part_names(operation, name, _chosen(value))
            for place, (wired, part) in enumerate(zip(names, files, strict=True)):
                of_files.append(Part(wired, argument=name, place=place, filename=part.filename))
            del others[name]
            if isinstance(value, dict) and len(files) < len(value):
                texts = {k: each for k, each in value.items() if not isinstance(each, FilePart)}
                others[name] = texts
    inside: dict[str, object] = {}
    if operation.json_part is not None:
        known = operation.arguments
        inside = {n: v for n, v in others.items() if v is None or not takes_files(known.get(n))}
        if inside or carried.beside:
            content = json_object(operation, inside, carried.beside)
            yield Part(operation.json_part, content.decode())
    for name, text in body_texts(operation, {n: v for n, v in others.items() if n not in inside}):
        yield Part(name, text)
    yield from of_files


def _whole(operation: Operation, values: Mapping[str, object]) -> Iterator[Part]:
    """The file that is the body."""
    for name, value in values.items():
        if isinstance(value, FilePart):
            yield Part("", argument=name, filename=value.filename)


def _shown(violation: Violation) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(violation)
    return found
