"""`x-stream`: how items come one by one, for which OpenAPI 3.1 has no word.

The schema of such a response is that of a list, as which OpenAPI 3.2 looks at it, too.
"""

from __future__ import annotations

from apiscribe.model import Operation, Stream
from apiscribe.views.openapi.schema import Schema


def stream(operation: Operation) -> Schema | None:
    said = operation.stream
    if said is None:
        return None
    fails = said.fails
    found: Schema = {"as": said.form, "whole": said.whole, "until": _until(said)}
    if fails is not None:
        told = {"event": fails.event, "key": fails.key, "is": fails.equal, "under": fails.under}
        found["fails"] = {key: each for key, each in told.items() if each}
    return {key: each for key, each in found.items() if each}


def _until(said: Stream) -> str | Schema:
    """What says that all has come."""
    if said.until_key:
        among = {"is": list(said.until_values)} if said.until_values else {}
        return {"key": said.until_key, **among}
    return {"event": said.until_event} if said.until_event else said.until
