"""Conditions of rules: whether one holds, and what makes it hold or fail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec import UNSET

from .domain import Domain
from .edits import Edit, Pair


class Owner(Protocol):
    """The arguments or fields that rules are about."""

    def domain(self, path: str) -> Domain[object]: ...

    def value(self, given: Mapping[str, object], path: str) -> object:
        """The value at a path, or UNSET."""
        ...

    def put(self, path: str, values: SearchStrategy[object] | None = None) -> list[Edit]:
        """Give it a value, of `values` or of its domain."""
        ...

    def drop(self, path: str) -> list[Edit]:
        """Leave it out; no edit if it is always required."""
        ...

    def arrange(self, names: tuple[str, str], pairs: SearchStrategy[Pair]) -> list[Edit]:
        """Give both a value, of `pairs`."""
        ...


@dataclass(frozen=True)
class Clause:
    """A condition on one argument."""

    argument: str
    test: Literal["in", "not_in", "given", "absent", "something", "nothing"]
    values: tuple[str | int | bool, ...] = ()

    def holds(self, owner: Owner, given: Mapping[str, object]) -> bool:
        value = owner.value(given, self.argument)
        match self.test:
            case "given":
                return value is not UNSET
            case "absent":
                return value is UNSET
            case "something":
                return value is not UNSET and value is not None
            case "nothing":
                return value is UNSET or value is None
            case "in":
                return self._is_among(value)
            case "not_in":
                return not self._is_among(value)

    def fails(self, owner: Owner, given: Mapping[str, object]) -> bool:
        """Whether it is known not to hold: a value that is not given settles nothing."""
        absent = owner.value(given, self.argument) is UNSET
        return not self.holds(owner, given) and not (self.test == "in" and absent)

    def made_true(self, owner: Owner) -> list[Edit]:
        match self.test:
            case "given":
                return owner.put(self.argument)
            case "absent":
                return owner.drop(self.argument)
            case "something":
                return self._put_another(owner)
            case "nothing":
                return owner.drop(self.argument)
            case "in":
                return owner.put(self.argument, st.sampled_from(self.values))
            case "not_in":
                return owner.drop(self.argument) + self._put_another(owner)

    def made_false(self, owner: Owner) -> list[Edit]:
        if self.test == "in":
            return owner.drop(self.argument) + self.made_to_fail(owner)
        return self.made_to_fail(owner)

    def made_to_fail(self, owner: Owner) -> list[Edit]:
        match self.test:
            case "given":
                return owner.drop(self.argument)
            case "absent":
                return owner.put(self.argument)
            case "something":
                return owner.drop(self.argument)
            case "nothing":
                return self._put_another(owner)
            case "in":
                return self._put_another(owner)
            case "not_in":
                return owner.put(self.argument, st.sampled_from(self.values))

    def made_true_of(self, argument: str, owner: Owner) -> list[Edit]:
        """Like `made_true`, where `argument` has to be given."""
        if self.argument == argument and self.test == "not_in":
            return self._put_another(owner)
        return self.made_true(owner)

    def _put_another(self, owner: Owner) -> list[Edit]:
        unwanted = (None,) if self.test in ("something", "nothing") else self.values
        others = owner.domain(self.argument).other_than(unwanted)
        return [] if others is None else owner.put(self.argument, others)

    def _is_among(self, value: object) -> bool:
        if len(self.values) == 1 and isinstance(self.values[0], bool):
            return value is self.values[0]
        return value in self.values


When = tuple[Clause, ...]
