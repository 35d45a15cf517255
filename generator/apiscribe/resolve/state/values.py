"""Reads what is computed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import takewhile
from typing import Any

from apiscribe.load.source import Place
from apiscribe.problems import did_you_mean, enumerated, quoted
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.state import chances, parts, times
from apiscribe.resolve.state.conditions import Conditions
from apiscribe.resolve.state.indexes import Indexes
from apiscribe.resolve.state.names import Known, Scope
from apiscribe.resolve.state.words import KEYS, RECURRING
from apiscribe.runtime.program import (
    Appended,
    Arithmetic,
    Chosen,
    Clause,
    Constant,
    Counted,
    Entries,
    FirstOf,
    Former,
    Grouped,
    Listed,
    Looked,
    Mapped,
    MoreThan,
    ObjectOf,
    Query,
    Recurring,
    Reference,
    Size,
    Summed,
    Template,
    Tested,
    Value,
)
from apiscribe.runtime.semantics.paths import keys_of

_SIGN = r"(?:[A-Za-z0-9_]|\\[.\\])"
_REFERENCE = rf"(?![0-9]){_SIGN}+(?:\.{_SIGN}+)*"
_WHOLE = re.compile(rf"\$({_REFERENCE})")
_PART = re.compile(rf"\{{\$({_REFERENCE})\}}")
_NOTHING = Constant(value=None)


class Reader:
    """Reads values; what is wrong is a problem, and stands for nothing."""

    def __init__(self, known: Known, indexes: Indexes, origins: Origins) -> None:
        self._known = known
        self._origins = origins
        self.looking = Conditions(self, known, indexes)
        """Reads what is tested and looked for."""
        self._kinds: Mapping[str, Callable[[Mapping[str, Any], Place, Scope], Value]] = {
            "make": partial(chances.made, self),
            "choose": self._chosen,
            "count": self._counted,
            "any": self._any,
            "sum": self._summed,
            "list": self._listed,
            "distinct": self._grouped,
            "map": self._mapped,
            "find": self._looked,
            "append": self._appended,
            "epoch": partial(times.epoch, self),
            "moment": partial(times.moment, self),
            "between": partial(times.between, self),
            "part": partial(parts.part, self),
            "in_a_row": partial(parts.in_a_row, self),
            "split": partial(parts.split, self),
            "join": partial(parts.joined, self),
            "recur": self._recurring,
            "random": partial(chances.drawn, self),
            "pick": partial(chances.picked, self),
            "plausible": partial(chances.plausible, self),
        }

    def value(self, raw: object, place: Place, scope: Scope) -> Value:
        value = self._value(raw, place, scope)
        return value if value is _NOTHING else self._origins.note(value, place)

    def _value(self, raw: object, place: Place, scope: Scope) -> Value:
        if isinstance(raw, str):
            return self._text(raw, place, scope)
        if isinstance(raw, dict):
            return self._computed(raw, place, scope)
        if isinstance(raw, list):
            return _listed([self.value(each, place / i, scope) for i, each in enumerate(raw)])
        return Constant(value=raw)

    def values(self, raw: Mapping[str, object], place: Place, scope: Scope) -> dict[str, Value]:
        return {name: self.value(each, place / name, scope) for name, each in raw.items()}

    def reference(self, text: str, place: Place, scope: Scope) -> tuple[str, ...]:
        if scope.is_given(text) and scope.given[text[1:].split(".")[0]] is None:
            return ("nothing",)  # that it is not given was told where the steps are done
        meant = str(scope.meaning(text))
        match = _WHOLE.fullmatch(meant)
        if match is None:
            self.wrong(place, f"expected a reference such as `$user.email`, not {quoted(meant)}")
            return ("nothing",)
        path = tuple(keys_of(match[1]))
        scope.check(path, place, given=scope.is_given(text))
        return path

    def _text(self, text: str, place: Place, scope: Scope) -> Value:
        meant = scope.meaning(text)
        if not isinstance(meant, str) or (meant != text and not meant.startswith("$")):
            return Constant(value=meant)
        if text.startswith("$"):
            path = self.reference(text, place, scope)
            return _NOTHING if path == ("nothing",) else Reference(path=path)
        parts = _PART.split(text)
        if len(parts) == 1:
            return Constant(value=text)
        made: list[Value] = []
        for index, part in enumerate(parts):
            if index % 2:
                made.append(self.value(f"${part}", place, scope))
            elif part:
                made.append(Constant(value=part))
        return Template(parts=tuple(made))

    def _computed(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        if not raw:
            message = "an empty mapping computes nothing; an object without keys is `{object: {}}`"
            return self.wrong(place, message)
        kind = next((key for key in raw if key in KEYS), None)
        if kind is None:
            key = next(iter(raw))
            hint = did_you_mean(str(key), KEYS) or f"; expected one with {enumerated(KEYS)}"
            return self.wrong(place, f"{quoted(key)} computes nothing{hint}")
        for key in raw:
            if key != kind and key not in KEYS[kind]:
                message = f"unknown key {quoted(key)}{did_you_mean(str(key), KEYS[kind])}"
                self._known.problems.add((place / key).key_position, "unknown-key", message)
        if kind in self._kinds:
            return self._kinds[kind](raw, place, scope)
        return self._simple(kind, raw[kind], place / kind, scope)

    def _simple(self, kind: str, raw: Any, place: Place, scope: Scope) -> Value:
        match kind:
            case "first_of":
                return FirstOf(values=self.several(raw, place, scope))
            case "plus" | "minus" | "times":
                values = self.several(raw, place, scope)
                return Arithmetic(operator=kind, values=values)
            case "size":
                return Size(value=self.value(raw, place, scope))
            case "former":
                return Former(record=self.value(raw, place, scope))
            case "entries":
                return Entries(value=self.value(raw, place, scope))
            case "test":
                return Tested(condition=self.looking.condition(raw, place, scope))
            case "object" if isinstance(raw, dict):
                return ObjectOf(fields=self.values(raw, place, scope))
        return self.wrong(place, f"{quoted(kind)} is a mapping")

    def several(self, raw: Any, place: Place, scope: Scope) -> tuple[Value, ...]:
        if not isinstance(raw, list):
            self.wrong(place, "expected a list")
            return ()
        return tuple(self.value(each, place / i, scope) for i, each in enumerate(raw))

    def _chosen(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        cases = raw.get("cases")
        if not isinstance(cases, dict) or not cases:
            return self.wrong(place, "`choose` has `cases`: value -> what it gives")
        otherwise = raw.get("otherwise")
        return Chosen(
            on=self.value(raw["choose"], place / "choose", scope),
            cases={
                _case(key): self.value(each, place / "cases" / key, scope)
                for key, each in cases.items()
            },
            otherwise=None
            if otherwise is None
            else self.value(otherwise, place / "otherwise", scope),
        )

    def _counted(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        query = self._query_of("count", raw, place, scope)
        return _NOTHING if query is None else Counted(query=query)

    def _any(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        query = self._query_of("any", raw, place, scope)
        if query is None:
            return _NOTHING
        clause = Clause(value=Counted(query=query), test=MoreThan(value=Constant(value=0)))
        return Tested(condition=(clause,))

    def _summed(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        query = self._query_of("sum", raw, place, scope)
        if query is None:
            return _NOTHING
        name, inner = self._item(raw, query.entity, scope)
        return Summed(query=query, name=name, value=self._of(raw, place, inner))

    def _grouped(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        query = self._query_of("distinct", raw, place, scope)
        if query is None:
            return _NOTHING
        name, inner = self._item(raw, query.entity, scope)
        return Grouped(query=query, name=name, value=self._of(raw, place, inner))

    def _looked(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        query = self._query_of("find", raw, place, scope)
        if query is None:
            return _NOTHING
        name, inner = self._item(raw, query.entity, scope)
        return Looked(query=query, name=name, value=self._of(raw, place, inner))

    def _appended(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        if "to" not in raw:
            return self.wrong(place, "`to` is missing: the list")
        item = self.value(raw["append"], place / "append", scope)
        return Appended(value=self.value(raw["to"], place / "to", scope), item=item)

    def _listed(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        source = self.looking.source(
            raw["list"], raw.get("where"), raw.get("order"), place, place / "list", scope
        )
        entity = source.entity if isinstance(source, Query) else None
        name, inner = self._item(raw, entity, scope)
        if "of" not in raw:
            return Listed(source=source, name=name, value=Reference(path=(name,)))
        return Listed(source=source, name=name, value=self._of(raw, place, inner))

    def _mapped(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        source = self.looking.source(
            raw["map"], raw.get("where"), raw.get("order"), place, place / "map", scope
        )
        name, inner = self._item(raw, source.entity if isinstance(source, Query) else None, scope)
        if "key" not in raw:
            return self.wrong(place, "`key` is missing: what each is called in the object")
        key = self.value(raw["key"], place / "key", inner)
        return Mapped(source=source, name=name, key=key, value=self._of(raw, place, inner))

    def _item(self, raw: Mapping[str, Any], entity: str | None, scope: Scope) -> tuple[str, Scope]:
        name = str(raw.get("as") or entity or "item")
        return name, scope.inner(name, entity)

    def _of(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        if "of" not in raw:
            return self.wrong(place, "`of` is missing: what is taken of each")
        return self.value(raw["of"], place / "of", scope)

    def _recurring(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        given = raw["recur"]
        if not isinstance(given, dict) or not {"start", "zone", "frequency"} <= given.keys():
            return self.wrong(place, "`recur` has at least start, zone and frequency")
        for key in given:
            if key not in RECURRING:
                message = f"unknown key {quoted(key)}{did_you_mean(str(key), RECURRING)}"
                position = (place / "recur" / key).key_position
                self._known.problems.add(position, "unknown-key", message)
        most = given.get("most", 50)
        if not isinstance(most, int) or not 0 < most <= 1000:
            return self.wrong(place / "recur" / "most", "expected a whole number from 1 to 1000")
        known = {key: each for key, each in given.items() if key in RECURRING and key != "most"}
        parts: dict[str, Any] = self.values(known, place / "recur", scope)
        return Recurring(**parts, most=most)

    def _query_of(
        self, kind: str, raw: Mapping[str, Any], place: Place, scope: Scope
    ) -> Query | None:
        where, order = raw.get("where"), raw.get("order")
        return self.looking.query(str(raw[kind]), where, order, place, place / kind, scope)

    def wrong(self, place: Place, message: str) -> Value:
        self._known.problems.add(place.position, "bad-value", message)
        return _NOTHING


def _case(key: object) -> str:
    if isinstance(key, bool):
        return "true" if key else "false"
    return str(key)


def _listed(values: list[Value]) -> Value:
    """A list of these: one that is known, and behind it what is found out each time."""
    known = list(takewhile(lambda each: isinstance(each, Constant), values))
    found: Value = Constant(value=[each.value for each in known if isinstance(each, Constant)])
    for each in values[len(known) :]:
        found = Appended(value=found, item=each)
    return found
