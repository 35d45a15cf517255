"""Makes the records of a seed, with all that the engine does for a new record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from ...program import Program
from ..clock import Clock
from ..kinds import Kinds
from ..making import Maker
from ..memory_store import MemoryStore
from ..moments import later, moment_text
from ..records import Records
from ..refusing import KeyTaken, Refused
from .records import BadSeed, Local, Seed, SeedProblem, SeedRecord, Stamp
from .settling import Settling


class Sowing(Protocol):
    """Gives new tenants what they begin with."""

    def sow(self, records: Records) -> None: ...


class Sower:
    """Gives each new tenant what a seed has for it.

    Args:
        seed: what.
        owner: the tenant by what its records are kept by, which may have a namespace in it.
    """

    def __init__(self, seed: Seed, owner: Callable[[str], str]) -> None:
        self.seed = seed
        self._owner = owner

    def sow(self, records: Records) -> None:
        sow(self.seed.of(self._owner(records.tenant)), records)


def sow(seed: tuple[SeedRecord, ...], records: Records) -> None:
    """Make records for one tenant.

    Raises:
        BadSeed: one of them is refused.
    """
    scope: dict[str, object] = {"now": records.clock.text(), "tenant": records.account}
    keys: dict[str, object] = {}
    settling = Settling(records, scope)
    for each in seed:
        fields = {name: _valued(value, keys, records) for name, value in each.fields.items()}
        kept = {name: value for name, value in fields.items() if value is not None}
        try:
            record = records.create(each.entity, kept, scope)
        except (Refused, KeyTaken, RuntimeError) as refused:
            problem = f"this {each.entity} is refused: {refused}"
            raise BadSeed([SeedProblem(each.at, problem)]) from None
        settling.add(record, kept)
        if each.name:
            keys[each.name] = record[records.program.entities[each.entity].key]
    settling.settle()


def check_sown(seed: Seed, program: Program) -> None:
    """See whether the records of a seed can be made.

    Raises:
        BadSeed: with what is refused of each account.
    """
    problems: list[SeedProblem] = []
    kinds = Kinds(program)
    for number, account in enumerate((seed.everybody, *seed.tenants.values())):
        try:
            sow(account, Records(kinds, MemoryStore(), str(number), Clock(), Maker(0)))
        except BadSeed as bad:
            problems += bad.problems
    if problems:
        raise BadSeed(problems)


def _valued(value: Any, keys: dict[str, object], records: Records) -> Any:
    match value:
        case Local():
            return keys.get(value.name)
        case Stamp():
            return moment_text(later(records.clock.now(), value.amount, value.unit))
        case list():
            return [_valued(each, keys, records) for each in value]
    return value
