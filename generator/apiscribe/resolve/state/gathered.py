"""What all files of state say together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from apiscribe.document import Documents
from apiscribe.document.state import EntityDoc
from apiscribe.load.source import Place
from apiscribe.problems import Problems, quoted
from apiscribe.resolve.state.shared import Shared


class Gathered(Struct, frozen=True):
    shared: Shared
    entities: dict[str, tuple[EntityDoc, Place]] = field(default_factory=dict)
    plans: dict[str, tuple[list[Any], Place]] = field(default_factory=dict)
    """What each operation does."""
    populate: list[tuple[list[Any], Place]] = field(default_factory=list)


def gather(documents: Documents, problems: Problems) -> Gathered:
    """Each name is in one file only."""
    found = Gathered(Shared(problems))
    for located in documents.state:
        doc, place = located.doc, located.place
        for name, entity in doc.entities.items():
            _check_new(name, found.entities, place / "entities" / name, problems)
            found.entities[name] = entity, place / "entities" / name
        for id, steps in doc.operations.items():
            _check_new(id, found.plans, place / "operations" / id, problems)
            found.plans[id] = steps, place / "operations" / id
        for name, group in doc.steps.items():
            found.shared.add(name, group, place / "steps" / name)
        if doc.populate:
            found.populate.append((doc.populate, place / "populate"))
    return found


def _check_new(name: str, known: Mapping[str, object], place: Place, problems: Problems) -> None:
    if name in known:
        message = f"{quoted(name)} is described in another file too"
        problems.add(place.key_position, "duplicate-name", message)
