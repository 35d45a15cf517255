"""Steps that are done for each of several, and what names mean afterwards."""

from types import SimpleNamespace
from typing import Any

import pytest

from apiscribe.runtime.emulator.doing import for_each, repeat


def numbers(*_):
    return [1, 2, 3]


def count(*_):
    return 3


@pytest.mark.parametrize("done", [(for_each, numbers), (repeat, count)])
@pytest.mark.parametrize(("last", "seen", "after"), [(None, [1, 2, 3], "mine"), (2, [1, 2], 2)])
def test_nothing_is_done_once_it_is_answered(done, last, seen, after):
    def step(run):
        found.append(run.scope["each"])
        run.answered = run.scope["each"] == last

    do, source = done
    found = list[int]()
    run = SimpleNamespace(scope={"each": "mine"}, records=None, answered=False)
    do(source, "each", step)(run)

    assert (found, run.scope) == (seen, {"each": after})


def test_what_is_no_number_is_no_time():
    run: Any = SimpleNamespace(scope={}, records=None, answered=False)
    repeat(lambda *_: "3", "each", lambda _: pytest.fail("it is done"))(run)

    assert run.scope == {}
