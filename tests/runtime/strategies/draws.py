"""What a strategy draws, as a list to look at."""

from typing import TypeVar

from hypothesis import Phase, given, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def drawn(strategy: SearchStrategy[T], count: int = 100) -> list[T]:
    """The same draws on every run; health checks are on."""
    values: list[T] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
    )
    @given(strategy)
    def collect(value: T) -> None:
        values.append(value)

    collect()
    return values
