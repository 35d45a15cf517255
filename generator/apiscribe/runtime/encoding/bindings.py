"""Where arguments go that are not simply in path, query or body, and how they are written there."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal

import msgspec
from msgspec import Struct

from ..semantics import commas
from ..semantics.numbers import written
from ..semantics.styles import BooleanStyle, ListStyle, NullStyle, ObjectStyle
from .scalars import BARE
from .wire import Array, Json, Map, Object, Wire, nullable


class Style(Struct, frozen=True, kw_only=True):
    """How a form or a query has what is more than a text."""

    lists: ListStyle = "json"
    objects: ObjectStyle = "json"
    nulls: NullStyle = "omit"
    booleans: BooleanStyle = "words"
    """How true is told: by a word, by the name alone, or by the name of an empty text."""


PLAIN = Style()
_ENDS = {"brackets": "[]", "dots": "[]."}
"""Signs that a key cannot hold: they would end it."""
SEPARATORS = {"commas": ",", "blanks": " ", "pipes": "|"}


CountedIn = Literal["milliseconds", "microseconds", "nanoseconds"]


class Bindings(Struct, frozen=True, kw_only=True):
    """What an operation does besides; most have none. All names are those of arguments."""

    written: Mapping[str, str] = {}
    """Name -> name on the wire, where they differ."""
    headers: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()
    accept: str = ""
    """The argument that is the header `Accept`, if calls may lack it."""
    constants: Mapping[str, str | int | float | bool] = {}
    """What always goes along; it is placed and written as arguments are."""
    optional: frozenset[str] = frozenset()
    """Constants that requests of others may lack."""
    refusals: Mapping[str, int | str] = {}
    """Constants -> the error of requests that have them otherwise, where it is one of its own."""
    body: str | None = None
    """The argument that is the whole body."""
    key: str | None = None
    """The idempotency key."""
    counted: tuple[str, CountedIn] | None = None
    """What the client counts, so that each request has more of it than all before."""
    at_times: frozenset[str] = frozenset()
    """Of these two, what the client makes only where no rule says that it has no effect."""
    slashes: frozenset[str] = frozenset()
    """Arguments in the path that keep their slashes."""
    blank: frozenset[str] = frozenset()
    """Arguments at the end of the path that may be empty."""
    percent: frozenset[str] = frozenset()
    """Headers whose texts are percent-encoded."""
    beside: frozenset[str] = frozenset()
    """What stands in the body beside the keys that wrap the rest."""
    styles: Mapping[str, Style] = {}
    prefixes: frozenset[str] = frozenset()
    """Maps whose keys are names on the wire, behind what `written` has."""

    def wire_name(self, name: str) -> str:
        return self.written.get(name, name)

    @property
    def dotted(self) -> dict[str, Style]:
        """Names on the wire whose keys stand behind points."""
        found = {self.wire_name(name): style for name, style in self.styles.items()}
        return {wired: style for wired, style in found.items() if style.objects == "dots"}

    def names(self, at_home: Iterable[str]) -> dict[str, str]:
        """Name on the wire -> name, where they differ and the argument is in query or body.

        Args:
            at_home: Arguments of the place that is read, which go before others called alike.
        """
        elsewhere = {*self.headers, *self.cookies, *self.prefixes}
        found = {wired: name for name, wired in self.written.items() if name not in elsewhere}
        found |= {self.wire_name(name): name for name in at_home if name not in elsewhere}
        return {wired: name for wired, name in found.items() if wired != name}


class Unwritable(ValueError):
    """What names and texts cannot tell, at a path inside of an argument."""

    def __init__(self, path: str, message: str, rule: str = "encoding") -> None:
        self.path, self.rule = path, rule
        super().__init__(message)


def styled(name: str, value: object, wire: Wire, style: Style) -> Iterator[tuple[str, str]]:
    """Names and texts for one argument."""
    if value is None and wire.none is None:
        if style.nulls == "empty":
            yield name, ""
        elif style.nulls == "json" or isinstance(wire, Json):
            yield name, "null"
    elif style.booleans != "words" and isinstance(value, bool):
        if value:
            yield name, BARE if style.booleans == "bare" else ""
    elif isinstance(wire, Json):
        yield from _flattened(name, "", _plain(nullable(wire, value)), style)
    else:
        yield name, wire.encode(value)


def _plain(value: object) -> object:
    """`value` as JSON has it."""
    return _exact.decode(msgspec.json.encode(value))


_exact = msgspec.json.Decoder(float_hook=Decimal)
_encoder = msgspec.json.Encoder(decimal_format="number")


def _flattened(name: str, path: str, value: object, style: Style) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and style.objects != "json":
        yield from _fields(name, path, value, style)
    elif isinstance(value, list) and style.lists != "json":
        yield from _items(name, path, value, style)
    elif isinstance(value, str | Decimal):
        yield name, _text(value)
    elif value is None and style.nulls != "json":
        yield name, ""
    else:
        yield name, _encoder.encode(value).decode()


def _joined(path: str, items: list[object], separator: str) -> str:
    texts = [
        _text(each) if isinstance(each, str | Decimal) else _encoder.encode(each).decode()
        for each in items
    ]
    if texts == [""]:
        raise Unwritable(f"{path}[0]", "is empty, which nothing tells from no items")
    for place, text in enumerate(texts):
        if separator in text:
            holds = f"holds {commas.NAMES[separator]}, which would make two items of it"
            raise Unwritable(f"{path}[{place}]", holds)
    return separator.join(texts)


def _text(value: str | Decimal) -> str:
    return value if isinstance(value, str) else written(value)


def _fields(
    name: str, path: str, value: dict[str, object], style: Style
) -> Iterator[tuple[str, str]]:
    if not value:
        raise Unwritable(path, "has 0 keys; at least 1 are needed", "min_keys")
    for key, each in value.items():
        for sign in _ENDS[style.objects]:
            if sign in key:
                raise Unwritable(f"{path}.{key}", f"the key holds {sign}, which would end it")
        inner = f"{name}[{key}]" if style.objects == "brackets" else f"{name}.{key}"
        yield from _flattened(inner, f"{path}.{key}", each, style)


def _items(name: str, path: str, value: list[object], style: Style) -> Iterator[tuple[str, str]]:
    if not value:
        raise Unwritable(path, "has 0 items; at least 1 are needed", "min_items")
    if style.lists in SEPARATORS:
        yield name, _joined(path, value, SEPARATORS[style.lists])
        return
    for place, each in enumerate(value):
        if style.lists == "indexed_last":
            for key, text in _flattened(name, f"{path}[{place}]", each, style):
                yield f"{key}[{place}]", text
            continue
        inner = {"repeat": name, "brackets": f"{name}[]"}.get(style.lists, f"{name}[{place}]")
        yield from _flattened(inner, f"{path}[{place}]", each, style)


def read_styled(wire: Wire, text: object, style: Style) -> object:
    """What `styled` has written, once names are put together."""
    if style.booleans != "words":
        return True
    if text == "" and style.nulls == "empty":
        return None
    if text == "null" and style.nulls == "json":
        return None
    if isinstance(text, str) and isinstance(wire, Array):
        items = _listed(text, style)
        return wire.parse(text) if items is None else wire.from_nested(items)
    return wire.parse(_with_lists(wire, text, style))


def _listed(text: str, style: Style) -> list[str] | None:
    """The items that a text alone stands for; None if it is no list in this style."""
    if style.lists == "repeat":
        return [text]
    if style.lists in SEPARATORS:
        return text.split(SEPARATORS[style.lists]) if text else []
    return None


def _with_lists(wire: Wire, value: object, style: Style) -> object:
    """What brackets or dots have built, with lists where texts stand for them."""
    if isinstance(value, str) and isinstance(wire, Array):
        items = _listed(value, style)
        return value if items is None else items
    if isinstance(value, dict) and isinstance(wire, Object):
        fields = wire.fields.items()
        return value | {k: _with_lists(w, value[k], style) for k, w in fields if k in value}
    if isinstance(value, dict) and isinstance(wire, Map):
        return {key: _with_lists(wire.item, each, style) for key, each in value.items()}
    if isinstance(value, list) and isinstance(wire, Array):
        return [_with_lists(wire.item, each, style) for each in value]
    return value


def as_brackets(form: Mapping[str, str], styles: Mapping[str, Style]) -> dict[str, str]:
    """A form with names of parts as `a[0][b]`, in whichever style each argument is."""
    dots = {each: style for each, style in styles.items() if style.objects == "dots"}
    lists = {each for each, style in styles.items() if style.lists == "indexed_last"}
    return {with_place_first(in_brackets(name, dots), lists): text for name, text in form.items()}


def in_brackets(name: str, styles: Mapping[str, Style]) -> str:
    """`a.b` as `a[b]`, where `a` is written with dots."""
    head, *keys = name.split(".")
    if not keys or head.partition("[")[0] not in styles:
        return name
    return head + "".join(f"[{key}]" if "[" not in key else _opened(key) for key in keys)


def with_place_first(name: str, lists: Container[str]) -> str:
    """`a[b][0]` as `a[0][b]`, where `a` is one of `lists`."""
    head, _, keys = name.partition("[")
    inner, _, place = keys.rpartition("[")
    if head not in lists or not inner:
        return name
    return f"{head}[{place}[{inner}"


def _opened(key: str) -> str:
    first, _, rest = key.partition("[")
    return f"[{first}][{rest}"
