"""What state machines share that drive client and emulator against a model."""

from collections.abc import Callable
from itertools import count
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from zoom_v1 import ZoomClient, errors
from zoom_v1.stub import StubServer

STEPS = 50
"""Of one run, which has an account of its own."""
NOBODY, NOTHING = "nobody-of-this-account", "1"
MOST, SELDOM = 9, 7
DRAWS = st.integers(0, MOST)
_keys = count()


class Refused(Exception):
    """The service refuses: the name of its error."""


def outcome(call: Callable[[], Any], refusal: type[Exception]) -> tuple[Any, str]:
    """What comes of a call, and the name of the error if that is one."""
    try:
        return call(), ""
    except refusal as refused:
        return None, str(refused) if refusal is Refused else type(refused).__name__


def chosen(seen: list[str], draw: int, otherwise: str) -> str:
    """One of those that were seen, mostly a late one; seldom one that never was."""
    return otherwise if draw == MOST or not seen else seen[-1 - draw % len(seen)]


class Driver(RuleBasedStateMachine):
    """Calls the client, and asks the model what has to come of it."""

    stub: StubServer
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.key = f"key-{next(_keys)}"
        self.client = ZoomClient(
            api_key=self.key, api_secret="s", base_url=self.stub.base_url, rate_limit=None
        )

    def teardown(self) -> None:
        self.client.close()

    def agree(self, call: Callable[[], Any], expected: Callable[[], Any]) -> Any:
        """What the client returns, if the model allows it; None if both refuse for one reason."""
        Driver.steps += 1
        wanted, refusal = outcome(expected, Refused)
        found, refused = outcome(call, errors.APIError)
        assert refused == refusal
        return found if wanted is None or refusal else (found, wanted)


def drive(machine: type[Driver], runs: int, seed: Any = None) -> int:
    """Run a machine so often, always the same way; how many steps that were.

    `seed` is what each account has at first.
    """
    Driver.steps = 0
    with StubServer(random_seed=7, seed=seed) as stub:
        machine.stub = stub
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=runs,
                stateful_step_count=STEPS,
                suppress_health_check=list(HealthCheck),
            ),
        )
    return Driver.steps
