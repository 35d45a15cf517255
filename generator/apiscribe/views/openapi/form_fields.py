"""How the form of an event has lists and objects, as OpenAPI says it."""

from __future__ import annotations

from apiscribe.model import Api, Event, ListType, MapType, ObjectRef, Webhooks
from apiscribe.views.openapi.schema import Schema

_DEEP: Schema = {"style": "deepObject", "explode": True}


def encoding(api: Api, webhooks: Webhooks, event: Event) -> Schema:
    """Field -> how it is written, where that is not as JSON."""
    style, found = webhooks.style, {}
    if not event.is_in_brackets(style):
        return {}
    for each in api.objects[event.payload].fields:
        match each.type:
            case ListType() if style.lists != "json":
                found[each.wire_name] = {**_DEEP, "x-style": style.lists}
            case MapType() | ObjectRef() if style.objects != "json":
                found[each.wire_name] = _DEEP
            case _:
                pass
    return found
