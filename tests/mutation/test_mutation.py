"""The rules of the page notice when a rule of the spec is changed.

`make mutation` tries every change; here it is some of each kind.
"""

from collections import defaultdict

import pytest

from tests.mutation import hunt, record
from tests.mutation.mutants import Mutant
from tests.mutation.rebuild import cut
from tests.mutation.throwaway import Throwaway
from tests.page.cases import TABLES, cases
from tests.page.verdicts import disagreements

OF_EACH_KIND = 25


def _by_kind() -> dict[str, list[Mutant]]:
    found: dict[str, list[Mutant]] = defaultdict(list)
    for each in hunt.all_mutants():
        found[each.kind].append(each)
    return found


KINDS = _by_kind()


def test_every_mutant_has_a_name_of_its_own() -> None:
    names = [each.name for several in KINDS.values() for each in several]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("operation", TABLES)
def test_without_a_change_nothing_is_noticed(operation: str) -> None:
    """Otherwise to notice a change would mean nothing."""
    api = hunt.compiled("spec").api
    made = Throwaway(cut(api, next(each for each in api.operations if each.id == operation)))

    assert not list(disagreements(cases(operation), made.validate, made.validate_form))


@pytest.mark.parametrize("kind", KINDS)
def test_changes_are_noticed(kind: str) -> None:
    some = KINDS[kind][:: 1 + len(KINDS[kind]) // OF_EACH_KIND]

    alive = {each.name for each in hunt.survivors(some)}

    assert alive <= record.reasons().keys()


def test_the_page_about_mutants_counts_all_of_them() -> None:
    total = sum(map(len, KINDS.values()))

    assert f"| **all** | **{total}** |" in record.written_figures()
    assert record.reasons().keys() <= {each.name for all in KINDS.values() for each in all}
