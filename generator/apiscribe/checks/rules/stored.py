"""`state`: what a field of a record is can be shown as the type that it has.

pos: {type: integer}                                         # a field of the entity's shape
pos: {type: union, members: [integer, text]}                 # refused: a text would be shown as 0
- {change: $card, except: [pos], set: {pos: {choose: ...}}}  # taken: the steps look at what it is
- {change: $card, set: {cover: {object: {label: $cover}}}}   # refused if `$cover` is an object
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.showing import (
    REMEDIES,
    WORDS,
    Missing,
    called,
    is_called,
    name_of,
    reached,
    sorts_of,
    strange,
)
from apiscribe.checks.subject import Subject
from apiscribe.model import Argument, Field, TextType
from apiscribe.model.sources import Column, Placed, Sort
from apiscribe.problems import Problem, quoted

RULE = "state"


def check(subject: Subject) -> Iterator[Problem]:
    if subject.traced is None:
        return
    for column, sources in subject.traced.stored.items():
        field = _field_of(subject, column)
        if field is None:
            continue
        for given in sources.whole:
            types = reached(subject.api, field.type, given.keys)
            known = [each for each in types if not isinstance(each, Missing)]
            if sort := strange(subject.api, given.source, known):
                yield _problem(subject, column, field, given, sort, name_of(known[0]))


def check_texts(subject: Subject) -> Iterator[Problem]:
    """A text has no list and no object in it: no service writes these as Python does."""
    if subject.traced is None:
        return
    for each in subject.traced.in_texts:
        sort = None if each.keys else strange(subject.api, each.source, [TextType()])
        if sort is not None:
            message = f"{called(each.source)} {WORDS[sort]}, which a text has inside of it here"
            yield Problem(subject.origins.at(each.said), RULE, f"{message}; {REMEDIES[sort]}")


def check_lists(subject: Subject) -> Iterator[Problem]:
    """What is gone through is a list: anything else is taken for one without items."""
    if subject.traced is None:
        return
    for each in subject.traced.gone_through:
        found = () if each.keys else sorts_of(subject.api, each.source)
        if found and "list" not in found:
            message = f"{called(each.source)} {WORDS[found[0]]}, and a list is gone through here"
            yield Problem(subject.origins.at(each.said), RULE, message)


def _field_of(subject: Subject, column: Column) -> Field | None:
    """What a field of a record is shown as."""
    assert subject.api.state is not None
    entity = subject.api.state.entities.get(column.entity)
    shape = None if entity is None else subject.api.objects.get(entity.shape)
    fields = () if shape is None else shape.fields
    return next((each for each in fields if is_called(each, column.field)), None)


def _problem(
    subject: Subject, column: Column, field: Field, given: Placed, sort: Sort, shown: str
) -> Problem:
    assert subject.api.state is not None
    shape = subject.api.state.entities[column.entity].shape
    keys = "".join("[]" if key is None else f".{key}" for key in given.keys)
    place = f"{quoted(field.name + keys)} of {quoted(column.entity)}"
    message = f"{called(given.source)} {WORDS[sort]}, and is stored in {place}, which"
    message += f" {quoted(shape)} shows as {shown};"
    if given.keys or not isinstance(given.source, Argument | Field):
        return Problem(subject.origins.at(given.said), RULE, f"{message} {REMEDIES[sort]}")
    message += f" leave it out (`except: [{given.source.name}]`), and say under `set`, such as with"
    return Problem(
        subject.origins.at(given.source, "type"),
        RULE,
        f"{message} `choose`, what is stored instead",
    )
