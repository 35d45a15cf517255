"""Tries each mutant against the cases of the page, until one of them notices."""

import difflib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from apiscribe import CompiledSpec, compile_spec
from apiscribe.model import Api
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.rebuild import cut, rebuilt
from tests.mutation.throwaway import Throwaway
from tests.page.cases import Case, cases
from tests.page.verdicts import agrees, disagreements


@cache
def compiled(spec: str) -> CompiledSpec:
    return compile_spec(spec)


def all_mutants(spec: str = "spec") -> Iterator[Mutant]:
    found = compiled(spec)
    return mutants(found.api, found.origins)


@contextmanager
def without_hints() -> Iterator[None]:
    """A message looks for what was probably meant: slow, and no part of a verdict."""
    nearest = difflib.get_close_matches
    difflib.get_close_matches = lambda *_, **__: []
    try:
        yield
    finally:
        difflib.get_close_matches = nearest


def disagreements_without_a_change() -> list[str]:
    """What the cases say of the spec as it is; if anything, no mutant can be told from it."""
    api = compiled("spec").api
    found: list[str] = []
    with without_hints():
        for each in api.operations:
            made = Throwaway(cut(api, each))
            found += disagreements(cases(each.id), made.validate, made.validate_form)
    return found


def survivors(hunted: Iterable[Mutant]) -> list[Mutant]:
    with without_hints():
        return [each for each in hunted if survives(each, compiled("spec").api)]


def survives(mutant: Mutant, api: Api) -> bool:
    """Whether no case of any operation that the mutant counts for notices it."""
    by_few = sorted(mutant.users, key=lambda each: len(cases(each)))
    return not any(_noticed(mutant, api, operation) for operation in by_few)


def _noticed(mutant: Mutant, api: Api, id: str) -> bool:
    operation = next(each for each in api.operations if each.id == id)
    made = Throwaway(rebuilt(cut(api, operation), mutant.exchange))
    about = _about(id, frozenset(mutant.users[id]))
    return not all(agrees(case, made.validate, made.validate_form) for case in about)


@cache
def _about(operation: str, arguments: frozenset[str]) -> tuple[Case, ...]:
    """The cases of some arguments, and those of the operation as a whole."""
    whole = [each for each in cases(operation) if not each.argument]
    return (*whole, *(each for each in cases(operation) if each.argument in arguments))
