"""How a row is read.

The tables of the page stand in `tests/page/tables/`, one row an argument:

    "meeting.create": {
        "host_id": need(ID),
        "type": need(numbered(1, 2, 3, 8)),
        "topic": need(text(most=300)),
        "start_time": only(UTC, type=(2, 8)),
        "option_cn_meeting": FLAG,

`need` is what the page marks as required, everything else is optional. `only` is what the page
says is "only for" some values of other arguments: with the others it has no effect, which is a
warning, and where those are absent nothing is said. What else holds between arguments stands in
`tests/page/between.py`, written out. A kind, such as `text(most=300)`, is a set of samples with
what is wrong with each (`samples`, `moments`, `shapes`).

The rows were read off the page by a person. Where the page is silent or unclear, `spec/README.md`
and `spec/errata.yaml` say what the project takes it to mean, and a comment names the erratum.
Nothing here imports the spec, the generator or what it generates, nor may it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tests.page.samples import Absent, Fault, Kind, Sample, fine


@dataclass(frozen=True)
class Argument:
    """What the page says of one argument, or of one key of an object."""

    kind: Kind
    required: bool = False
    only: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    """Other argument -> the values that this one is for."""
    beside: Mapping[str, object] = field(default_factory=dict)
    """What else has to be given with it, or Absent where it must not be."""
    usual: bool = False
    """Given in the least call all the same, because a rule between arguments asks for it."""

    def context(self, row: "Row") -> dict[str, Sample]:
        """What has to stand beside it, so that nothing is wrong but its own value."""
        around = {name: values[0] for name, values in self.only.items()} | dict(self.beside)
        return {name: _sample(row[name].kind, value) for name, value in around.items()}

    def outside(
        self, name: str, row: "Row", around: Mapping[str, Sample]
    ) -> Iterator[tuple[dict[str, Sample], tuple[Fault, ...]]]:
        """It beside each value that it is for, beside each other, and beside none."""
        own = {**around, **self.context(row), name: self.kind.good}
        for other in self.only:
            for choice in row[other].kind.choices:
                given = {**own, other: _sample(row[other].kind, choice)}
                yield given, _without_effect(given, row, other, choice)
            if not row[other].required:
                yield {key: each for key, each in own.items() if key != other}, ()


Row = Mapping[str, Argument]
Rows = dict[str, Kind | Argument]
"""As rows are written: what is a kind and no more is optional."""


def _sample(kind: Kind, value: object) -> Sample:
    if value is Absent:
        return Sample(Absent)
    found = [
        each for each in kind.samples if type(each.value) is type(value) and each.value == value
    ]
    return found[0] if found else fine(value, json.dumps(value))


def _without_effect(
    given: Mapping[str, Sample], row: Row, other: str, choice: object
) -> tuple[Fault, ...]:
    return tuple(
        Fault(name, "applies_when", "warning")
        for name in given
        if choice not in row[name].only.get(other, (choice,))
    )


def need(kind: Kind) -> Argument:
    return Argument(kind, required=True)


def usual(kind: Kind) -> Argument:
    return Argument(kind, usual=True)


def beside(argument: Kind | Argument, **others: object) -> Argument:
    """An argument that is tried only together with others, for their sake or its own."""
    own = argument if isinstance(argument, Argument) else Argument(argument)
    return replace(own, beside={**own.beside, **others})


def except_for(kind: Kind, *values: object) -> Kind:
    """A kind without some values, which need so much beside them that between.py tries them."""
    rest = tuple(each for each in kind.samples if each.faults or each.value not in values)
    return replace(kind, samples=rest)


def least(row: Row) -> dict[str, Sample]:
    """As little as can be given with nothing wrong."""
    return {name: each.kind.good for name, each in row.items() if each.required or each.usual}


def only(kind: Kind, *, beside: Mapping[str, object] = {}, **others: object) -> Argument:
    return Argument(kind, only=_several(others), beside=beside)


def _several(others: Mapping[str, object]) -> dict[str, tuple[object, ...]]:
    return {name: each if isinstance(each, tuple) else (each,) for name, each in others.items()}


def rows(arguments: Mapping[str, Kind | Argument]) -> Row:
    return {
        name: each if isinstance(each, Argument) else Argument(each)
        for name, each in arguments.items()
    }
