"""What the rules of the page's spec rest on: each that is not the page's has an erratum."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from apiscribe.check.subject import Subject
from apiscribe.document import read_documents
from apiscribe.load.sources import load
from apiscribe.model import Ground
from apiscribe.problems import Problems
from apiscribe.resolve import resolve

WRITTEN = {
    # Counted in spec/: a rule that several operations share is written once.
    ("inferred", "minimums"): 22,
    ("inferred", "recurrence-marks"): 10,
    ("inferred", "period-order"): 12,
    ("inferred", "capacity-switches"): 10,
    ("inferred", "id-or-email"): 4,
    ("inferred", "only-for-webinars"): 4,
    ("inferred", "quantities"): 1,
    ("inferred", "picture-size"): 1,
    ("inferred", "lists-not-named"): 1,
}


@cache
def rules() -> tuple[tuple[str, Ground], ...]:
    """Where each rule is written, and what it rests on."""
    problems = Problems()
    subject = Subject(resolve(read_documents(load("spec"), problems), problems))
    problems.raise_any()
    return tuple(dict.fromkeys(_rules(subject)))


def _rules(subject: Subject) -> Iterator[tuple[str, Ground]]:
    for _, rule in subject.value_rules():
        yield f"{subject.origins.at(rule)} {type(rule).__name__}", rule.ground
    for _, between in subject.argument_rules():
        yield f"{subject.origins.at(between)} {type(between).__name__}", between.ground
    for owner in subject.owners():
        if owner.required:
            yield f"{subject.origins.key_at(owner)} required", owner.required_ground


def test_what_is_not_on_the_page_is_counted() -> None:
    found = Counter((each.basis, each.erratum) for _, each in rules())

    assert {key: n for key, n in found.items() if key[0] != "documented"} == WRITTEN


def test_what_is_not_on_the_page_has_an_erratum() -> None:
    unexplained = [
        place for place, each in rules() if each.basis != "documented" and not each.erratum
    ]
    assert unexplained == []
