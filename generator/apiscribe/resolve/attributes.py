"""The attributes of one type or argument, and where each of them was written.

An argument may be declared in a group, changed by an operation and based on a named
value; a problem with its maximum belongs to the line that sets the maximum.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from apiscribe.document.types import TypeDoc
from apiscribe.load.source import Place

TYPE_KEYS = frozenset(TypeDoc.model_fields)
"""Those that say what a value is, and not what it is for."""


@dataclass(frozen=True, slots=True)
class Attribute:
    value: Any
    place: Place


class Attributes(dict[str, Attribute]):
    """Keys, by the names that they have in the documents, with their values."""

    def value(self, name: str, default: Any = None) -> Any:
        """The value of a key, if it is there."""
        return self[name].value if name in self else default

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
    found = Attributes()
    for name, field in type(document).model_fields.items():
        if name in document.model_fields_set:
            value = getattr(document, name)
            if value is not None:
                found[name] = Attribute(value, place / (field.alias or name))
    return found
