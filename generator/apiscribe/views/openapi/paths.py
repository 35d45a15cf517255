"""The paths of operations, as OpenAPI has them.

Operations of one method at one path are at different paths there: a constant in the query is
written behind the path, where it is sent (`/rest?method=photos.search`), and one that stands
elsewhere is a fragment, which is never sent (`/#Action=ListUsers`). So is what is sent to an
address that a response has handed out (`/#file.upload`), which is its server. Of two that are told
apart by their bodies, the form has its media type there (`/values/{key}#multipart/form-data`).
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from apiscribe.model import Constant, Operation
from apiscribe.model.told_apart import are_told_by_bodies, telling
from apiscribe.runtime.semantics.telling import said

_FORM = "#multipart/form-data"


def of(operations: Sequence[Operation]) -> list[str]:
    """The path of each."""
    alike: dict[tuple[str, str], list[Operation]] = {}
    for each in operations:
        alike.setdefault((_path(each), each.method), []).append(each)
    behind: dict[tuple[str, str], str] = {}
    for several in alike.values():
        if are_told_by_bodies(several):
            behind |= {(e.id, e.method): _FORM for e in several if e.encoding == "multipart"}
            continue
        constants = telling(several) if len(several) > 1 else None
        for operation, told in zip(several, constants or (), strict=False):
            behind[operation.id, operation.method] = _behind(told)
    return [_path(each) + behind.get((each.id, each.method), "") for each in operations]


def _behind(constants: Sequence[Constant]) -> str:
    said_there: dict[str, list[str]] = {"?": [], "#": []}
    for each in constants:
        sign = "?" if each.location == "query" else "#"
        said_there[sign].append(f"{quote(each.wire_name)}={quote(said(each.value))}")
    return "".join(f"{sign}{'&'.join(told)}" for sign, told in said_there.items() if told)


def _path(operation: Operation) -> str:
    """The path, whose placeholders are called as its parameters are."""
    if operation.url is not None:
        return f"/#{operation.id}"
    path = operation.path
    for each in operation.arguments:
        if each.location == "path" and each.written:
            path = path.replace(f"{{{each.name}}}", f"{{{each.written}}}")
    return path
