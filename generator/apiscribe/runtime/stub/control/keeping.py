"""What the control API keeps of requests: in memory, or on a board for several processes."""

from __future__ import annotations

from ...emulator import Clock
from ...program import Program
from ..api import StubApi
from ..board import Board
from ..exchange import Exchange
from ..fault_rules import FaultRules
from .coverage import Coverage
from .journal import Journal
from .limits import Limits, RateLimits
from .sharing.faults import SharedFaultRules
from .sharing.journal import SharedCoverage, SharedJournal
from .sharing.limits import SharedLimits


class Keeping:
    """Rules for faults, the journal, coverage and rate limits.

    Args:
        board: what other processes have in common with this one; None for one alone.
    """

    def __init__(
        self,
        api: StubApi,
        clock: Clock,
        program: Program | None,
        *,
        random_seed: int | str | None,
        limits: Limits,
        board: Board | None,
    ) -> None:
        self.board = board
        self.rules: FaultRules
        self.journal: Journal
        self.coverage: Coverage
        self.limits: RateLimits
        if board is None:
            self.rules = FaultRules(random_seed)
            self.journal = Journal(api, clock)
            self.coverage = Coverage(api, program)
            self.limits = RateLimits(limits, clock, api.told_limits)
        else:
            self.rules = SharedFaultRules(random_seed, board)
            self.journal = SharedJournal(api, clock, board)
            self.coverage = SharedCoverage(api, program, board)
            self.limits = SharedLimits(limits, clock, api.told_limits, board)

    def note(self, exchange: Exchange, status: int) -> None:
        """Keep what became known of a request."""
        self.journal.note(exchange, status)
        self.coverage.note(exchange)

    def restart(self) -> None:
        """Be as at first, but for what counts as exercised."""
        self.rules.restart()
        self.journal.restart()
        self.limits.forget()
