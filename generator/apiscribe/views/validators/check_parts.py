"""What generated checks consist of, as plain values for a template."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from apiscribe.model import DOCUMENTED, Ground, ValueType
from apiscribe.views.text import literal


class Test(Struct, frozen=True):
    """When `condition` holds, something is wrong and `report` says so."""

    condition: str
    report: str
    before: str | None = None
    """A statement before the report."""
    after: str | None = None


def resting_on(ground: Ground, test: Test, *, several: bool = False) -> Test:
    """A test whose report tells what its rule rests on; `several` if it may find more than one."""
    if ground == DOCUMENTED:
        return test
    said = rests_on(ground)
    if several:
        call = f"messages.rests_on(found, {said}, since=first)"
        return replace(test, before="first = len(found)", after=call)
    return replace(test, after=f"messages.rests_on(found, {said})")


def rests_on(ground: Ground) -> str:
    """Basis and erratum, as arguments of a call."""
    return f"{literal(ground.basis)}, {literal(ground.erratum or '')}"


class Constant(Struct, frozen=True):
    name: str
    value: str


class CheckFunction(Struct, frozen=True):
    """A generated function that checks one value."""

    name: str
    doc: str
    key: CheckKey
    nullable: bool = False
    """None passes, and nothing else is looked at then."""
    guard: Test | None = None
    """What rules the value out altogether; nothing else is looked at then."""
    bind: Constant | None = None
    """A variable that the guard and the tests look at."""
    tests: tuple[Test, ...] = ()
    calls: tuple[str, ...] = ()
    constants: tuple[Constant, ...] = ()
    object: str | None = None
    """The object type whose table the function runs."""


class CheckKey(Struct, frozen=True):
    """What tells one check from another: two arguments alike in both share a function."""

    type: ValueType
    secret: bool = False
    folded: bool = False
    """Choices in any letter case."""
