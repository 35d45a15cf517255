"""Tries each mutant against the cases of the page, until one of them notices."""

from collections.abc import Iterator
from functools import cache

from generator.document import read_documents
from generator.load.sources import load
from generator.model import Api
from generator.problems import Problems
from generator.resolve import Resolved, resolve
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.rebuild import cut, rebuilt
from tests.mutation.throwaway import Throwaway
from tests.page.cases import Case, cases
from tests.page.verdicts import agrees


@cache
def resolved(spec: str) -> Resolved:
    problems = Problems()
    loaded = load(spec)
    problems.update(loaded.problems)
    found = resolve(read_documents(loaded, problems), problems)
    problems.raise_any()
    return found


def all_mutants(spec: str = "spec") -> Iterator[Mutant]:
    found = resolved(spec)
    return mutants(found.api, found.origins)


def survives(mutant: Mutant, api: Api) -> bool:
    """Whether no case of any operation that the mutant counts for notices it."""
    by_few = sorted(mutant.users, key=lambda each: len(cases(each)))
    return not any(_noticed(mutant, api, operation) for operation in by_few)


def _noticed(mutant: Mutant, api: Api, id: str) -> bool:
    operation = next(each for each in api.operations if each.id == id)
    made = Throwaway(rebuilt(cut(api, operation), mutant.exchange))
    return any(not _agrees(case, made) for case in _about(id, frozenset(mutant.users[id])))


def _agrees(case: Case, made: Throwaway) -> bool:
    try:
        return agrees(case, made.validate, made.validate_form)
    except Exception:  # a check that a mutant makes crash is a check that is noticed
        return False


@cache
def _about(operation: str, arguments: frozenset[str]) -> tuple[Case, ...]:
    """The cases of some arguments, and those of the operation as a whole."""
    return tuple(each for each in cases(operation) if each.argument in (*arguments, ""))
