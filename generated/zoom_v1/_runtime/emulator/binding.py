"""Functions that test values, made ready for what they compare with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import assert_never

from ..program import (
    AtLeast,
    AtMost,
    Constant,
    Contains,
    ContainsAny,
    Entity,
    Equals,
    Filter,
    Given,
    Has,
    LessThan,
    MoreThan,
    NoneOf,
    OneOf,
    Test,
    Value,
)
from . import conditions
from .comparing import is_given
from .conditions import Passes
from .world import Compute, Scope, World

Bind = Callable[[Scope, World], Passes]
"""A test, made ready for what names mean."""


class Once:
    """A test that is the same whatever names mean."""

    def __init__(self, passes: Passes) -> None:
        self.passes = passes

    def __call__(self, scope: Scope, world: World) -> Passes:
        return self.passes


class Binding:
    """Makes functions of tests.

    Args:
        of: what computes a value.
    """

    def __init__(self, of: Callable[[Value], Compute]) -> None:
        self._of = of

    def test(self, test: Test) -> Bind:
        match test:
            case Given():
                return Once(conditions.given(test))
            case Has():
                return Once(conditions.having(test))
            case Equals():
                return self._bound((test.value,), conditions.equals)
            case OneOf() | NoneOf():
                return self._bound(test.values, lambda *found: conditions.among(found, test))
            case Contains():
                return self._bound((test.value,), conditions.contains)
            case ContainsAny():
                return self._bound((test.value,), conditions.contains_any)
            case AtLeast() | AtMost() | MoreThan() | LessThan():
                return self._bound((test.value,), partial(conditions.beside, test=test))
        assert_never(test)

    def of_field(self, entity: Entity, each: Filter) -> Bind:
        if each.field in entity.ignore_case:
            match each.test:
                case Equals():
                    return self._bound((each.test.value,), conditions.equals_in_any_case)
                case OneOf():
                    return self._bound(each.test.values, conditions.one_in_any_case)
        return self.test(each.test)

    def wanted(self, each: Filter) -> Compute | None:
        """What a filter compares with, if it is none where that is absent."""
        if not each.optional:
            return None
        match each.test:
            case OneOf():
                several = self._all(each.test.values)
                return lambda scope, world: [
                    value for one in several if is_given(value := one(scope, world))
                ]
            case ContainsAny():
                any_of = self._of(each.test.value)
                return lambda scope, world: conditions.those_given(any_of(scope, world))
            case Equals() | AtLeast() | AtMost() | MoreThan() | LessThan() | Contains():
                return self._of(each.test.value)
        return None

    def _bound(self, values: tuple[Value, ...], make: Callable[..., Passes]) -> Bind:
        if all(isinstance(each, Constant) for each in values):
            return Once(make(*(each.value for each in values if isinstance(each, Constant))))
        parts = self._all(values)
        return lambda scope, world: make(*[part(scope, world) for part in parts])

    def _all(self, values: Iterable[Value]) -> tuple[Compute, ...]:
        return tuple(map(self._of, values))
