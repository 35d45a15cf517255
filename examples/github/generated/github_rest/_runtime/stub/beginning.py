"""What a stub begins with: its clock, its emulator, and what accounts have at first."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Literal

from ..emulator import Clock, Emulator, Store
from ..emulator.moments import read_moment
from ..emulator.opening import open_store
from ..emulator.seeds import RandomAccounts, Sower, Sowing, check_sown, read_seed
from ..emulator.shared_clock import SharedClock
from ..validation.records import AllowedFields
from .api import StubApi
from .board import Board
from .board.keys import SharedMaker
from .namespaces import owner

Mode = Literal["emulate", "examples"]


def emulator_of(
    api: StubApi,
    mode: Mode | None,
    clock: Clock | None,
    seed: int | str | None,
    db: str | Store | None,
    *,
    board: Board | None = None,
) -> Emulator | None:
    if mode == "examples" or (mode is None and api.program is None):
        return None
    if api.program is None:
        raise ValueError(f"{api.title} cannot be emulated: its spec says nothing of state")
    store = open_store(db, api.title) if isinstance(db, str) else db
    shared = board is not None
    emulator = Emulator(api.program(), store=store, clock=clock, seed=seed, shared=shared)
    if board is not None and seed is not None:
        emulator.maker = SharedMaker(seed, board)
    return emulator


def sow(
    emulator: Emulator | None,
    seed: str | os.PathLike[str] | Mapping[str, object] | None,
    parts: int,
    random_seed: int | str | None,
    allowed: Callable[[], AllowedFields],
) -> None:
    """Give new accounts what they begin with; `allowed` is what fields of records may hold."""
    if seed is None and not parts:
        return
    if emulator is None:
        raise ValueError("a stub that answers with examples takes no seed")
    sowers: list[Sowing] = []
    if seed is not None:
        read = read_seed(seed, emulator.program, allowed())
        check_sown(read, emulator.program)
        sowers.append(Sower(read, owner))
    if parts:
        if not emulator.program.populate:
            raise ValueError("accounts cannot be made up: the spec says nothing of `populate`")
        sowers.append(RandomAccounts(parts, random_seed, owner))
    emulator.sowers = sowers
    for tenant in () if seed is None else read.tenants:
        emulator.sow(tenant)


def clock_of(given: Clock | str | None, board: Board | None) -> Clock | None:
    clock = _clock_of(given)
    if board is None:
        return clock
    return SharedClock(board, None if clock is None else clock.begun)


def _clock_of(given: Clock | str | None) -> Clock | None:
    if not isinstance(given, str):
        return given
    start = read_moment(given)
    if start is None:
        raise ValueError(f"clock={given!r} is no moment such as 2031-01-01T00:00:00Z")
    return Clock(start)
