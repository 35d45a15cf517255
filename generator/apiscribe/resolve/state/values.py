"""Reads what is computed, tested and looked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from apiscribe.load.source import Place
from apiscribe.problems import did_you_mean, enumerated, quoted
from apiscribe.resolve.state.indexes import Indexes
from apiscribe.resolve.state.names import Known, Scope
from apiscribe.runtime.program import (
    Appended,
    Arithmetic,
    AtLeast,
    AtMost,
    Between,
    Chosen,
    Clause,
    Constant,
    Contains,
    Counted,
    Epoch,
    Equals,
    Filter,
    FirstOf,
    Given,
    Grouped,
    Index,
    Joined,
    LessThan,
    Listed,
    Looked,
    Made,
    Moment,
    MoreThan,
    NoneOf,
    ObjectOf,
    OneOf,
    Query,
    Recurring,
    Reference,
    Size,
    Split,
    Summed,
    Template,
    Test,
    Tested,
    Value,
)

_REFERENCE = r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*"
_WHOLE = re.compile(rf"\$({_REFERENCE})")
_PART = re.compile(rf"\{{\$({_REFERENCE})\}}")
_NOTHING = Constant(value=None)
_SHAPES = ("digits", "number", "url_safe", "base64", "hex", "alphanumeric", "uuid")
_UNITS = ("seconds", "minutes", "hours", "days", "months", "years")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "make": ("length", "prefix"),
    "choose": ("cases", "otherwise"),
    "first_of": (),
    "count": ("where",),
    "any": ("where",),
    "sum": ("of", "as", "where"),
    "list": ("of", "as", "where", "order"),
    "distinct": ("of", "as", "where"),
    "find": ("of", "as", "where", "order"),
    "append": ("to",),
    "epoch": ("unit",),
    "moment": ("plus", "minus", "unit", "floor", "zone"),
    "between": ("unit",),
    "plus": (),
    "minus": (),
    "times": (),
    "size": (),
    "split": ("by",),
    "join": ("by",),
    "test": (),
    "object": (),
    "recur": (),
}
_RECURRING = (
    "start",
    "zone",
    "frequency",
    "interval",
    "weekdays",
    "month_day",
    "week",
    "week_day",
    "count",
    "until",
)
_COMPARISONS: Mapping[str, type[AtLeast | AtMost | MoreThan | LessThan | Contains]] = {
    "at_least": AtLeast,
    "at_most": AtMost,
    "more_than": MoreThan,
    "less_than": LessThan,
    "contains": Contains,
}
_TESTS = ("not", "given", "if_given", "in_list", *_COMPARISONS)


class Reader:
    """Reads values, tests and queries; what is wrong is a problem, and stands for nothing."""

    def __init__(self, known: Known, indexes: Indexes) -> None:
        self._known = known
        self._indexes = indexes
        self._kinds: Mapping[str, Callable[[Mapping[str, Any], Place, Scope], Value]] = {
            "make": self._made,
            "choose": self._chosen,
            "count": self._counted,
            "any": self._any,
            "sum": self._summed,
            "list": self._listed,
            "distinct": self._grouped,
            "find": self._looked,
            "append": self._appended,
            "epoch": self._epoch,
            "moment": self._moment,
            "between": self._between,
            "split": self._split,
            "join": self._split,
            "recur": self._recurring,
        }

    # Values

    def value(self, raw: object, place: Place, scope: Scope) -> Value:
        if isinstance(raw, str):
            return self._text(raw, place, scope)
        if isinstance(raw, dict):
            return self._computed(raw, place, scope)
        if isinstance(raw, list):
            values = [self.value(each, place / i, scope) for i, each in enumerate(raw)]
            constants = [each.value for each in values if isinstance(each, Constant)]
            if len(constants) < len(values):
                return self._wrong(place, "a list here has no references in it")
            return Constant(value=constants)
        return Constant(value=raw)

    def values(self, raw: Mapping[str, object], place: Place, scope: Scope) -> dict[str, Value]:
        return {name: self.value(each, place / name, scope) for name, each in raw.items()}

    def reference(self, text: str, place: Place, scope: Scope) -> tuple[str, ...]:
        match = _WHOLE.fullmatch(text)
        if match is None:
            self._wrong(place, f"expected a reference such as `$user.email`, not {quoted(text)}")
            return ("nothing",)
        path = tuple(match[1].split("."))
        scope.check(path, place)
        return path

    def _text(self, text: str, place: Place, scope: Scope) -> Value:
        if text.startswith("$"):
            path = self.reference(text, place, scope)
            return _NOTHING if path == ("nothing",) else Reference(path=path)
        parts = _PART.split(text)
        if len(parts) == 1:
            return Constant(value=text)
        made: list[Value] = []
        for index, part in enumerate(parts):
            if index % 2:
                path = tuple(part.split("."))
                scope.check(path, place)
                made.append(Reference(path=path))
            elif part:
                made.append(Constant(value=part))
        return Template(parts=tuple(made))

    def _computed(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        kind = next((key for key in raw if key in _KEYS), None)
        if kind is None:
            key = next(iter(raw), "")
            hint = did_you_mean(str(key), _KEYS) or f"; expected one with {enumerated(_KEYS)}"
            return self._wrong(place, f"{quoted(key)} computes nothing{hint}")
        for key in raw:
            if key != kind and key not in _KEYS[kind]:
                message = f"unknown key {quoted(key)}{did_you_mean(str(key), _KEYS[kind])}"
                self._known.problems.add((place / key).key_position, "unknown-key", message)
        if kind in self._kinds:
            return self._kinds[kind](raw, place, scope)
        return self._simple(kind, raw[kind], place / kind, scope)

    def _simple(self, kind: str, raw: Any, place: Place, scope: Scope) -> Value:
        match kind:
            case "first_of":
                return FirstOf(values=self._several(raw, place, scope))
            case "plus" | "minus" | "times":
                values = self._several(raw, place, scope)
                return Arithmetic(operator=kind, values=values)
            case "size":
                return Size(value=self.value(raw, place, scope))
            case "test":
                return Tested(condition=self.condition(raw, place, scope))
            case "object" if isinstance(raw, dict):
                return ObjectOf(fields=self.values(raw, place, scope))
        return self._wrong(place, f"{quoted(kind)} is a mapping")

    def _several(self, raw: Any, place: Place, scope: Scope) -> tuple[Value, ...]:
        if not isinstance(raw, list):
            self._wrong(place, "expected a list")
            return ()
        return tuple(self.value(each, place / i, scope) for i, each in enumerate(raw))

    def _made(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        shape, length = raw["make"], raw.get("length", 22)
        if shape not in _SHAPES:
            return self._wrong(place / "make", f"expected {enumerated(_SHAPES)}")
        if not isinstance(length, int) or not 0 < length <= 200:
            return self._wrong(place / "length", "expected a whole number from 1 to 200")
        return Made(shape=shape, length=length, prefix=str(raw.get("prefix", "")))

    def _chosen(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        cases = raw.get("cases")
        if not isinstance(cases, dict):
            return self._wrong(place, "`choose` has `cases`: value -> what it gives")
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
            return self._wrong(place, "`to` is missing: the list")
        item = self.value(raw["append"], place / "append", scope)
        return Appended(value=self.value(raw["to"], place / "to", scope), item=item)

    def _epoch(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        unit = raw.get("unit", "seconds")
        if unit not in ("seconds", "milliseconds"):
            return self._wrong(place / "unit", "expected seconds or milliseconds")
        return Epoch(value=self.value(raw["epoch"], place / "epoch", scope), unit=unit)

    def _listed(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        source = self.source(
            raw["list"], raw.get("where"), raw.get("order"), place, place / "list", scope
        )
        entity = source.entity if isinstance(source, Query) else None
        name, inner = self._item(raw, entity, scope)
        if "of" not in raw:
            return Listed(source=source, name=name, value=Reference(path=(name,)))
        return Listed(source=source, name=name, value=self._of(raw, place, inner))

    def _item(self, raw: Mapping[str, Any], entity: str | None, scope: Scope) -> tuple[str, Scope]:
        name = str(raw.get("as") or entity or "item")
        return name, scope.inner(name, entity)

    def _of(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        if "of" not in raw:
            return self._wrong(place, "`of` is missing: what is taken of each")
        return self.value(raw["of"], place / "of", scope)

    def _moment(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        unit, floor = raw.get("unit", "seconds"), raw.get("floor", "")
        if unit not in _UNITS:
            return self._wrong(place / "unit", f"expected {enumerated(_UNITS)}")
        if floor not in ("", "day", "month", "year"):
            return self._wrong(place / "floor", "expected day, month or year")
        amount: Value | None = None
        if "plus" in raw:
            amount = self.value(raw["plus"], place / "plus", scope)
        elif "minus" in raw:
            less = self.value(raw["minus"], place / "minus", scope)
            amount = Arithmetic(operator="minus", values=(Constant(value=0), less))
        base = self.value(raw["moment"], place / "moment", scope)
        zone = self.value(raw["zone"], place / "zone", scope) if "zone" in raw else None
        return Moment(base=base, amount=amount, unit=unit, floor=floor, zone=zone)

    def _between(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        ends = self._several(raw["between"], place / "between", scope)
        unit = raw.get("unit", "seconds")
        if len(ends) != 2 or unit not in ("seconds", "minutes", "days", "clock"):
            return self._wrong(
                place, "`between` has two moments, and `unit`: seconds, minutes, days or clock"
            )
        return Between(first=ends[0], last=ends[1], unit=unit)

    def _split(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        separator = str(raw.get("by", ","))
        if "split" in raw:
            inner = self.value(raw["split"], place / "split", scope)
            return Split(value=inner, separator=separator)
        return Joined(value=self.value(raw["join"], place / "join", scope), separator=separator)

    def _recurring(self, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
        given = raw["recur"]
        if not isinstance(given, dict) or not {"start", "zone", "frequency"} <= given.keys():
            return self._wrong(place, "`recur` has at least start, zone and frequency")
        for key in given:
            if key not in _RECURRING:
                message = f"unknown key {quoted(key)}{did_you_mean(str(key), _RECURRING)}"
                position = (place / "recur" / key).key_position
                self._known.problems.add(position, "unknown-key", message)
        known = {key: each for key, each in given.items() if key in _RECURRING}
        parts: dict[str, Any] = self.values(known, place / "recur", scope)
        return Recurring(**parts)

    # Tests

    def condition(self, raw: object, place: Place, scope: Scope) -> tuple[Clause, ...]:
        if not isinstance(raw, dict):
            self._wrong(place, "expected a condition: `$reference: value`")
            return ()
        clauses: list[Clause] = []
        for key, each in raw.items():
            path = self.reference(str(key), place / key, scope)
            value = Reference(path=path)
            tests = self._tests(each, place / key, scope)
            clauses += [Clause(value=value, test=test) for test, _ in tests]
        return tuple(clauses)

    def _tests(self, raw: object, place: Place, scope: Scope) -> Iterator[tuple[Test, bool]]:
        """Tests, and whether everything passes if what one compares with is absent."""
        if isinstance(raw, list):
            yield OneOf(values=self._several(raw, place, scope)), False
        elif not isinstance(raw, dict) or not set(raw) & set(_TESTS):
            yield Equals(value=self.value(raw, place, scope)), False
        else:
            for kind, operand in raw.items():
                if kind in _TESTS:
                    yield self._test(kind, operand, place / kind, scope)
                else:
                    message = f"unknown key {quoted(kind)}{did_you_mean(kind, _TESTS)}"
                    position = (place / kind).key_position
                    self._known.problems.add(position, "unknown-key", message)

    def _test(self, kind: str, operand: Any, place: Place, scope: Scope) -> tuple[Test, bool]:
        match kind:
            case "given":
                return Given(given=operand is True), False
            case "not":
                values = operand if isinstance(operand, list) else [operand]
                return NoneOf(values=self._several(values, place, scope)), False
            case "in_list":
                return OneOf(values=self._ids(operand, place)), False
            case "if_given":
                return Equals(value=self.value(operand, place, scope)), True
        return _COMPARISONS[kind](value=self.value(operand, place, scope)), True

    def _ids(self, raw: object, place: Place) -> tuple[Value, ...]:
        """The ids of one of the spec's lists."""
        found = self._known.lists.get(str(raw))
        if found is None:
            message = f"there is no list {quoted(raw)}{did_you_mean(raw, self._known.lists)}"
            self._known.problems.add(place.position, "unknown-name", message)
        return tuple(Constant(value=each) for each in found or ())

    # Queries

    def source(
        self,
        raw: object,
        where: object,
        order: object,
        place: Place,
        at: Place,
        scope: Scope,
    ) -> Query | Value:
        """Records of an entity, if that is what a name is; otherwise a list."""
        if isinstance(raw, str) and not raw.startswith("$"):
            found = self.query(raw, where, order, place, at, scope)
            return _NOTHING if found is None else found
        if where is not None or order is not None:
            self._wrong(place, "only an entity's records are filtered and ordered")
        return self.value(raw, at, scope)

    def query(
        self, entity: str, where: object, order: object, place: Place, at: Place, scope: Scope
    ) -> Query | None:
        if not self._known.entity(entity, at):
            return None
        fields: list[str] = []
        keys: list[Value] = []
        static: list[Filter] = []
        filters: list[Filter] = []
        for field, raw in (where if isinstance(where, dict) else {}).items():
            inner = place / "where" / field
            self._known.field(entity, str(field), inner, key=True)
            for test, optional in self._tests(raw, inner, scope):
                if _is_constant(test):
                    static.append(Filter(field=field, test=test))
                elif isinstance(test, Equals) and not optional:
                    fields.append(field)
                    keys.append(test.value)
                else:
                    filters.append(Filter(field=field, test=test, optional=optional))
        name = str(order or "")
        descending = name.startswith("-")
        name = name.removeprefix("-")
        if name:
            self._known.field(entity, name, place / "order")
        index = Index(fields=tuple(fields), filters=tuple(static), order=name)
        return Query(
            entity=entity,
            index=self._indexes.place(entity, index),
            keys=tuple(keys),
            filters=tuple(filters),
            descending=descending,
        )

    def _query_of(
        self, kind: str, raw: Mapping[str, Any], place: Place, scope: Scope
    ) -> Query | None:
        where, order = raw.get("where"), raw.get("order")
        return self.query(str(raw[kind]), where, order, place, place / kind, scope)

    def _wrong(self, place: Place, message: str) -> Value:
        self._known.problems.add(place.position, "bad-value", message)
        return _NOTHING


def _case(key: object) -> str:
    if isinstance(key, bool):
        return "true" if key else "false"
    return str(key)


def _is_constant(test: Test) -> bool:
    match test:
        case Given():
            return True
        case OneOf() | NoneOf():
            return all(isinstance(each, Constant) for each in test.values)
        case Equals() | AtLeast() | AtMost() | MoreThan() | LessThan() | Contains():
            return isinstance(test.value, Constant)
