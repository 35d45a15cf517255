"""Copies of all records, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...emulator import Emulator
from .fields import BadInput, Field, Problem
from .routing import TEXT, Call, Link, Missing, Route, list_of, object_of

_LONGEST = 200
_NAME = Field(
    name="name",
    kind="text",
    doc="What it is called.",
    required=True,
    says={"minLength": 1, "maxLength": _LONGEST},
)


class Snapshots:
    """The copies of one emulator.

    Args:
        emulator: whose records they are of.
        restored: hears that a copy has come in the place of all records.
    """

    def __init__(self, emulator: Emulator, restored: Callable[[], None] = lambda: None) -> None:
        self._emulator = emulator
        self._restored = restored
        self._store = emulator.store

    def save(self, name: str) -> None:
        """Copy all records.

        Raises:
            BadInput: that is no name.
        """
        if problems := _problems({"name": name}, {}):
            raise BadInput(problems)
        with self._store.writing():
            self._store.save(name)

    def restore(self, name: str) -> None:
        """Put a copy in the place of all records.

        Raises:
            Missing: there is none of that name.
        """
        _require(self._emulator.restore(name))
        self._restored()

    def _names(self, _: Call) -> object:
        with self._store.reading():
            return {"snapshots": self._store.saved()}

    def _save(self, call: Call) -> object:
        self.save(call.body["name"])
        return {"name": call.body["name"]}

    def _restore(self, call: Call) -> object:
        self.restore(call.path["name"])
        return {"name": call.path["name"]}

    def _drop(self, call: Call) -> object:
        with self._store.writing():
            _require(self._store.drop_saved(call.path["name"]))
        return {"name": call.path["name"]}

    def routes(self) -> tuple[Route, ...]:
        named = object_of(name=TEXT)
        return (
            Route(
                method="GET",
                path="snapshots",
                doc="The names of all copies.",
                do=self._names,
                answer=object_of(snapshots=list_of(TEXT)),
            ),
            Route(
                method="POST",
                path="snapshots",
                doc="Copy the records of all tenants; a copy of that name is replaced.",
                do=self._save,
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
                do=self._restore,
                answer=named,
            ),
            Route(
                method="DELETE",
                path="snapshots/{name}",
                doc="Throw a copy away.",
                do=self._drop,
                answer=named,
            ),
        )


def _problems(given: Mapping[str, Any], _: Mapping[str, str]) -> list[Problem]:
    name = given.get("name")
    if name is None or 0 < len(name) <= _LONGEST:
        return []
    return [Problem("name", f"has none, or more than {_LONGEST} characters")]


def _require(found: bool) -> None:
    if not found:
        raise Missing("there is no snapshot of that name")
