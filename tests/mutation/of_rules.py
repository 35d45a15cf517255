"""Changes to rules between arguments, or between the fields of an object."""

from collections.abc import Iterator
from typing import Any, get_args

from msgspec.structs import replace

from apiscribe.model import (
    Api,
    ArgumentRule,
    BooleanType,
    Choices,
    Clause,
    Exclusive,
    MemberOfWhen,
    ObjectType,
    OneOfRequired,
    Operation,
    Ordered,
)
from tests.mutation.changes import Change

_KINDS = get_args(ArgumentRule)
_LEAST = {OneOfRequired: 1, Exclusive: 2}
_OPPOSITE: dict[str, Any] = {"in": "not_in", "not_in": "in", "given": "absent", "absent": "given"}


def changes(api: Api, part: Any, owner: Any) -> Iterator[Change]:
    if type(part) not in _KINDS:
        return
    about = _about(part)
    yield Change("between arguments: rule removed", f"{about} removed", None)
    severity = "warning" if part.severity == "error" else "error"
    said = f"{about} {part.severity} -> {severity}"
    yield Change("between arguments: severity flipped", said, replace(part, severity=severity))
    # Of two that exclude each other one alone excludes nothing: the rule is as good as removed.
    if isinstance(part, OneOfRequired | Exclusive) and len(part.arguments) > _LEAST[type(part)]:
        for gone in part.arguments:
            rest = tuple(each for each in part.arguments if each != gone)
            said = f"{about} without {gone}"
            yield Change(
                "between arguments: one argument less", said, replace(part, arguments=rest)
            )
    if isinstance(part, Ordered):
        said = f"{about} the other way round"
        other = replace(part, first=part.last, last=part.first)
        yield Change("between arguments: order turned", said, other)
    if isinstance(part, MemberOfWhen):
        yield from _lists(api, part, about)
    yield from _clauses(api, part, owner, about)


def arguments_of(rule: Any) -> set[str]:
    """The arguments of an operation that a rule between them names."""
    names = [getattr(rule, key, "") for key in ("argument", "first", "last")]
    names += [
        *getattr(rule, "arguments", ()),
        *(each.argument for each in getattr(rule, "when", ())),
    ]
    return {name.partition(".")[0] for name in names if name}


def _about(part: Any) -> str:
    names = getattr(part, "arguments", None) or getattr(part, "argument", None)
    shown = ",".join(names) if isinstance(names, tuple) else names or f"{part.first},{part.last}"
    when = " and ".join(map(_said, getattr(part, "when", ())))
    return f"{type(part).__name__} {shown}{f' when {when}' if when else ''}"


def _said(clause: Clause) -> str:
    values = " or ".join(map(str, clause.values))
    return f"{clause.argument} {clause.test}{f' {values}' if values else ''}"


def _lists(api: Api, part: MemberOfWhen, about: str) -> Iterator[Change]:
    kind = "between arguments: lists"
    for gone in part.lists if len(part.lists) > 1 else ():
        rest = tuple(each for each in part.lists if each != gone)
        yield Change(kind, f"{about} without {gone}", replace(part, lists=rest))
    for more in api.lists:
        if more not in part.lists:
            yield Change(kind, f"{about} with {more}", replace(part, lists=(*part.lists, more)))


def _clauses(api: Api, part: Any, owner: Any, about: str) -> Iterator[Change]:
    when: tuple[Clause, ...] = getattr(part, "when", ())
    for place, clause in enumerate(when):

        def with_(
            *others: Clause, place: int = place, when: tuple[Clause, ...] = when
        ) -> tuple[Clause, ...]:
            return (*when[:place], *others, *when[place + 1 :])

        if len(when) > 1:
            said = f"{about} without {_said(clause)}"
            yield Change("between arguments: a clause removed", said, replace(part, when=with_()))
        turned = replace(clause, test=_OPPOSITE[clause.test])
        said = f"{about} with {_said(turned)}"
        yield Change("between arguments: a clause turned", said, replace(part, when=with_(turned)))
        for values in _other_values(api, clause, owner):
            other = replace(clause, values=values)
            said = f"{about} with {_said(other)}"
            yield Change(
                "between arguments: a clause's values", said, replace(part, when=with_(other))
            )


def _other_values(api: Api, clause: Clause, owner: Any) -> Iterator[tuple[Any, ...]]:
    """One less, one more."""
    for gone in clause.values if len(clause.values) > 1 else ():
        yield tuple(each for each in clause.values if each != gone)
    if clause.values:
        for more in _possible(clause.argument, owner):
            if more not in clause.values:
                yield (*clause.values, more)


def _possible(name: str, owner: Operation | ObjectType) -> list[Any]:
    """What the argument of a condition may be, where that is one of a few."""
    members = owner.arguments if isinstance(owner, Operation) else owner.fields
    of = next((each.type for each in members if each.name == name), None)
    if isinstance(of, BooleanType):
        return [True, False]
    rules = [] if of is None else [rule for rule in of.rules if isinstance(rule, Choices)]
    return [choice.value for rule in rules for choice in rule.choices]
