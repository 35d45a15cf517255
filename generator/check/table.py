"""The checks, in the order of a reader's interest; adding one means adding a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.check import (
    bounds,
    choices,
    conditions,
    defaults,
    errors,
    examples,
    items,
    names,
    paging,
    paths,
    patterns,
    placements,
    recursion,
    reserved,
    rules,
    secrets,
    shorthands,
)
from generator.check.subject import Subject
from generator.problems import Problem, Problems
from generator.resolve import Resolved

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    paths.check,
    reserved.check,
    defaults.check,
    bounds.check,
    choices.check,
    patterns.check,
    items.check,
    placements.check,
    recursion.check,
    shorthands.check,
    rules.check,
    conditions.check,
    paging.check,
    secrets.check,
    examples.check,
    errors.check,
    names.check,
)


def check(resolved: Resolved, problems: Problems) -> None:
    """Add what is wrong with a model to the problems that its spec had before."""
    subject = Subject(resolved)
    for run in CHECKS:
        problems.update(run(subject))
