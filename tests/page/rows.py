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

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tests.page.samples import Fault, Kind, Sample, fine

@dataclass(frozen=True)
class Argument:
    """What the page says of one argument, or of one key of an object."""

    kind: Kind
    required: bool = False
    only: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    """Other argument -> the values that this one is for."""

    def context(self, row: "Row") -> dict[str, Sample]:
        """What has to stand beside it, so that it has an effect."""
        return {name: _sample(row[name].kind, values[0]) for name, values in self.only.items()}

    def outside(
        self, name: str, row: "Row", least: Mapping[str, Sample]
    ) -> Iterator[tuple[dict[str, Sample], tuple[Fault, ...]]]:
        """It beside each value that it is for, beside each other, and beside none."""
        for other, values in self.only.items():
            for choice in row[other].kind.choices:
                around = {**least, **self.context(row), other: _sample(row[other].kind, choice)}
                faults = () if choice in values else (Fault(f".{name}", "applies_when", "warning"),)
                yield {**around, name: self.kind.good}, faults
            if not row[other].required:
                rest = {**least, **self.context(row)}
                del rest[other]
                yield {**rest, name: self.kind.good}, ()


Row = Mapping[str, Argument]


def _sample(kind: Kind, value: object) -> Sample:
    found = [each for each in kind.samples if type(each.value) is type(value) and each.value == value]
    return found[0] if found else fine(value)


def need(kind: Kind) -> Argument:
    return Argument(kind, required=True)


def only(kind: Kind, **others: object) -> Argument:
    return Argument(kind, only=_several(others))


def _several(others: Mapping[str, object]) -> dict[str, tuple[object, ...]]:
    return {name: each if isinstance(each, tuple) else (each,) for name, each in others.items()}


def rows(arguments: Mapping[str, Kind | Argument]) -> Row:
    return {
        name: each if isinstance(each, Argument) else Argument(each)
        for name, each in arguments.items()
    }
