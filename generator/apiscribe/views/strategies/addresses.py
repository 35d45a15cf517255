"""Addresses that a response hands out: which hosts they are drawn for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from apiscribe.model import Api, Operation
from apiscribe.runtime.semantics.elsewhere import BEHIND_HOST, without_template
from apiscribe.runtime.semantics.linked import holders


def pattern(api: Api, operation: Operation) -> str | None:
    """What addresses are that the documentation lets one send an operation to; None if all are."""
    known = [*dict.fromkeys(filter(None, map(_origin, _documented(api, operation))))]
    if not known:
        return None
    hosts = "|".join(map(re.escape, known))
    return f"{hosts if len(known) == 1 else f'(?:{hosts})'}{BEHIND_HOST}"


def _documented(api: Api, operation: Operation) -> Iterator[str]:
    """The API's own servers, or what examples of responses hand out; a server otherwise."""
    url = operation.url
    assert url is not None, "of operations that are sent to an address"
    (server, *_) = api.servers.servers
    if url.servers is not None:
        for name in (operation.server, *url.servers):
            yield server.url if name is None else server.others[name]
        return
    handed = [each for each in _handed_out(api, operation) if _origin(each)]
    yield from handed or [server.url]


def _handed_out(api: Api, operation: Operation) -> Iterator[str]:
    url = operation.url
    assert url is not None, "of operations that are sent to an address"
    for source in api.operations:
        keys, where = url.handed_out_by.get(source.id, ()), url.where.get(source.id, {})
        for example in source.examples if keys else ():
            found = () if example.is_request else holders(example.value, keys, where)
            yield from (each[key] for each, key in found if isinstance(each[key], str))


def _origin(address: str) -> str:
    """The beginning of an address, with its host; empty where a part of that is chosen."""
    parts = urlsplit(without_template(address))
    origin = f"{parts.scheme}://{parts.netloc}"
    return origin if parts.scheme in ("http", "https") and not {*"{}@"} & {*origin} else ""
