"""What a stub begins with: its clock, its emulator, and what accounts have at first."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, get_args

from ..emulator.clock import Clock, to_show
from .api import StubApi
from .board import Board
from .namespaces import owner

if TYPE_CHECKING:
    from ..emulator import Emulator, Store
    from ..emulator.seeds import Sowing
    from ..validation.records import AllowedFields

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
    if mode is not None and mode not in get_args(Mode):
        raise ValueError(f"mode={mode!r} is neither `emulate` nor `examples`")
    if mode == "examples" or (mode is None and api.program is None):
        return None
    if api.program is None:
        raise ValueError(f"{api.title} cannot be emulated: its spec says nothing of state")
    from ..emulator import Emulator
    from ..emulator.opening import open_store

    store = open_store(db, api.title) if isinstance(db, str) else db
    shared = board is not None
    emulator = Emulator(api.program(), store=store, clock=clock, seed=seed, shared=shared)
    if board is not None and seed is not None:
        from .board.keys import SharedMaker

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
    from ..emulator.seeds import RandomAccounts, Sower, check_sown, read_seed

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
    from ..emulator.shared_clock import SharedClock

    return SharedClock(board, None if clock is None else clock.begun)


def _clock_of(given: Clock | str | None) -> Clock | None:
    if not isinstance(given, str):
        return given
    try:
        return Clock(to_show(given))
    except ValueError as wrong:
        raise ValueError(f"clock={wrong}") from None
