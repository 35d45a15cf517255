"""Reads what is tested, and which records are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from apiscribe.load.source import Place
from apiscribe.problems import did_you_mean, enumerated, quoted
from apiscribe.resolve.state.comparable import (
    Kinds,
    kinds_of,
    kinds_of_plain,
    strange,
    unordered,
)
from apiscribe.resolve.state.fitting import is_list, is_single
from apiscribe.resolve.state.indexes import Indexes
from apiscribe.resolve.state.names import Known, Scope
from apiscribe.resolve.state.words import CHARACTERS, KEYS
from apiscribe.runtime.program import (
    AtLeast,
    AtMost,
    Clause,
    Comparison,
    Constant,
    Contains,
    ContainsAny,
    Equals,
    Filter,
    Given,
    Has,
    Index,
    LessThan,
    MoreThan,
    NoneOf,
    OneOf,
    Present,
    Query,
    Reference,
    Test,
    Value,
)

_COMPARISONS: Mapping[str, type[Comparison]] = {
    "at_least": AtLeast,
    "at_most": AtMost,
    "more_than": MoreThan,
    "less_than": LessThan,
    "contains": Contains,
    "contains_any": ContainsAny,
}
_TESTS = ("not", "given", "is_null", "present", "if_given", "in_list", "has", *_COMPARISONS)

_HAS_ALL = "a record has all of its fields; expected `given` or `is_null`"


class Values(Protocol):
    """Reads what tests compare with."""

    def value(self, raw: object, place: Place, scope: Scope) -> Value: ...
    def several(self, raw: Any, place: Place, scope: Scope) -> tuple[Value, ...]: ...
    def reference(self, text: str, place: Place, scope: Scope) -> tuple[str, ...]: ...
    def wrong(self, place: Place, message: str) -> Value: ...


class Conditions:
    """Reads tests and queries. The indexes follow from the queries."""

    def __init__(self, values: Values, known: Known, indexes: Indexes) -> None:
        self._values = values
        self._known = known
        self._indexes = indexes

    def condition(self, raw: object, place: Place, scope: Scope) -> tuple[Clause, ...]:
        if not isinstance(raw, dict):
            self._values.wrong(place, "expected a condition: `$reference: value`")
            return ()
        clauses: list[Clause] = []
        for key, each in raw.items():
            path = self._values.reference(str(key), place / key, scope)
            value = Reference(path=path)
            tests = tuple(self._tests(each, place / key, scope))
            compared = quoted(key), kinds_of(scope.type_of(path))
            for test, _ in tests:
                if isinstance(test, Present) and len(path) > 1 and scope.entity(path[0]):
                    self._values.wrong(place / key, _HAS_ALL)
                self._check_order(test, *compared, place / key, scope)
            clauses += [Clause(value=value, test=test) for test, _ in tests]
        return tuple(clauses)

    def _tests(
        self, raw: object, place: Place, scope: Scope
    ) -> Iterator[tuple[Test | Present, bool]]:
        """Tests, and whether everything passes if what one compares with is absent."""
        if isinstance(raw, list):
            yield OneOf(values=self._values.several(raw, place, scope)), False
        elif not isinstance(raw, dict) or set(raw) & set(KEYS) or not raw:
            yield Equals(value=self._values.value(raw, place, scope)), False
        else:
            for kind, operand in raw.items():
                if kind in _TESTS:
                    yield self._test(kind, operand, place / kind, scope)
                else:
                    hint = did_you_mean(str(kind), _TESTS) or f"; expected {enumerated(_TESTS)}"
                    message = f"unknown key {quoted(kind)}{hint}"
                    position = (place / kind).key_position
                    self._known.problems.add(position, "unknown-key", message)

    def _test(
        self, kind: str, operand: Any, place: Place, scope: Scope
    ) -> tuple[Test | Present, bool]:
        match kind:
            case "given" | "is_null" | "present":
                if not isinstance(operand, bool):
                    self._values.wrong(place, "expected `true` or `false`")
                if kind == "present":
                    return Present(present=operand is True), False
                is_null = kind == "is_null"
                return Given(given=(operand is True) is not is_null, may_be_empty=is_null), False
            case "not":
                values = operand if isinstance(operand, list) else [operand]
                return NoneOf(values=self._values.several(values, place, scope)), False
            case "has":
                if operand not in CHARACTERS:
                    self._values.wrong(place, f"expected {enumerated(CHARACTERS)}")
                    operand = CHARACTERS[0]
                return Has(kind=operand), False
            case "in_list":
                return OneOf(values=self._ids(operand, place)), False
            case "if_given":
                values = operand if isinstance(operand, list) else [operand]
                return OneOf(values=self._values.several(values, place, scope)), True
        return _COMPARISONS[kind](value=self._values.value(operand, place, scope)), True

    def _ids(self, raw: object, place: Place) -> tuple[Value, ...]:
        """The ids of one of the spec's lists."""
        found = self._known.lists.get(str(raw))
        if found is None:
            message = f"there is no list {quoted(raw)}{did_you_mean(raw, self._known.lists)}"
            self._known.problems.add(place.position, "unknown-name", message)
        return tuple(Constant(value=each) for each in found or ())

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
            return Constant(value=None) if found is None else found
        if where is not None or order is not None:
            self._values.wrong(place, "only an entity's records are filtered and ordered")
        return self._values.value(raw, at, scope)

    def query(
        self, entity: str, where: object, order: object, place: Place, at: Place, scope: Scope
    ) -> Query | None:
        if not self._known.entity(entity, at):
            scope.bind_any()
            return None
        if isinstance(order, dict):
            self._values.wrong(place / "order", "only a `page` has an order that is chosen")
            order = None
        fields: list[str] = []
        keys: list[Value] = []
        static: list[Filter] = []
        filters: list[Filter] = []
        for field, raw in self._fields(where, place / "where").items():
            inner = place / "where" / field
            self._known.field(entity, str(field), inner, key=True)
            for test, optional in self._tests(raw, inner, scope):
                if isinstance(test, Present):
                    self._values.wrong(inner, _HAS_ALL)
                    continue
                self._require_one(test, entity, str(field), inner, scope)
                kinds = kinds_of(self._known.type_of(entity, str(field)))
                name = f"{quoted(field)} of {quoted(entity)}"
                self._check_order(test, name, kinds, inner, scope)
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

    def _fields(self, where: object, place: Place) -> Mapping[str, object]:
        """What is asked of the fields of records; nothing, if nothing is said."""
        if where is None or isinstance(where, dict):
            return where or {}
        self._values.wrong(place, "expected a condition of fields: `field: value`")
        return {}

    def _require_one(self, test: Test, entity: str, field: str, place: Place, scope: Scope) -> None:
        """A list equals no single value, and is none of several."""
        of = self._known.type_of(entity, field)
        if of is not None and isinstance(test, OneOf) and is_list(of):
            message = f"{quoted(field)} of {quoted(entity)} is a list, and not one of several"
            self._values.wrong(place, f"{message} values; `contains_any` asks for one in it")
        if not isinstance(test, Equals) or not isinstance(test.value, Reference):
            return
        path, given = test.value.path, scope.types.get(test.value.path[0])
        if len(path) == 1 and given is not None and is_list(given) and of and is_single(of):
            message = f"`${path[0]}` is a list, which {quoted(field)} of {quoted(entity)} is not;"
            self._values.wrong(place, f"{message} `[${path[0]}]` is any of its items")

    def _check_order(
        self, test: Test | Present, name: str, kinds: Kinds, place: Place, scope: Scope
    ) -> None:
        """Note a problem where nobody can say which of two values is more."""
        if not isinstance(test, AtLeast | AtMost | MoreThan | LessThan):
            return
        other, others = _said(test.value, scope)
        for what, of in ((name, kinds), (other, others)):
            if (kind := unordered(of)) is not None:
                self._values.wrong(place, f"{what} is {kind}, which is never more or less")
                return
        if (found := strange(kinds, others)) is not None:
            message = (
                f"{name} is {found[0]}, and {other} {found[1]}: neither is more than the other"
            )
            self._values.wrong(place, message)


def _said(value: Value, scope: Scope) -> tuple[str, Kinds]:
    """How a value is called in messages, and what it may be."""
    match value:
        case Reference(path=("now",)):
            return "`$now`", frozenset({"moment"})
        case Reference():
            return quoted(f"${'.'.join(value.path)}"), kinds_of(scope.type_of(value.path))
        case Constant():
            return quoted(value.value), kinds_of_plain(value.value)
        case _:
            return "", frozenset()


def _is_constant(test: Test) -> bool:
    match test:
        case Given() | Has():
            return True
        case OneOf() | NoneOf():
            return all(isinstance(each, Constant) for each in test.values)
        case Equals() | AtLeast() | AtMost() | MoreThan() | LessThan() | Contains() | ContainsAny():
            return isinstance(test.value, Constant)
