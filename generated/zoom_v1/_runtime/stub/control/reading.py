"""A request to the control API, read as its route has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, unquote

from ..namespaces import named
from ..tenants import Tenants
from .fields import BadInput, Problem, from_query, read, read_object
from .routing import Call, Route


def read_call(
    route: Route,
    place: Mapping[str, str],
    query: bytes,
    headers: Mapping[bytes, bytes],
    body: bytes,
    tenants: Tenants,
) -> Call:
    """Read a request; all that is wrong with its query and its body at once.

    Raises:
        BadInput: with every problem.
        Missing: there is nothing of which it could be asked.
    """
    if route.there is not None:
        route.there(place)
    problems: list[Problem] = []
    asked: dict[str, Any] = {}
    given: dict[str, Any] = {}
    try:
        pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
        texts, problems = from_query(route.query, pairs)
        asked = read(route.query, texts)
    except BadInput as wrong:
        problems += wrong.problems
    try:
        if route.body is not None:
            looks = None if route.looks is None else partial(_looked, route.looks, place)
            given = read(route.body, read_object(body), others=route.open, looks=looks)
    except BadInput as wrong:
        problems += wrong.problems
    if problems:
        raise BadInput(problems)
    return Call(
        path=place,
        query=with_tenant(asked, tenants),
        body=with_tenant(given, tenants),
        namespace=named(headers),
    )


def _looked(
    looks: Callable[[Mapping[str, Any], Mapping[str, str]], list[Problem]],
    place: Mapping[str, str],
    given: Mapping[str, Any],
) -> list[Problem]:
    return looks(given, place)


def with_tenant(given: Mapping[str, Any], tenants: Tenants) -> Mapping[str, Any]:
    """What is given, with the tenant's name, as whatever is kept has it."""
    if "tenant" in given:
        return {**given, "tenant": tenants.name(given["tenant"])}
    return given


def matched(template: str, path: str) -> dict[str, str] | None:
    """What stands in the place of a template's names; None if a path is of another one."""
    wanted, found = template.split("/"), path.split("/")
    if len(wanted) != len(found):
        return None
    texts: dict[str, str] = {}
    for word, text in zip(wanted, found, strict=True):
        if word.startswith("{"):
            if not text:
                return None
            texts[word[1:-1]] = unquote(text)
        elif word != text:
            return None
    return texts
