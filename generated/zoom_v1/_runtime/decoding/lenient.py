"""Types as much of a response as fits, where it is not what its documentation says.

Each part of the response is looked at once: containers here, everything else by msgspec. So
the time taken grows with the response, whatever is wrong in it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ..encoding.scalars import Date, OrNone
from ..model import dec_hook
from ..plain import holds
from ..scalar_kinds import ScalarKind
from ..semantics import dates
from ..semantics.numbers import as_whole
from ..unions import UnionKind
from .json_text import Exactly

MOST = 100
"""How many mismatches are described; the rest are counted."""

_LONGEST_KEY = 80
_JSON_NAMES = {dict: "an object", list: "a list", str: "text", bool: "a boolean", NoneType: "null"}
_SCALARS = frozenset((str, int, float, bool, NoneType))


class Mismatches:
    """Where an answer is not as documented: the first places, and how many more there are."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        """One line each: the JSON path and what was expected there."""
        self.more = 0
        self.path: list[str | int] = []
        """Keys and indexes on the way to the part that is being looked at."""

    def note_kind(self, found: object, expected: Any) -> None:
        if self._is_full():
            self.more += 1
        else:
            name = _JSON_NAMES.get(type(found), "a number")
            self.lines.append(f"{self._place()} is {name}, not {_shown(expected)}")

    def note_missing(self, keys: Collection[str]) -> None:
        if self._is_full():
            self.more += len(keys)
            return
        described = sorted(keys)[: MOST - len(self.lines)]
        self.lines += [f"{self._place()}.{key} is missing" for key in described]
        self.more += len(keys) - len(described)

    def _is_full(self) -> bool:
        return len(self.lines) >= MOST

    def _place(self) -> str:
        steps = (f"[{s}]" if isinstance(s, int) else f".{_clipped(s)}" for s in self.path)
        return "$" + "".join(steps)


Fitter: TypeAlias = Callable[[Any, Mismatches], Any]
"""Makes of decoded JSON a value of its kind as far as it goes."""


def fit(source: Any, kind: Any) -> tuple[Any, Mismatches]:
    """`source`, decoded JSON, as a `kind` as far as it goes, and where it is none.

    Every part that fits is typed; the others stay as they came, and a field that is not
    there is `UNSET`.
    """
    mismatches = Mismatches()
    try:
        return msgspec.convert(source, kind, dec_hook=dec_hook), mismatches
    except (msgspec.ValidationError, RecursionError):
        pass
    try:
        return _fitter(kind)(source, mismatches), mismatches
    except RecursionError:  # of a model that may hold itself
        mismatches = Mismatches()
        mismatches.lines.append("$ is nested too deeply")
        return source, mismatches


@cache
def any_json(kind: Any) -> type:
    """How to decode what is to be a `kind`: where it has decimals, no float is made on the way."""
    return Exactly if holds(kind, Decimal) else object


def misfit(source: object, kind: Any) -> str:
    """What `source` is where `kind` asks for an object or a list; empty if it is at least one."""
    wanted = {
        dict if isinstance(arm, type) and issubclass(arm, Struct) else get_origin(arm) or arm
        for arm in _arms(kind)
    }
    if wanted.isdisjoint((dict, list)) or type(source) in wanted:
        return ""
    expected = " or ".join(_JSON_NAMES[each] for each in (dict, list) if each in wanted)
    return f"{_JSON_NAMES.get(type(source), 'a number')}, and not {expected}"


def _fitter(kind: Any) -> Fitter:
    of_object: Fitter | None = None
    of_list: Fitter | None = None
    for arm in _arms(kind):
        if isinstance(arm, UnionKind):
            return _union_fitter(arm, nullable=NoneType in _arms(kind))
        origin, arguments = get_origin(arm), get_args(arm)
        if isinstance(arm, type) and issubclass(arm, Struct):
            of_object = of_object or _struct_fitter(arm)
        elif origin is dict and arguments[0] is str:
            of_object = of_object or _map_fitter(_fitter(arguments[1]))
        elif origin is list:
            of_list = of_list or _list_fitter(_fitter(arguments[0]))
    of_others = _scalar_fitter(kind)
    if of_object is None and of_list is None:
        return of_others
    by_type: dict[type, Fitter] = {dict: of_object or of_others, list: of_list or of_others}

    def fitted(source: Any, mismatches: Mismatches) -> Any:
        return by_type.get(type(source), of_others)(source, mismatches)

    return fitted


def _union_fitter(kind: UnionKind, *, nullable: bool) -> Fitter:
    def fitted(source: Any, mismatches: Mismatches) -> Any:
        if source is None and nullable:
            return None
        at = kind.find(source)
        if at is not None:
            return _fitter(kind.members[at])(source, mismatches)
        if kind.arms.is_closed or source is None:
            mismatches.note_kind(source, kind)
            return source
        return kind.unknown(source)

    return fitted


def _scalar_fitter(kind: Any) -> Fitter:
    """Of whatever has no parts that could be looked at one by one."""
    # What is of such a type already, msgspec would hand back: this is the same, and cheaper.
    as_they_are = _SCALARS.intersection(_alternatives(kind))
    exact = holds(kind, Decimal)

    def fitted(source: Any, mismatches: Mismatches) -> Any:
        if type(source) in as_they_are:
            return source
        if type(source) is Decimal and not exact:
            source = float(source)
        try:
            return _converted(source, kind)
        except (msgspec.ValidationError, RecursionError):
            mismatches.note_kind(source, kind)
            return source

    return fitted


def _converted(source: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(source, kind, dec_hook=dec_hook)
    except msgspec.ValidationError:
        return msgspec.convert(as_whole(source), kind, dec_hook=dec_hook)


def _list_fitter(item: Fitter) -> Fitter:
    def fitted(source: list[Any], mismatches: Mismatches) -> Any:
        path, values = mismatches.path, []
        path.append(0)
        for index, each in enumerate(source):
            path[-1] = index
            values.append(item(each, mismatches))
        path.pop()
        return values

    return fitted


def _map_fitter(value: Fitter) -> Fitter:
    def fitted(source: dict[str, Any], mismatches: Mismatches) -> Any:
        path, values = mismatches.path, {}
        path.append("")
        for key, each in source.items():
            path[-1] = key
            values[key] = value(each, mismatches)
        path.pop()
        return values

    return fitted


def _struct_fitter(kind: type[Struct]) -> Fitter:
    def fitted(source: dict[str, Any], mismatches: Mismatches) -> Any:
        fields, required, unset = _plan(kind)
        path, values = mismatches.path, unset.copy()
        path.append("")
        for key, each in source.items():
            if key in fields:
                name, field = fields[key]
                path[-1] = key
                values[name] = field(each, mismatches)
        path.pop()
        if missing := required.difference(source):
            mismatches.note_missing(missing)
        return kind(**values)

    return fitted


class _Plan(NamedTuple):
    """How an object becomes a Struct."""

    fields: dict[str, tuple[str, Fitter]]
    """Key -> the field's name, and what makes its value."""
    required: frozenset[str]
    """Keys."""
    unset: dict[str, Any]
    """The names of required fields, each with `UNSET`."""


