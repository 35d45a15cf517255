"""Documented pages, with the number that was asked for.

The example of a list says how many pages there are; a client that walks through them has
to be told which one it got, or it would see the first page again and again.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ..operation import NumberPages, Operation
from .responses import StubResponse, answer


def numbered(
    documented: StubResponse, operation: Operation, given: Mapping[str, object]
) -> StubResponse:
    """`documented`, or the same with the page's number, where a request names one."""
    if not isinstance(operation.pages, NumberPages):
        return documented
    key = operation.pages.page
    number = given.get(key)
    if number is None:
        return documented
    content = page = msgspec.json.decode(documented.content)
    for above in operation.unwrap:
        page = page[above]
    if not isinstance(page, dict) or page.get(key, number) == number:
        return documented
    page[key] = number
    return answer(msgspec.json.encode(content))
