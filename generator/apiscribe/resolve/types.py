"""Types as they are written to types of the model."""

from __future__ import annotations

from msgspec.structs import replace

from apiscribe.document.types import NoneDoc
from apiscribe.load.source import Place
from apiscribe.model import ObjectRef, UnionType, UnknownType, ValueType
from apiscribe.problems import Problems, enumerated, quoted
from apiscribe.resolve.attributes import Attribute, Attributes, attributes_of
from apiscribe.resolve.names import TYPE_KINDS, Names
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.type_builders import (
    BUILDERS,
    FORMATS,
    KEYS,
    NEEDED,
    SUITABLE,
    foreign_formats,
)
from apiscribe.resolve.value_rules import value_rules
from apiscribe.runtime.semantics import commas

OBJECT = "object"
"""The kind of a type that names an object."""


class Types:
    """Resolves types; each named value is resolved once."""

    def __init__(self, names: Names, origins: Origins, problems: Problems) -> None:
        self._names = names
        self._origins = origins
        self._problems = problems
        self._named: dict[str, tuple[ValueType, Attributes]] = {}
        self._open: list[str] = []

    def values(self) -> dict[str, ValueType]:
        """All named values, in the order of the spec."""
        return {name: self._value(name)[0] for name in self._names.values}

    def sensitive(self, attributes: Attributes) -> bool:
        """Whether a type with these attributes holds what must never be shown."""
        if "sensitive" in attributes:
            return bool(attributes.value("sensitive"))
        declared = self._names.values.get(attributes.value("type"))
        if declared is not None and attributes.value("type") not in self._open:
            self._open.append(attributes.value("type"))
            secret = self.sensitive(attributes_of(declared.doc, declared.place))
            self._open.pop()
            return secret
        item = attributes.get("of")
        return item is not None and self.sensitive(attributes_of(item.value, item.place))

    def resolve(self, attributes: Attributes, place: Place) -> ValueType:
        """The type that is written at a place; `UnknownType` if it is wrong."""
        return self._resolve(attributes.of_type(), place)[0]

    def _resolve(self, attributes: Attributes, place: Place) -> tuple[ValueType, Attributes]:
        """A type, and its attributes: those given here and those of its named type."""
        word = attributes["type"]
        if word.value in self._names.values:
            return self._based(word, attributes, place)
        if word.value in TYPE_KINDS:
            return self._built(word.value, attributes, attributes, place)
        if word.value in self._names.objects:
            return self._built(OBJECT, attributes, attributes, place)
        self._names.refuse_type(word.value, word.place.position)
        return self._unknown(place)

    def _unknown(self, place: Place) -> tuple[ValueType, Attributes]:
        return self._origins.note(UnknownType(), place), Attributes()

    def _value(self, name: str) -> tuple[ValueType, Attributes]:
        if name in self._named:
            return self._named[name]
        declared = self._names.values[name]
        if name in self._open:
            message = f"{quoted(name)} is declared in terms of itself"
            self._problems.add((declared.place / "type").position, "cycle", message)
            return self._unknown(declared.place)
        self._open.append(name)
        value, attributes = self._resolve(
            attributes_of(declared.doc, declared.place).of_type(), declared.place
        )
        self._open.pop()
        named = replace(value, name=name)
        if isinstance(named, UnionType):
            named = replace(named, title=named.title or name)
        value = self._origins.note(named, declared.place, attributes.places())
        self._named[name] = value, attributes
        return self._named[name]

    def _based(
        self, word: Attribute, attributes: Attributes, place: Place
    ) -> tuple[ValueType, Attributes]:
        self._names.used.add(("values", word.value))
        base, inherited = self._value(word.value)
        own = Attributes(
            {name: attribute for name, attribute in attributes.items() if name != "type"}
        )
        if not own or "type" not in inherited:
            return base, inherited
        kind = OBJECT if isinstance(base, ObjectRef) else inherited.value("type")
        merged = Attributes({**inherited, **own})
        value, merged = self._built(kind, own, merged, place)
        if isinstance(base, UnionType) and isinstance(value, UnionType):
            value = self._titled(value, base)
        return (base if replace(base, name=None) == value else value), merged

    def _titled(self, value: UnionType, base: UnionType) -> UnionType:
        """A union called like the one that it is based on, if it has the same members."""
        if (value.members, value.by, value.closed) != (base.members, base.by, base.closed):
            return value
        titled = replace(value, title=base.title)
        self._origins.same(titled, value)
        return titled

    def _built(
        self, kind: str, own: Attributes, attributes: Attributes, place: Place
    ) -> tuple[ValueType, Attributes]:
        suitable = self._suitable(kind, own, attributes)
        if missing := [key for key in NEEDED.get(kind, ()) if key not in suitable]:
            message = f"a {quoted(kind)} needs {enumerated(missing, 'and')}"
            if "formats" in missing:
                message += f": {enumerated(FORMATS[kind])}"
            self._problems.add(place.position, "missing-key", message)
            return self._unknown(place)
        if "closed" in own and kind in ("text", "integer") and "choices" not in suitable:
            message = "`closed` is said of `choices`, which are not here"
            self._problems.add(own["closed"].place.key_position, "unsuitable-key", message)
        if "closed" in own and "in_json" in suitable:
            message = "`closed` does not go with `json: text`; without it, other numbers are kept"
            self._problems.add(own["closed"].place.key_position, "unsuitable-key", message)
        self._refuse_both_ways(own, suitable)
        if kind == "separated" and self._refuse_separator(suitable["by"]):
            return self._unknown(place)
        if "formats" in suitable and self._refuse_formats(kind, suitable["formats"]):
            return self._unknown(place)
        rules = value_rules(kind, suitable, self._names, self._origins)
        nullable = bool(suitable.value("nullable"))
        value = BUILDERS[kind](suitable, rules, nullable, self._item)
        if isinstance(said := suitable.value("nullable"), NoneDoc):
            in_text = (suitable.value("in_json") or [""])[0] == "text"
            value = replace(value, none_as=str(said.as_) if in_text else said.as_)
        return self._origins.note(value, place, suitable.places()), suitable

    def _refuse_both_ways(self, own: Attributes, suitable: Attributes) -> None:
        """What is text or a number as the caller likes, and cannot be."""
        said = suitable.value("in_json") or []
        if "in_json" not in own or len(said) < 2:
            return
        if len(set(said)) < len(said):
            message = "expected `text`, `number`, or both of them in the order of preference"
        elif "choices" in suitable or isinstance(suitable.value("nullable"), NoneDoc):
            message = "what has `choices` or a value for none is text or a number; write one"
        else:
            return
        self._problems.add(own["in_json"].place.position, "unsuitable-key", message)

    def _refuse_separator(self, by: Attribute) -> bool:
        is_known = by.value in commas.SEPARATORS
        if not is_known:
            message = f"{quoted(by.value)} is not known here; expected "
            message += enumerated(commas.SEPARATORS)
            self._problems.add(by.place.position, "bad-choice", message)
        return not is_known

    def _refuse_formats(self, kind: str, formats: Attribute) -> bool:
        foreign = foreign_formats(kind, formats.value)
        for form in foreign:
            hint = f"; expected {enumerated(FORMATS[kind])}"
            message = f"{quoted(form)} is no format of a {quoted(kind)}{hint}"
            self._problems.add(formats.place.position, "bad-choice", message)
        return bool(foreign)

    def _item(self, item: Attribute) -> ValueType:
        return self.resolve(attributes_of(item.value, item.place), item.place)

    def _suitable(self, kind: str, own: Attributes, attributes: Attributes) -> Attributes:
        """Without the keys that do not go with a kind; those given here are problems."""
        allowed = SUITABLE[kind] | {"type", "nullable"}
        for name in own.keys() - allowed:
            place = own[name].place
            message = f"{quoted(place.path[-1])} does not go with {quoted(kind)}"
            if keys := sorted(KEYS.get(name, name) for name in SUITABLE[kind]):
                message += f", which takes {enumerated(keys, 'and')}"
            if name == "media_type":
                message += "; the media type of JSON is said by `json` of the operation"
            self._problems.add(place.key_position, "unsuitable-key", message)
        return Attributes(
            {name: attribute for name, attribute in attributes.items() if name in allowed}
        )
