"""`x-paging`: how to walk through a list, for which OpenAPI has no word."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from apiscribe.model import Api, Argument, Operation
from apiscribe.model.paging import FirstItemPages, LinkPages, UrlPages
from apiscribe.model.reaching import argument_at
from apiscribe.runtime.semantics.paths import path_of
from apiscribe.views.openapi.schema import Schema
from apiscribe.views.paging import scheme_of
from apiscribe.views.whole_responses import in_body

_ARGUMENTS = ("page", "offset", "cursor", "before", "size")


def paging(api: Api, operation: Operation) -> Schema | None:
    """The scheme, with arguments as they are sent and keys as they stand in the whole response."""
    scheme = scheme_of(api, operation)
    if scheme is None:
        return None
    found: Schema = msgspec.to_builtins(scheme)
    if scheme.size:
        found.pop("default_size", None)  # which the argument's own schema says
    further = api.continuing(operation)
    for name in _ARGUMENTS:
        if name in found:
            taken = further.arguments if name == "cursor" else operation.arguments
            found[name] = _sent(api, taken, found[name])
    if scheme.begins:
        found["begins"] = [_sent(api, operation.arguments, name) for name in scheme.begins]
    if isinstance(scheme, LinkPages | UrlPages) and scheme.servers:
        every = (each.others[name] for each in api.servers.servers for name in scheme.servers)
        found["servers"] = list(dict.fromkeys(every))
    for along in ("along", "along_headers"):
        if along in found:
            sent = {_sent(api, further.arguments, name): key for name, key in found[along].items()}
            found[along] = sent
    keys = (path_of(operation.unwrap), in_body(api, operation, scheme.items))
    items = ".".join(filter(None, keys))
    if isinstance(scheme, FirstItemPages) and "before" in found:
        found["after"] = found.pop("before")
    found.pop("items", None)
    return {**found, "items": items} if items else found


def _sent(api: Api, taken: Iterable[Argument], name: str) -> str:
    """The name by which an argument is sent; of one inside of another, with points between."""
    found = argument_at(name, taken, lambda each: api.objects[each].fields)
    return ".".join(each.wire_name for each in found)
