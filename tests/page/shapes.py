"""Arguments that hold others: values separated by commas, JSON lists and JSON objects."""

import json
from collections.abc import Iterable, Mapping
from functools import reduce

from tests.page.rows import Argument, Row, least
from tests.page.samples import Absent, Fault, Kind, Same, Sample, fine, ill, wrong

Form = Mapping[str, str]
Between = Iterable[tuple[object, tuple[Fault, ...]]]
"""Whole objects, and what is wrong with each."""


def csv(item: Kind, *, least: int = 0, most: int | None = None) -> Kind:
    """Values in one text, separated by commas; in Python, a list of them as well."""
    one, faults = item.good, wrong("min_items") if least else ()
    samples = [*_joined([one]), *_joined([one] * (most or 3))]
    for each in item.samples:
        samples += (*_joined([each]), *_joined([one, each, one]))
    if most:
        samples += _joined([one] * (most + 1), wrong("max_items"))
    samples += (Sample([], faults), Sample("", faults, ({"": ""},)), Sample((one.value,)))
    samples += (
        Sample([one.value, "1,2"], wrong("csv", "[1]")),
        Sample(["x,"], wrong("csv", "[0]")),
    )
    return Kind((*samples, *map(ill, (True, 2, None, {"x": "x"}))))


def _joined(items: list[Sample], faults: tuple[Fault, ...] = ()) -> list[Sample]:
    """A list of items, and the text that stands for it, where there is one."""
    own, faults = faults, (*faults, *_placed(items))
    texts = [form[""] for each in items for form in each.forms[:1]]
    samples = []
    if len(texts) == len(items) and texts != [""] and not any("," in each for each in texts):
        line = ",".join(texts)
        bracketed = {f"[{place}]": each for place, each in enumerate(texts)}
        samples.append(Sample(line, faults, ({"": line}, bracketed)))
    if not any(each.value is Absent for each in items):
        apart = [_with_comma(each) for each in items]
        values = [each.value for each in items]
        samples.append(Sample(values, (*own, *_placed(apart)), json=Absent))
    return samples


def _with_comma(item: Sample) -> Sample:
    """A comma in an item of a Python list would make two items of it in a form."""
    has_comma = isinstance(item.value, str) and "," in item.value
    return Sample(item.value, wrong("csv")) if has_comma else item


def array(item: Kind, *, single: bool = False) -> Kind:
    """A JSON list; with `single`, an item alone stands for a list of one."""
    one = item.good
    samples = [_list([one]), _list([]), _list([one, one]), Sample((one.value,))]
    for each in item.samples:
        samples += (_list([each]), _list([one, each]))
        alone = isinstance(each.value, dict | str)
        if single and alone:
            samples.append(each)
        elif alone:
            bare = each.value if each.json is Same else each.json
            samples.append(Sample(each.value, wrong("type"), () if bare is Absent else _json(bare)))
    return Kind(
        (*samples, *map(ill, (True, 2, None)), Sample(Absent, wrong("type"), ({"": "[{"},)))
    )


def _list(items: list[Sample]) -> Sample:
    if any(each.value is Absent for each in items):
        values: object = Absent
    else:
        values = [each.value for each in items]
    bare = [each.value if each.json is Same else each.json for each in items]
    forms = [] if Absent in bare else [*_json(bare)]
    forms += _combined([(f"[{place}]", each) for place, each in enumerate(items)])
    return Sample(values, _placed(items), tuple(forms), Absent if Absent in bare else bare)


def structure(fields: Row, *, shorthand: str | None = None, between: Between = ()) -> Kind:
    """A JSON object.

    Args:
        fields: the rows of its keys.
        shorthand: the key whose value may stand in place of the object.
        between: objects that keep or break the rules between keys, and what they break.
    """
    little = least(fields)
    samples = [_object(little)]
    for name, argument in fields.items():
        around = {**little, **argument.context(fields)}
        samples += (_object({**around, name: each}) for each in argument.kind.samples)
        samples += _missing(around, name, argument)
        outside = argument.outside(name, fields, little)
        samples += (_object(given, _dotted(faults)) for given, faults in outside)
    samples.append(
        _object(
            {**little, "stranger": fine("x")}, (Fault(".stranger", "unknown_argument", "warning"),)
        )
    )
    samples += (Sample(value, faults, _json(value)) for value, faults in between)
    if shorthand is None:
        samples += (Sample(each, wrong("type"), ({"": each},)) for each in ("x", "", '{"type"'))
        samples.append(Sample(1, wrong("type"), ({"": "1"},)))
    else:
        samples += _alone(shorthand, fields[shorthand].kind)
    return Kind((*samples, *map(ill, (True, None, 1.5, []))))


def _dotted(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(fault._replace(where=f".{fault.where}") for fault in faults)


def _missing(around: Mapping[str, Sample], name: str, argument: Argument) -> Iterable[Sample]:
    if argument.required:
        rest = {key: each for key, each in around.items() if key != name}
        yield _object(rest, (Fault(f".{name}", "required"),))


def _alone(name: str, kind: Kind) -> Iterable[Sample]:
    for each in kind.samples:
        if isinstance(each.value, str) or (type(each.value) is int):
            faults = tuple(fault._replace(where=f".{name}{fault.where}") for fault in each.faults)
            yield Sample(each.value, faults, each.forms)


def _object(given: Mapping[str, Sample], faults: tuple[Fault, ...] = ()) -> Sample:
    inner = tuple(
        fault._replace(where=f".{name}{fault.where}")
        for name, each in given.items()
        for fault in each.faults
    )
    values: object = {name: each.value for name, each in given.items()}
    if any(each.value is Absent for each in given.values()):
        values = Absent
    bare = {name: each.value if each.json is Same else each.json for name, each in given.items()}
    forms = [] if Absent in bare.values() else [*_json(bare)]
    forms += _combined([(f"[{name}]", each) for name, each in given.items()])
    carried = Absent if Absent in bare.values() else bare
    return Sample(values, (*faults, *inner), tuple(forms), carried)


def _combined(parts: list[tuple[str, Sample]]) -> Iterable[Form]:
    """The parts in brackets, if each can be written in a form by itself."""
    if parts and all(each.forms for _, each in parts):
        written = [
            {f"{at}{rest}": text for rest, text in each.forms[-1].items()} for at, each in parts
        ]
        yield reduce(lambda one, other: {**one, **other}, written)


def _placed(items: list[Sample]) -> tuple[Fault, ...]:
    return tuple(
        fault._replace(where=f"[{place}]{fault.where}")
        for place, item in enumerate(items)
        for fault in item.faults
    )


def _json(value: object) -> tuple[Form, ...]:
    """JSON of a value, if JSON can hold it as it is."""
    try:
        line = json.dumps(value, allow_nan=False, ensure_ascii=False)
        line.encode()
    except (TypeError, ValueError):
        return ()
    return ({"": line},)
