"""What the rows come to: calls, and what is wrong with each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tests.page.between import BETWEEN, Expected, as_form
from tests.page.rows import Row, least
from tests.page.samples import Absent, Fault, Sample
from tests.page.tables import account, dashboard, meeting, others, user, webinar

TABLES: dict[str, Row] = {
    **account.OPERATIONS,
    **user.OPERATIONS,
    **meeting.OPERATIONS,
    **webinar.OPERATIONS,
    **others.OPERATIONS,
    **dashboard.OPERATIONS,
}

_EVERYWHERE: tuple[tuple[dict[str, str | None], tuple[Expected, ...]], ...] = (
    ({}, ()),
    ({"api_key": "k", "api_secret": "s", "data_type": "JSON"}, ()),
    ({"data_type": "XML"}, ()),
    ({"data_type": "json"}, ()),  # any case of letters: see api.yaml
    ({"data_type": "YAML"}, (("data_type", "choices", "error"),)),
    ({"data_type": None}, (("data_type", "type", "error"),)),
    ({"data_type": ""}, (("data_type", "choices", "error"),)),
    ({"stranger": "x"}, (("stranger", "unknown_argument", "warning"),)),
)


@dataclass(frozen=True)
class Case:
    """A call, as Python values or as a form, and every violation in it."""

    operation: str
    argument: str
    """Which one it is about; empty where it is about all of them."""
    given: Mapping[str, object]
    is_form: bool
    expected: tuple[Expected, ...]
    """In the order of the page's arguments, and by name within one of them."""


@cache
def cases(operation: str) -> tuple[Case, ...]:
    row = TABLES[operation]
    little = least(row)
    found = [*_plain(operation, row, little)]
    for name, argument in row.items():
        context = argument.context(row)
        around = {**little, **context}
        for each in argument.kind.samples:
            found += _cases(operation, row, name, {**around, name: each}, ())
        for given, faults in argument.outside(name, row, little):
            found += _cases(operation, row, name, given, faults)
        if argument.required:
            rest = {key: each for key, each in around.items() if key != name}
            found += _cases(operation, row, name, rest, (Fault(name, "required"),))
    return tuple(found)


def _plain(operation: str, row: Row, little: Mapping[str, Sample]) -> Iterator[Case]:
    """What can be written out as it is: between arguments, and for every operation alike."""
    values = {name: each.value for name, each in little.items()}
    forms = _forms(little)
    for more, expected in _EVERYWHERE:
        yield Case(operation, "", {**values, **more}, False, expected)
        if None not in more.values():
            yield from (Case(operation, "", {**form, **more}, True, expected) for form in forms)
    for given, expected in BETWEEN.get(operation, ()):
        expected = _in_order(row, expected)
        yield Case(operation, "", _given({**values, **given}), False, expected)
        form = as_form(_given(given))
        if form is not None and forms:
            rest = {name: text for name, text in forms[0].items() if given.get(name) is not Absent}
            yield Case(operation, "", {**rest, **form}, True, expected)


def _given(arguments: Mapping[str, object]) -> dict[str, object]:
    return {name: each for name, each in arguments.items() if each is not Absent}


def _cases(
    operation: str, row: Row, about: str, given: Mapping[str, Sample], faults: tuple[Fault, ...]
) -> Iterator[Case]:
    given = {name: each for name, each in given.items() if each.value is not Absent or each.forms}
    expected = _in_order(
        row,
        (
            *((fault.where, fault.rule, fault.severity) for fault in faults),
            *(
                (name + fault.where, fault.rule, fault.severity)
                for name, each in given.items()
                for fault in each.faults
            ),
        ),
    )
    if not any(each.value is Absent for each in given.values()):
        values = {name: each.value for name, each in given.items()}
        yield Case(operation, about, values, False, expected)
    yield from (Case(operation, about, form, True, expected) for form in _forms(given, about))


def _forms(given: Mapping[str, Sample], about: str = "") -> list[dict[str, str]]:
    """Every way to write the argument in question, beside one way to write the others."""
    if not all(each.forms for each in given.values()):
        return []
    rest: dict[str, str] = {}
    for name, each in given.items():
        if name != about:
            rest |= _written(name, each.forms[0])
    ways = given[about].forms if about in given else ({},)
    return [{**rest, **_written(about, way)} for way in ways]


def _written(name: str, form: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}{behind}": text for behind, text in form.items()}


def _in_order(row: Row, expected: tuple[Expected, ...]) -> tuple[Expected, ...]:
    places = {name: place for place, name in enumerate(row)}

    def place(each: Expected) -> tuple[object, ...]:
        head = each[0].partition(".")[0].partition("[")[0]
        return (places.get(head, len(places)), each)

    return tuple(sorted(expected, key=place))
