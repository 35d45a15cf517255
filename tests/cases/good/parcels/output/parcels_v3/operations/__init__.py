# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations of the API as data, one module a resource."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from parcels_v3._runtime.operation import Operation

__all__ = ["IDS", "all_operations", "find", "resource_of"]

IDS: tuple[str, ...] = (
    "shipment.send",
    "shipment.manifest",
    "shipment.trace",
    "shipment.proof",
    "depot.open",
    "depot.tell",
    "depot.list_keys",
)
"""Every operation id, in the order of the page."""

_MODULES = {
    "shipment": "shipment",
    "depot": "depot",
}
_KNOWN = frozenset(IDS)


@cache
def find(operation: str) -> Operation:
    """The operation of that id.

    Raises:
        LookupError: there is no such operation.
    """
    module = import_module(f"parcels_v3.operations.{resource_of(operation)}")
    found: dict[str, Operation] = module.OPERATIONS
    return found[operation]


def resource_of(operation: str) -> str:
    """The module that an operation's data and checks stand in.

    Raises:
        LookupError: there is no such operation.
    """
    if operation not in _KNOWN:
        # Imported when something is wrong: nobody else has to wait for it.
        from difflib import get_close_matches

        near = get_close_matches(operation, IDS, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise LookupError(f"there is no operation {operation!r}{hint}")
    return _MODULES[operation.partition(".")[0]]


def all_operations() -> tuple[Operation, ...]:
    """All of them; this loads every module."""
    return tuple(map(find, IDS))
