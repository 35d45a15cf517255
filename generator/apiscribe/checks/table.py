"""The checks, in the order of a reader's interest; adding one means adding a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from apiscribe.checks.rules import (
    argument_rules,
    authentication,
    bindings,
    bounds,
    choices,
    conditional,
    conditions,
    counted,
    defaults,
    errata,
    error_names,
    event_examples,
    examples,
    failures,
    heads,
    items,
    name_clashes,
    nones,
    paging,
    paths,
    patterns,
    placements,
    prefixes,
    recursion,
    reserved_names,
    scopes,
    selecting,
    sensitive,
    shorthands,
    stored,
    strays,
    streams,
    styles,
    told,
    unions,
    unused,
    ways,
    webhooks,
    wire_keys,
)
from apiscribe.checks.subject import Subject
from apiscribe.problems import Problem, Problems
from apiscribe.resolve import Resolved

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    paths.check,
    reserved_names.check,
    authentication.check,
    defaults.check,
    bounds.check,
    choices.check,
    patterns.check,
    items.check,
    nones.check,
    unions.check,
    ways.check,
    placements.check,
    heads.check,
    streams.check,
    recursion.check,
    shorthands.check,
    bindings.check,
    styles.check,
    wire_keys.check,
    prefixes.check,
    counted.check,
    argument_rules.check,
    conditions.check,
    conditional.check,
    errata.check,
    paging.check,
    scopes.check,
    selecting.check,
    sensitive.check,
    examples.check,
    strays.check,
    failures.check,
    stored.check,
    stored.check_texts,
    stored.check_lists,
    told.check,
    error_names.check,
    name_clashes.check,
    webhooks.check,
    event_examples.check,
)


def check(resolved: Resolved, problems: Problems) -> None:
    """Add what is wrong with a model to the problems that its spec had before."""
    subject = Subject(resolved)
    for run in CHECKS:
        problems.update(run(subject))
    if not problems:  # a use that is misspelt would be told twice
        problems.update(unused.check(subject))
