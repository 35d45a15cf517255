"""Rules between arguments or fields, with their names bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict

from apiscribe.document.rules import (
    AppliesWhenDoc,
    ConditionDoc,
    ExclusiveDoc,
    IgnoredWhenDoc,
    MemberOfWhenDoc,
    OneOfRequiredDoc,
    OrderedDoc,
    RangeWhenDoc,
    RequiredWhenDoc,
    RuleDoc,
    TestDoc,
)
from apiscribe.load.source import Place
from apiscribe.model import (
    AppliesWhen,
    ArgumentRule,
    Clause,
    Exclusive,
    Ground,
    IgnoredWhen,
    MemberOfWhen,
    OneOfRequired,
    Ordered,
    RangeWhen,
    RequiredWhen,
    Severity,
)
from apiscribe.resolve.binding import Scope
from apiscribe.resolve.origins import Origins


class _Unbound(Exception):
    """A name in the rule means nothing; the problem is noted."""


class _Common(TypedDict):
    severity: Severity
    section: str | None
    ground: Ground
    doc: str | None


class Rules:
    """Resolves the rules of one operation or object."""

    def __init__(self, scope: Scope, origins: Origins) -> None:
        self._scope = scope
        self._origins = origins

    def resolve(self, docs: Sequence[RuleDoc], place: Place) -> list[ArgumentRule]:
        """All rules whose names mean something."""
        rules: list[ArgumentRule] = []
        for index, doc in enumerate(docs):
            try:
                rule = self._rule(doc, place / index)
            except _Unbound:
                continue
            rules.append(self._origins.note(rule, place / index))
        return rules

    def condition(self, condition: ConditionDoc, place: Place) -> tuple[Clause, ...] | None:
        """The clauses of a condition; None if one of its names means nothing."""
        try:
            return self._condition(condition, place)
        except _Unbound:
            return None

    def _rule(self, doc: RuleDoc, place: Place) -> ArgumentRule:
        common = _common(doc)
        match doc:
            case OneOfRequiredDoc():
                return OneOfRequired(arguments=self._all(doc.arguments, place), **common)
            case ExclusiveDoc():
                return Exclusive(arguments=self._all(doc.arguments, place), **common)
            case OrderedDoc():
                first = self._name(doc.first, place / "first")
                return Ordered(first=first, last=self._name(doc.last, place / "last"), **common)
            case _:
                return self._conditional(doc, place, common)

    def _conditional(self, doc: Any, place: Place, common: _Common) -> ArgumentRule:
        argument = self._name(doc.argument, place / "argument")
        when = self._condition(doc.when or {}, place / "when")
        match doc:
            case RequiredWhenDoc():
                return RequiredWhen(argument=argument, when=when, **common)
            case IgnoredWhenDoc():
                return IgnoredWhen(argument=argument, when=when, **common)
            case AppliesWhenDoc():
                return AppliesWhen(argument=argument, when=when, **common)
            case MemberOfWhenDoc():
                lists = self._lists(doc, place)
                return MemberOfWhen(argument=argument, lists=lists, when=when, **common)
            case RangeWhenDoc():
                bounds = {"minimum": doc.minimum, "maximum": doc.maximum}
                return RangeWhen(argument=argument, when=when, **bounds, **common)
        raise TypeError(doc)

    def _name(self, name: str, place: Place) -> str:
        bound = self._scope.bind(name, place.position)
        if bound is None:
            raise _Unbound
        return bound.wire_name

    def _all(self, names: Iterable[str], place: Place) -> tuple[str, ...]:
        # Every name is looked up before giving up, so that each dangling one is reported.
        bound = [
            self._scope.bind(name, (place / "arguments" / index).position)
            for index, name in enumerate(names)
        ]
        if not all(bound):
            raise _Unbound
        return tuple(b.wire_name for b in bound if b)

    def _lists(self, doc: MemberOfWhenDoc, place: Place) -> tuple[str, ...]:
        names = self._scope.names
        if doc.member_of is not None:
            found = [names.has("lists", doc.member_of, (place / "list").position)]
        else:
            found = [
                names.has("lists", name, (place / "lists" / index).position)
                for index, name in enumerate(doc.lists or ())
            ]
        if not all(found):
            raise _Unbound
        return (doc.member_of,) if doc.member_of is not None else tuple(doc.lists or ())

    def _condition(self, condition: ConditionDoc, place: Place) -> tuple[Clause, ...]:
        clauses: list[Clause] = []
        for name, test in condition.items():
            bound = self._scope.bind(name, (place / name).key_position)
            if bound is not None:
                clause = _clause(bound.wire_name, test)
                clauses.append(self._origins.note(clause, place / name))
        if len(clauses) < len(condition):
            raise _Unbound
        return tuple(clauses)


def _clause(argument: str, test: TestDoc | list[Any] | str | int | bool) -> Clause:
    match test:
        case TestDoc(none_of=list() as values):
            return Clause(argument=argument, test="not_in", values=tuple(values))
        case TestDoc(is_null=bool() as is_null):
            return Clause(argument=argument, test="nothing" if is_null else "something")
        case TestDoc():
            return Clause(argument=argument, test="given" if test.given else "absent")
        case list():
            return Clause(argument=argument, test="in", values=tuple(test))
        case _:
            return Clause(argument=argument, test="in", values=(test,))


def _common(doc: RuleDoc) -> _Common:
    return {
        "severity": doc.severity,
        "section": doc.section,
        "ground": Ground(doc.basis, doc.erratum),
        "doc": doc.doc,
    }