@cache
def _plan(kind: type[Struct]) -> _Plan:
    fields = msgspec.structs.fields(kind)
    return _Plan(
        fields={f.encode_name: (f.name, _fitter(f.type)) for f in fields},
        required=frozenset(f.encode_name for f in fields if f.required),
        unset={f.name: UNSET for f in fields if f.required},
    )


def _arms(kind: Any) -> list[Any]:
    """The types that a union is made of, without annotations."""
    if get_origin(kind) is Annotated:
        return _arms(get_args(kind)[0])
    alternatives = _alternatives(kind)
    return [kind] if alternatives == [kind] else [a for each in alternatives for a in _arms(each)]


def _alternatives(kind: Any) -> list[Any]:
    """The types that a union is made of, as they are annotated."""
    if get_origin(kind) not in (Union, UnionType):
        return [kind]
    return [arm for arm in get_args(kind) if arm is not UnsetType]


def _shown(kind: Any) -> str:
    return " or ".join(map(_arm_shown, _arms(kind)))


def _arm_shown(arm: Any) -> str:
    if get_origin(arm) is Literal:
        return f"one of {', '.join(map(repr, get_args(arm)))}"
    if isinstance(arm, ScalarKind):
        return _scalar_shown(arm.wire)
    return "null" if arm is NoneType else getattr(arm, "__name__", str(arm))


def _scalar_shown(wire: object) -> str:
    """What stands in JSON for a value that Python has otherwise: a date, or what its kind is."""
    inner = wire.wire if isinstance(wire, OrNone) else wire
    if isinstance(inner, Date):
        return f"a date such as {' or '.join(map(dates.sample, inner.formats))}"
    return f"a value of the kind {type(inner).__name__.lower()}"


def _clipped(key: str) -> str:
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"
