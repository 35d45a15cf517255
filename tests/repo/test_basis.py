"""Rules of the page's spec: what is not the page's has an erratum, and none is typed twice."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from apiscribe.checks.subject import Subject, within
from apiscribe.document import read_documents
from apiscribe.load.sources import load
from apiscribe.model import Ground, ObjectType, Operation, RangeWhen
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
def spec() -> Subject:
    problems = Problems()
    subject = Subject(resolve(read_documents(load("spec"), problems), problems))
    problems.raise_any()
    return subject


def rules() -> tuple[tuple[str, Ground], ...]:
    """Where each rule is written, and what it rests on."""
    return tuple(dict.fromkeys(_rules(spec())))


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


def test_no_doc_repeats_a_bound() -> None:
    """The sentences about them are made from the rules; a number typed beside a rule goes stale."""
    api = spec().api
    repeated = []
    owners: list[Operation | ObjectType] = [*api.operations, *api.objects.values()]
    for owner in owners:
        between = [rule for rule in owner.rules if isinstance(rule, RangeWhen)]
        for member in owner.arguments if isinstance(owner, Operation) else owner.fields:
            inside = [rule for each in within(member.type) for rule in each.rules]
            bounds = {
                str(bound)
                for rule in [*inside, *(r for r in between if r.argument == member.name)]
                for bound in (getattr(rule, "minimum", None), getattr(rule, "maximum", None))
                if bound is not None and bound > 1  # 0 and 1 mean other things as well
            }
            if bounds & set(re.findall(r"\d+", member.doc)):
                repeated.append(member.doc)

    assert repeated == []
