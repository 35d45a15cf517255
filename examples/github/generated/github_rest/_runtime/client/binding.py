"""Arguments that go into headers and cookies, constants, and the idempotency key."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ..encoding.bindings import PLAIN, Bindings, Unwritable, styled
from ..encoding.wire import TEXT, Json
from ..operation import Operation
from ..semantics.compiled import compiled
from ..validation.validate import OperationChecks, validate
from .refusing import implied, unsendable

_TOKEN = r"[!#$%&'*+.^_`|~0-9a-z-]+"
_IN_NO_PART = r"[\x00-\x1f\x7f\"\\\\]"
"""Signs that end the name of a part, or that readers take for something else."""
_IN_A_HEADER = r"[!-~](?:[ -~]*[!-~])?"


def with_key(
    bindings: Bindings, arguments: Mapping[str, object], checks: OperationChecks
) -> Mapping[str, object]:
    """`arguments` with an idempotency key. The request is built once, and so is the key."""
    name = bindings.key
    if name is None or arguments.get(name) is not None:
        return arguments
    from uuid import uuid4

    made = {**arguments, name: str(uuid4())}
    return arguments if name in bindings.at_times and breaks(checks, made, name) else made


def breaks(checks: OperationChecks, arguments: Mapping[str, object], name: str) -> bool:
    """Whether a rule is broken because an argument is given, such as one that another excludes."""
    without = {each: value for each, value in arguments.items() if each != name}
    known = validate(checks, without)
    return any(each not in known for each in validate(checks, arguments))


def besides_headers(
    operation: Operation,
    bindings: Bindings,
    arguments: Mapping[str, object],
    sent: dict[str, str],
) -> Mapping[str, object]:
    """Write into `sent` what goes into headers; the rest, with constants."""
    rest = {**bindings.constants, **arguments}
    for name in bindings.headers:
        value = rest.pop(name, None)
        if value is not None and name in bindings.prefixes:
            _write_open(operation, bindings, name, value, sent)
        elif value is not None or _is_sent(operation, name, arguments):
            sent[bindings.wire_name(name).lower()] = _in_a_header(operation, name, value)
    cookies = [sent["cookie"]] if "cookie" in sent else []
    for name in bindings.cookies:
        value = rest.pop(name, None)
        if value is not None or _is_sent(operation, name, arguments):
            text = quote(_text(operation, name, value), safe="")
            cookies.append(f"{bindings.wire_name(name)}={text}")
    if cookies:
        sent["cookie"] = "; ".join(cookies)
    return rest


def _is_sent(operation: Operation, name: str, arguments: Mapping[str, object]) -> bool:
    """Whether an argument that is None is there all the same, as a value of the API's own."""
    return name in arguments and operation.arguments[name].none is not None


def _in_a_header(operation: Operation, name: str, value: object) -> str:
    text = _text(operation, name, value)
    if isinstance(operation.arguments.get(name), Json):
        from ..semantics.header_texts import in_ascii

        text = in_ascii(text)
    carried = _carried(operation.bindings, name, text)
    if carried is None:
        raise unsendable(operation, name, "cannot be written in a header: printable ASCII")
    return carried


def _carried(bindings: Bindings | None, name: str, text: str) -> str | None:
    """A text as a header has it; None if none can have it."""
    if bindings is not None and name in bindings.percent:
        return quote(text, safe="")
    return text if compiled(_IN_A_HEADER).fullmatch(text) else None


def open_names(
    operation: Operation, bindings: Bindings, name: str, value: object
) -> list[tuple[str, object]]:
    """The names under which the keys of a map are sent, with its values."""
    from ..encoding.prefixed import names_of

    part = () if operation.json_part is None else (operation.json_part,)
    try:
        known = (*operation.arguments, *bindings.constants, *part)
        found = list(names_of(bindings, known, name, value))
    except ValueError as error:
        raise unsendable(operation, name, str(error)) from None
    for wired, _ in found if operation.encoding == "multipart" else ():
        if compiled(_IN_NO_PART).search(wired):
            raise unsendable(operation, name, f"{wired!r} cannot be the name of a part of a form")
    return found


def _write_open(
    operation: Operation, bindings: Bindings, name: str, value: object, sent: dict[str, str]
) -> None:
    """Write a map as headers, none of which is there already or says what the body is."""
    from ..encoding.prefixed import item_of
    from .headers import OURS

    wire = item_of(operation.arguments.get(name))
    for wired, each in open_names(operation, bindings, name, value):
        header = wired.lower()
        text = _carried(bindings, name, wire.encode(each))
        if not compiled(_TOKEN).fullmatch(header) or header in sent or header in OURS:
            raise unsendable(operation, name, f"{wired!r} cannot be the name of another header")
        if text is None:
            raise unsendable(operation, name, "cannot be written in headers: printable ASCII")
        sent[header] = text


def _text(operation: Operation, name: str, value: object) -> str:
    if isinstance(value, bool) and name not in operation.arguments:
        return "true" if value else "false"
    try:
        text = operation.arguments.get(name, TEXT).encode(value)
        text.encode()
    except (TypeError, ValueError, OverflowError, RecursionError):
        raise unsendable(operation, name, "cannot be written as text") from None
    return text


def styled_texts(
    operation: Operation, bindings: Bindings, values: Mapping[str, object]
) -> list[tuple[str, str]]:
    """Names and texts of `values`, written as the API has lists, objects and null."""
    pairs: list[tuple[str, str]] = []
    for name, value in values.items():
        style = bindings.styles.get(name, PLAIN)
        wire = operation.arguments.get(name, TEXT)
        if name in bindings.prefixes:
            pairs += _open_texts(operation, bindings, name, value)
            continue
        if name in bindings.constants and isinstance(value, bool):
            value = "true" if value else "false"
        try:
            found = list(styled(bindings.wire_name(name), value, wire, style))
            "".join(text for pair in found for text in pair).encode()
        except Unwritable as error:
            raise implied(operation, name, error) from None
        except (TypeError, ValueError, OverflowError, RecursionError):
            raise unsendable(operation, name, "cannot be written as text") from None
        pairs += found
    return pairs


def _open_texts(
    operation: Operation, bindings: Bindings, name: str, value: object
) -> list[tuple[str, str]]:
    from ..encoding.prefixed import item_of

    wire = item_of(operation.arguments.get(name))
    found = open_names(operation, bindings, name, value)
    try:
        pairs = [(wired, wire.encode(each)) for wired, each in found]
        "".join(text for pair in pairs for text in pair).encode()
    except (TypeError, ValueError, OverflowError, RecursionError):
        raise unsendable(operation, name, "cannot be written as text") from None
    return pairs
