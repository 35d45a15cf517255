"""Failures as the API words them: its envelope, filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, assert_never

import msgspec
from msgspec import Struct

from ..emulator.comparing import canonical
from ..envelope import STATUS, TEXT, Envelope, Joined, KeyMark, is_marked
from ..semantics.paths import WHOLE, collide, keys_of, places_of, put, reach_all
from .api import Answered, ErrorShape, Fault, Telling

_INTERNAL = 500
_USUAL: Mapping[str, int] = {
    "credentials_missing": 401,
    "credentials_refused": 401,
    "arguments_refused": 400,
    "arguments_missing": 400,
    "malformed": 400,
    "too_large": 413,
    "unknown_path": 404,
    "method_not_allowed": 405,
    "media_type_refused": 415,
}
"""The HTTP status of a fault of which the API says nothing."""
_SAYS_IT_BEST: tuple[Fault, ...] = ("credentials_missing", "credentials_refused")
"""Faults where the API's own text is worth more than ours."""
_APART = re.compile(r"[.\[\]]+")
"""What stands between the parts of an argument's name."""
_REASON = "{reason}"
"""Stands in a fault's message for what was wrong with the request."""
_NOTHING: Mapping[str, object] = {}
_OTHER = "error"
"""Stands where anything but a success would do."""


class RefusedArgument(Struct, frozen=True, kw_only=True):
    """An argument that is not taken."""

    name: str
    """As it is sent."""
    resource: str
    """Whose operation it is an argument of."""
    message: str
    is_missing: bool


def key_of_fault(shape: ErrorShape, fault: Fault) -> int | str | None:
    """Which of the API's errors answers a fault, if one does."""
    said = shape.faults.get(fault)
    return _INTERNAL if fault == "internal" else said.code if said else None


def of_fault(
    shape: ErrorShape, fault: Fault, message: str, arguments: Sequence[RefusedArgument] = ()
) -> Answered:
    """What answers a request that no operation has answered."""
    if fault == "internal":
        return Answered(code=_INTERNAL, status=_INTERNAL, message=message)
    said = shape.faults.get(fault)
    named = said.code if said else None
    known = Answered() if named is None else shape.known.get(named, Answered(code=named))
    status = (said.status if said else None) or known.status
    if status is None:
        # An API that tells failures in its bodies alone has one status for all of them.
        is_usual = said.code is None if said else shape.status >= 400
        status = _USUAL[fault] if is_usual else shape.status
    best = said.message if said else None
    if best is None and fault in _SAYS_IT_BEST:
        best = known.message
    text = best.replace(_REASON, message) if best else message
    if known.tells is not None and known.tells.casefold() not in text.casefold():
        text = f"{known.tells}: {text}"
    headers, keys = _with_fields(shape, known, told(shape, arguments))
    return Answered(
        code=known.code,
        status=status,
        message=text,
        tells=known.tells,
        headers=headers,
        keys=keys,
    )


def told(shape: ErrorShape, arguments: Sequence[RefusedArgument]) -> Mapping[str, object]:
    """What fields of a failure say of refused arguments."""
    return {each.field: _told(each, arguments) for each in shape.tells} if arguments else _NOTHING


def _told(telling: Telling, arguments: Sequence[RefusedArgument]) -> object:
    """What a field says of refused arguments."""
    if telling.each:
        parts = telling.each.items()
        told = [
            {key: said for key, part in parts if (said := _part(telling, part, each))}
            for each in arguments
        ]
        return told if telling.under is None else _tree(telling.under, arguments, told)
    by_name: dict[str, list[str]] = {}
    for each in arguments:
        by_name.setdefault(each.name, []).append(each.message)
    match telling.how:
        case "argument":
            return arguments[0].name
        case "messages":
            return [f"{each.name} {each.message}" for each in arguments]
        case "message_by_argument":
            return {name: messages[0] for name, messages in by_name.items()}
        case "messages_by_argument":
            return by_name
    assert_never(telling.how)


def _tree(
    under: str, arguments: Sequence[RefusedArgument], told: Iterable[object]
) -> dict[str, Any]:
    """What is told of each argument, under the keys that lead to it: `rows[0].name`."""
    tree: dict[str, Any] = {}
    for argument, each in zip(arguments, told, strict=True):
        place = tree
        for key in filter(None, _APART.split(argument.name)):
            place = place.setdefault(key, {})
        place.setdefault(under, []).append(each)
    return tree


def _part(telling: Telling, part: str, argument: RefusedArgument) -> object:
    match part:
        case "argument":
            return argument.name
        case "resource":
            return argument.resource
        case "message" if telling.under is None and "argument" not in telling.each.values():
            return f"{argument.name} {argument.message}"
        case "message":
            return argument.message
        case _:
            return telling.missing if argument.is_missing else telling.otherwise


def of_error(
    shape: ErrorShape, key: int | str, message: str, fields: Mapping[str, object] = _NOTHING
) -> Answered:
    """What answers with one of the API's errors, by its code, or by its name if it has none.

    `fields` is what else it says, by the names of the envelope's fields.
    """
    known = shape.known.get(key) or Answered(code=key)
    headers, keys = _with_fields(shape, known, fields)
    return Answered(
        code=known.code,
        status=known.status or shape.status,
        message=message,
        tells=known.tells,
        headers=headers,
        keys=keys,
    )


