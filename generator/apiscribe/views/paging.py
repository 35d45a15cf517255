"""How the pages of an operation are asked for, whichever way the spec said it."""

from __future__ import annotations

from apiscribe.model import AnyPages, Api, NumberPaging, ObjectRef, Operation, TokenPaging
from apiscribe.model.paging import CountedPages, CursorPages
from apiscribe.runtime.semantics.paths import path_of


def scheme_of(api: Api, operation: Operation) -> AnyPages | None:
    """The scheme of an operation's pages. `items` is a key of what the operation returns."""
    match operation.paging:
        case None:
            return None
        case NumberPaging() as by:
            return CountedPages(
                items=_wire_name(api, operation, by.items),
                size=by.size,
                default_size=_default_size(operation, by.size),
                page=by.page,
                pages=path_of((by.count,)),
                total=path_of((by.total,)) if by.total else "",
            )
        case TokenPaging() as by:
            return CursorPages(
                items=_wire_name(api, operation, by.items),
                size=by.size or "",
                default_size=_default_size(operation, by.size),
                cursor=by.token,
                next=path_of((by.token,)),
                pages=path_of((by.count,)) if by.count else "",
                lifetime=by.lifetime,
            )
        case scheme:
            return scheme


def _default_size(operation: Operation, name: str | None) -> int:
    found = next((a.default for a in operation.arguments if a.name == name), None)
    return found if isinstance(found, int) else 0


def _wire_name(api: Api, operation: Operation, name: str) -> str:
    if not isinstance(operation.returns, ObjectRef):
        return name
    fields = api.objects[operation.returns.object].fields
    found = next((f.wire_name for f in fields if name in (f.name, f.wire_name)), name)
    return path_of((found,))
