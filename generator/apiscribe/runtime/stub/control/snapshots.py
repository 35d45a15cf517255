"""Copies of all records, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...emulator import Emulator
from .fields import Field, Problem
from .routing import TEXT, Call, Link, Missing, Route, list_of, object_of

_LONGEST = 200
_NAME = Field(
    name="name",
    kind="text",
    doc="What it is called.",
    required=True,
    says={"minLength": 1, "maxLength": _LONGEST},
)


def routes(emulator: Emulator) -> tuple[Route, ...]:
    store = emulator.store

    def names(_: Call) -> object:
        with store.reading():
            return {"snapshots": store.saved()}

    def save(call: Call) -> object:
        name = call.body["name"]
        with store.writing():
            store.save(name)
        return {"name": name}

    def restore(call: Call) -> object:
        return _found(emulator.restore(call.path["name"]), call)

    def drop(call: Call) -> object:
        with store.writing():
            found = store.drop_saved(call.path["name"])
        return _found(found, call)

    named = object_of(name=TEXT)
    return (
        Route(
            method="GET",
            path="snapshots",
            doc="The names of all copies.",
            do=names,
            answer=object_of(snapshots=list_of(TEXT)),
        ),
        Route(
            method="POST",
            path="snapshots",
            doc="Copy the records of all tenants; a copy of that name is replaced.",
            do=save,
            body=(_NAME,),
            looks=_problems,
            answer=named,
            links=(
                Link("post_snapshots_name_restore", "name", "/name"),
                Link("delete_snapshots_name", "name", "/name"),
            ),
        ),
        Route(
            method="POST",
            path="snapshots/{name}/restore",
            doc="Put a copy in the place of all records.",
            do=restore,
            answer=named,
        ),
        Route(
            method="DELETE",
            path="snapshots/{name}",
            doc="Throw a copy away.",
            do=drop,
            answer=named,
        ),
    )


def _problems(given: Mapping[str, Any], _: Mapping[str, str]) -> list[Problem]:
    name = given.get("name")
    if name is None or 0 < len(name) <= _LONGEST:
        return []
    return [Problem("name", f"has none, or more than {_LONGEST} characters")]


def _found(found: bool, call: Call) -> object:
    if not found:
        raise Missing("there is no snapshot of that name")
    return {"name": call.path["name"]}
