"""The attributes of one type or argument, and where each of them was written.

An argument may be declared in a group, changed by an operation and based on a named
value; a problem with its maximum belongs to the line that sets the maximum.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from apiscribe.document.ground import said_of
from apiscribe.document.types import TypeDoc
from apiscribe.load.source import Place
from apiscribe.model import DOCUMENTED, Ground

_GROUND_KEYS = frozenset(("basis", "erratum"))
TYPE_KEYS = frozenset(TypeDoc.model_fields) - _GROUND_KEYS
"""Those that say what a value is, and not what it is for."""


class Attribute(Struct, frozen=True):
    value: Any
    place: Place
    ground: Ground
    """What it rests on, if it states a rule."""

    @property
    def erratum_place(self) -> Place:
        return Place(self.place.source, (*self.place.path[:-1], "erratum"))


class Attributes(dict[str, Attribute]):
    """Keys, by the names that they have in the documents, with their values."""

    def value(self, name: str, default: Any = None) -> Any:
        """The value of a key, if it is there."""
        return self[name].value if name in self else default

    def ground(self, name: str) -> Ground:
        """What a rule rests on that a key states, if it is there."""
        return self[name].ground if name in self else DOCUMENTED

    def places(self) -> dict[str, Place]:
        """Where each key stands, by the name that it has in the file."""
        return {str(attribute.place.path[-1]): attribute.place for attribute in self.values()}

    def of_type(self) -> Attributes:
        return Attributes(
            {name: attribute for name, attribute in self.items() if name in TYPE_KEYS}
        )

    def changed_by(self, override: BaseModel, place: Place) -> Attributes:
        """With the keys of an override put in place, and those that it nulls taken out."""
        changed = Attributes(self)
        for name in override.model_fields_set:
            changed.pop(name, None)
        changed.update(attributes_of(override, place))
        return changed


def attributes_of(document: BaseModel, place: Place) -> Attributes:
    """The keys that a document states, in the order in which the language lists them."""
    found, stated = Attributes(), document.model_fields_set
    for name, key in _keys(type(document)):
        if name in stated and (value := getattr(document, name)) is not None:
            found[name] = Attribute(value, place / key, ground_of(document, key))
    return found


@cache
def _keys(of: type[BaseModel]) -> list[tuple[str, str]]:
    """The keys of a kind of document that are attributes, behind the names that they have there."""
    fields = of.model_fields.items()
    return [(name, field.alias or name) for name, field in fields if name not in _GROUND_KEYS]


def ground_of(document: BaseModel, key: str) -> Ground:
    """What a document says that the rule which a key states rests on."""
    if not isinstance(document, TypeDoc):
        return DOCUMENTED
    basis = said_of(document.basis, key)
    return Ground(basis or "documented", said_of(document.erratum, key))
