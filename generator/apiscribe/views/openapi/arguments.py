"""Arguments, and what travels beside them, as OpenAPI has them."""

from __future__ import annotations

from apiscribe.model import Api, Argument, CsvType, IdempotencyKey, Operation, Selects, ValueType
from apiscribe.model.authentication import ApiKey
from apiscribe.views.openapi import schema, security
from apiscribe.views.openapi.schema import Schema

WITH_COMMAS: Schema = {"style": "form", "explode": False}


def argument(api: Api, given: Argument, *, commas: bool) -> Schema:
    of_type = schema.of_type(api, given.type, "request", commas=commas)
    found = schema.described(api, given, of_type)
    if given.conditional:
        found["x-conditional"] = True
    if given.holds is not None:
        found["x-holds"] = given.holds
    if given.counts is not None:
        found["x-counts"] = given.counts
    if given.expands is not None:
        found["x-expands"] = True
    if given.selects is not None:
        found["x-selects"] = _selected(given.selects)
    if given.idempotency_key is not None:
        found["x-idempotency-key"] = _known_key(given.idempotency_key)
    return found


def _selected(given: Selects) -> Schema | bool:
    """Of what it says which fields there are; true where that is all that is returned."""
    said: Schema = {"at": given.at} if given.at else {}
    return {**said, **({"always": list(given.always)} if given.always else {})} or True


def _known_key(given: IdempotencyKey) -> Schema | bool:
    """What becomes of a key that the service knows; true where nothing more is said."""
    said = {
        "seconds": given.seconds,
        "per": "api" if given.per_api else None,
        "otherwise": given.otherwise,
        "replayed": dict(given.replayed) or None,
        "failures": None if given.failures else False,
    }
    return {name: each for name, each in said.items() if each is not None} or True


def beside(api: Api, operation: Operation) -> list[tuple[str, Schema, bool]]:
    """What travels beside the arguments: common arguments, and credentials that are in a body."""
    found: list[tuple[str, Schema, bool]] = []
    for key, every in credentials(api, operation).items():
        found.append((key.name, security.secret(api, key), every))
    for common in () if operation.is_foreign else api.common:
        described = argument(api, common.argument, commas=True)
        if common.is_plain:
            found.append((common.argument.name, described, False))
    return found


def credentials(api: Api, operation: Operation) -> dict[ApiKey, bool]:
    """Those that stand beside the arguments, and whether every request has them.

    OpenAPI knows those of a query by itself.
    """
    if security.is_in_query(operation):
        return {}
    return api.authentication.keys(operation.authentication, "arguments", "body")


def has_commas(of: ValueType) -> bool:
    return isinstance(of, CsvType) and of.separator == ","
