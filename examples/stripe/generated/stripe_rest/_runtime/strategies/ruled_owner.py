"""What breaking a rule needs to know of the arguments or fields that the rule is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from hypothesis.strategies import SearchStrategy

from .clauses import Owner
from .domain import Domain
from .rules import Repair, Rule

Arguments = dict[str, object]
RulesAndRepairs = Sequence[tuple[Rule, Sequence[Repair]]]


class RuledOwner(Owner, Protocol):
    """Arguments or fields, with the rules between them."""

    @property
    def fields(self) -> Mapping[str, Domain[object]]: ...

    @property
    def required(self) -> tuple[str, ...]: ...

    @property
    def rules(self) -> tuple[Rule, ...]: ...

    @property
    def repairs(self) -> RulesAndRepairs: ...

    @property
    def valid(self) -> SearchStrategy[Arguments]:
        """What keeps every rule."""
        ...

    def in_order(self, given: Mapping[str, object]) -> Arguments:
        """The same in the order of `fields`; what is unknown comes last."""
        ...
