"""Which scheme of the API's an operation is paged by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from apiscribe.document.paging import ByLinkDoc, ByPageDoc, PagingUseDoc, SchemeEntry
from apiscribe.load.source import Place
from apiscribe.model import Argument, Field, ObjectRef, Paging, ValueType
from apiscribe.model.paging import CursorPages, LinkPages, UrlPages
from apiscribe.problems import Problems, did_you_mean
from apiscribe.resolve.page_schemes import Taken, built


def paging(
    use: PagingUseDoc | str | None,
    schemes: Mapping[str, SchemeEntry],
    arguments: Sequence[Argument],
    fields: Mapping[str, Sequence[Field]],
    returns: ValueType | None,
    place: Place,
    problems: Problems | None,
    *,
    wrapped: bool,
) -> Paging | None:
    """The scheme, without the names that this operation does not have; None if it has no pages.

    Args:
        use: what the operation says.
        schemes: those of the API.
        arguments: those of the operation.
        fields: those of each object.
        returns: what the operation returns.
        place: where it says so.
        problems: None if nothing is to be said of names that are not known.
        wrapped: whether what is returned is only a part of the response.
    """
    if use is None:
        return None
    name, items = (use, None) if isinstance(use, str) else (use.by, use.items)
    if name not in schemes:
        if problems is not None:
            at = (place if isinstance(use, str) else place / "by").position
            message = f"`api.yaml` does not say under `paging` how pages go by {name}"
            problems.add(at, "unknown-name", message + did_you_mean(name, schemes))
        return None
    scheme = schemes[name]
    taken = Taken(arguments, fields)
    returned = fields.get(returns.object, ()) if isinstance(returns, ObjectRef) else ()
    keys = {field.wire_name for field in returned}
    if isinstance(scheme, ByPageDoc):
        always = {each.wire_name for each in returned if each.required and not each.type.nullable}
        keys = set() if wrapped else always  # a key is one of the whole response
    found = built(scheme, items or "", taken, keys)
    further = None if isinstance(use, str) else use.continue_with
    return found if further is None else _going_on(found, scheme, further, place, problems)


def _going_on(
    found: Paging, scheme: SchemeEntry, further: str, place: Place, problems: Problems | None
) -> Paging:
    """Pages of which all but the first come from another operation."""
    where = (place / "continue_with").position
    if not isinstance(found, CursorPages | LinkPages | UrlPages):
        if problems is not None:
            message = "only pages `by: cursor`, `by: link` or `by: url` go on with another"
            problems.add(where, "paging", f"{message} operation")
        return found
    if problems is not None and isinstance(scheme, ByLinkDoc) and (scheme.before or scheme.item):
        message = "pages that another operation hands out have no `before` and no `item`"
        problems.add(where, "paging", message)
    # The cursor is an argument of the other operation.
    cursor = getattr(scheme, "cursor", None) or ""
    return replace(found, continue_with=further, cursor=cursor)