def _with_fields(
    shape: ErrorShape, known: Answered, fields: Mapping[str, object]
) -> tuple[dict[str, str], dict[str, object]]:
    """Headers and keys of what is known of a failure, with what the envelope's fields say."""
    keys, headers = dict(known.keys), dict(known.headers)
    for name in shape.envelope.code_headers if known.code is not None else ():
        headers.setdefault(name, canonical(known.code))
    for field in shape.envelope.fields if fields else ():
        value = fields.get(field.name)
        if value is None:
            continue
        if field.header is not None:
            headers[field.header] = canonical(value)
        elif field.key is not None:
            keys[field.key] = value
    return headers, keys


def body(shape: ErrorShape, answered: Answered, status: int) -> tuple[bytes, bytes]:
    """The body of a failure that has an HTTP status, and its media type."""
    envelope = shape.envelope
    message = answered.message or ""
    codes = [place for place in envelope.codes if place != STATUS]
    has_code = answered.code is not None and bool(codes)
    if _is_plain(envelope, answered, codes):
        if envelope.texts and message not in envelope.texts and not envelope.is_told_by(status):
            message = envelope.texts[0]
        return message.encode(), b"text/plain; charset=utf-8"
    content: dict[str, Any] = {}
    taken = [*codes[:1], *answered.keys] if has_code else [*answered.keys]
    if has_code:
        put(content, codes[0], answered.code)
    if WHOLE not in answered.keys:
        told_already = {} if answered.tells else answered.keys
        _say(content, _untold(envelope, told_already), taken, message)
    if envelope.status_key is not None:
        put(content, envelope.status_key, status)
    for key, value in answered.keys.items():
        if key == WHOLE and isinstance(value, dict):
            content |= value
        else:
            put(content, key, value)
    _mark(content, shape, status, message)
    content |= {key: each for key, each in shape.beside.items() if key not in content}
    return msgspec.json.encode(content), shape.media_type.encode()


def _is_plain(envelope: Envelope, answered: Answered, codes: list[str]) -> bool:
    """Whether a failure is a plain text: where it comes first, or a code would stand in JSON."""
    if TEXT not in envelope.places or answered.keys:
        return False
    return answered.code is None if codes else envelope.places[0] == TEXT


def _untold(envelope: Envelope, keys: Mapping[str, object]) -> list[str]:
    """The places before one whose texts are there already, as `errors{}` is of `errors`.

    `keys` has what is there; what tells an error by its words is said in any case.
    """
    found: list[str] = []
    for message in envelope.messages:
        parts = message.parts if isinstance(message, Joined) else (message,)
        if any(_is_told(part, keys) for part in parts):
            break
        found += places_of([message])
    return [place for place in found if place != TEXT]


def _is_told(place: str, keys: Mapping[str, object]) -> bool:
    inside = place.endswith(("{}", "[]")) and keys.get(place[:-2])
    return bool(inside) and isinstance(inside, dict if place.endswith("{}") else list)


def _say(content: dict[str, Any], places: list[str], taken: list[str], message: str) -> None:
    """Put a message at the first place that is not taken.

    One that has a message by itself goes before one that has it by the keys inside.
    """
    if not message:
        return
    free = [place for place in places if not any(collide(each, place) for each in taken)]
    plain = [place for place in free if "{}" not in place]
    for place in (plain or free)[:1]:
        put(content, place.replace("{}", f".{_OTHER}").removeprefix("."), message)


def _mark(content: dict[str, Any], shape: ErrorShape, status: int, message: str) -> None:
    """Have a response tell that it is a failure by a key too, where one has a value of its own.

    What only says what a success has, or that something is there, is for where nothing else tells.
    """
    envelope = shape.envelope
    marks = [mark for mark in envelope.marks if isinstance(mark, KeyMark)]
    if any(is_marked(content, mark) for mark in marks):
        return
    if envelope.is_told_by(status):
        marks = [mark for mark in marks if mark.test == "in" and not reach_all(content, mark.key)]
    others = _keys_of_others(shape)
    for mark in [each for each in marks if each.test != "present" or each.key not in others][:1]:
        places = [each for each in envelope.places if _is_inside(each, mark.key)]
        if mark.test == "present" and message and places:
            _say(content, places, [], message)
        else:
            put(content, mark.key, _failing(mark))


def _keys_of_others(shape: ErrorShape) -> set[str | None]:
    """Keys that are there in certain failures only: they tell an error, or how long to wait."""
    told = {key for each in shape.known.values() for key in each.keys}
    return {*told, *(wait.key for wait in shape.envelope.waits)}


def _is_inside(place: str, key: str) -> bool:
    return collide(place, key) and len(keys_of(place)) >= len(keys_of(key))


def _failing(mark: KeyMark) -> object:
    """A value by which a mark tells a failure."""
    match mark.test:
        case "present":
            return True
        case "in":
            return mark.values[0]
        case "not_in":
            first = mark.values[0]
            if isinstance(first, bool):
                return not first
            if isinstance(first, int | float):
                return max(int(each) for each in mark.values if isinstance(each, int | float)) + 1
            return _OTHER if _OTHER not in mark.values else f"no {first}"
