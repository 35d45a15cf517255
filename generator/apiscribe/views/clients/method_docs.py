"""What a method's docstring says below its summary, in the order of its sections."""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe import naming
from apiscribe.model import (
    Api,
    Argument,
    Limit,
    ListType,
    MapType,
    ObjectRef,
    Operation,
    Pending,
    ValueType,
    WholeUrl,
)
from apiscribe.model.authentication import GettingTokens
from apiscribe.runtime.semantics.paths import path_of
from apiscribe.views import (
    nouns,
    rule_names,
    rule_sentences,
    sentences,
    streams,
    usage_sentences,
)
from apiscribe.views.clients.saving import returned
from apiscribe.views.text import block, entry, listed, section_of, sentence

_FILES = (
    "What is sent is read meanwhile, and `timeout` is the time between two pieces. `progress` is"
    " called with how many bytes have been sent, and how many there will be, or None if that is"
    " not known. What it raises ends the call."
)
INDENT = 8
"""Columns that a method's docstring stands in."""


Sections = tuple[tuple[str, ...], ...]
"""Blocks of lines of a docstring, after the summary."""


def sections(api: Api, operation: Operation) -> Sections:
    """What the methods of all clients say of an operation."""
    blocks: list[list[str]] = []
    called = rule_names.as_called(operation)
    if operation.deprecated:
        blocks.append(block(usage_sentences.deprecation(operation.deprecated)))
    if operation.description:
        blocks.append(block(sentence(operation.description)))
    if operation.arguments:
        lines = ["Args:"]
        for each, named in zip(operation.arguments, called.arguments, strict=True):
            lines += [f"    {line}" for line in _entry(api, operation, each, named)]
        blocks.append(lines)
    if operation.has_files:
        blocks.append(block(_FILES))
    blocks.append(section_of("Rules:", rule_sentences.rules_of(api, called)))
    for where, rules in rule_sentences.rules_inside(api, called.arguments):
        blocks.append(section_of(f"Rules of {where}:", rules))
    if answer := _returns(api, operation):
        blocks.append(["Returns:", *(f"    {line}" for each in answer for line in block(each, 84))])
    if operation.selecting:
        blocks.append(block(_in_part(operation)))
    if operation.may_be_unchanged:
        known = " or ".join(f"`{naming.argument(a.name)}`" for a in operation.condition_arguments)
        blocks.append(block(f"With {known}: `types.NotModified` where there is no other version."))
    if operation.holds is not None:
        held = f"The answer may take {operation.holds} s: the timeout is longer by that."
        blocks.append(block(held))
    if operation.pending is not None:
        blocks.append(block(_not_ready(operation.pending)))
    blocks.append(_raises(api, operation))
    blocks += [block(each) for each in _sending(api, operation)]
    blocks.append(block(usage_sentences.scopes(operation.scopes)) if operation.scopes else [])
    blocks.append(block(f"Rate limit: {_limits(called.limits)}") if operation.limits else [])
    blocks.append(block(f"Section: {operation.section}"))
    return tuple(tuple(lines) for lines in blocks if lines)


def _returns(api: Api, operation: Operation) -> list[str]:
    """What comes back, in a sentence for each thing that may."""
    if content := returned(api, operation):
        return [content]
    if operation.stream is not None:
        return [streams.returned(api, operation)]
    if operation.statuses:
        return _by_status(api, operation)
    if operation.truths:
        return [_meanings(operation)]
    if operation.returns is None:
        return []
    return [sentence(_described(api, operation.returns)) + _wrapping(operation)]


def _in_part(operation: Operation) -> str:
    """What is said of calls that say which fields there are."""
    names = listed(f"`{naming.argument(each.name)}`" for each in operation.selecting)
    kept = sorted(
        {key for each in operation.selecting if each.selects for key in each.selects.always}
    )
    besides = f" {listed(map(_quoted, kept), 'and')} is always there." if kept else ""
    return f"With {names}, what was not asked for is `UNSET`.{besides}"


def _described(api: Api, of: ValueType) -> str:
    """What a value is, and what each of those is that it holds."""
    if isinstance(of, ObjectRef):
        return api.objects[of.object].doc
    said = nouns.noun(api, of)
    said = said[:1].upper() + said[1:]
    item = of.item if isinstance(of, ListType) else of.value if isinstance(of, MapType) else None
    if isinstance(item, ObjectRef):
        said += f"; each is {_lowered(api, api.objects[item.object].doc)}"
    return said


def _by_status(api: Api, operation: Operation) -> list[str]:
    """What is said of several statuses."""
    told = []
    for status, of in operation.statuses.items():
        what = "Nothing" if of is None else _described(api, of)
        told.append(f"{what.rstrip('.')} (status {status}).")
    return told


def _wrapping(operation: Operation) -> str:
    """What is said of a response that holds more than what is returned."""
    if not operation.unwrap:
        return ""
    has = "has all"
    if operation.beside is not None:
        around = naming.class_name(operation.beside.object)
        has = f"has all, and what stands beside it in `beside()`, as `{around}`"
    return f" It is `{path_of(operation.unwrap)}` of the response; `with_raw_response` {has}."


def _meanings(operation: Operation) -> str:
    """Which statuses mean yes, and which no; neither is an error."""
    said = []
    for truth in (True, False):
        statuses = (str(each) for each, meant in operation.truths.items() if meant is truth)
        said.append(f"{truth} if the status is {listed(statuses)}")
    return f"{listed(said, 'and')}."


def _not_ready(pending: Pending) -> str:
    told = f"It may not be ready yet: while a response says so (status {pending.status}),"
    again = f"the call waits as long as that says, or else {pending.seconds} s"
    return f"{told} {again}, up to `max_wait` in all, and asks again."


def _entry(api: Api, operation: Operation, argument: Argument, called: Argument) -> list[str]:
    name, text = called.name, sentences.argument(api, called)
    left_out = "where it is left out"
    left_out += " and has an effect" if argument.name in operation.made_at_times else ""
    if argument.written:
        text += f" The API calls it `{argument.written}`."
    if argument.is_flag:
        text += " Left out where it is false."
    if argument.in_percent:
        text += " Sent percent-encoded."
    if argument.counts:
        text += f" Counted by the client {left_out}: more in each request, by the time"
        text += f" in {argument.counts}."
    if argument.idempotency_key:
        text += f" Made by the client {left_out}, and the same when it is sent again."
        if argument.idempotency_key.seconds is not None:
            text += f" The API knows it for {argument.idempotency_key.seconds} seconds."
    elif name != argument.name and not argument.written:
        text += f" The API calls it `{argument.name}`."
    return entry(name, text, INDENT + 4)


def _raises(api: Api, operation: Operation) -> list[str]:
    """What a call can end in, as far as this operation can come to it."""
    found = ["ConfigurationError: the client is closed."]
    if operation.arguments or api.common:
        sent = "nothing was sent" + (", or a part of a file" if operation.has_files else "")
        found.append(f"InvalidArguments: an argument breaks a rule; {sent}.")
    if operation.authentication:
        found[0] = "ConfigurationError: the client is closed, or lacks the credentials for this."
    if any(
        isinstance(api.authentication.schemes[name], GettingTokens)
        for each in api.authentication.of(operation.authentication)
        for name in each
    ):
        found.append("TokenRefused: the API gives this client no token.")
    if operation.limits:
        found.append("RateLimited: the rate limit leaves no room in time, or the API says so.")
    elif any(error.kind == "rate_limit" for error in api.errors):
        found.append("RateLimited: the API says that there were enough requests for now.")
    if operation.pending is not None:
        found.append("NotReady: it was not ready in time.")
    by_name = {error.name: error for error in api.errors}
    found += [
        sentence(f"{name}: {_lowered(api, by_name[name].meaning)}") for name in operation.errors
    ]
    found += [
        "APIError: the API refused the request.",
        "ResponseError: the answer is not what the API documents.",
        "TransportError: no answer came back.",
    ]
    return section_of("Raises:", found)


def _lowered(api: Api, text: str) -> str:
    """A sentence's text behind a colon; a title, or the name of the API at its begin, stays."""
    first, *others = text.split()
    is_name = any(each.istitle() for each in others[:1]) or first in api.title.split()
    return text if is_name or first[1:2].isupper() else text[:1].lower() + text[1:]


def _sending(api: Api, operation: Operation) -> list[str]:
    """What the request says of its sender, and where it goes, if that is not as usual."""
    found = []
    if operation.authentication is not None:
        ways = (listed(map(_quoted, each), "and") for each in operation.authentication)
        found.append(f"Authentication: {listed(ways) or 'none'}.")
    if operation.url is not None:
        told = listed(_handed_out(operation.url))
        found.append(f"Sent to `{naming.argument(operation.url.argument)}`, which is {told}.")
    if operation.server is not None:
        found.append(f"Server: `{operation.server}`.")
    return found


def _handed_out(url: WholeUrl) -> Iterator[str]:
    """Which responses have the address that it is sent to, and where."""
    for id, keys in url.handed_out_by.items():
        links = (f"`{key}` is `{each}`" for key, each in url.where.get(id, {}).items())
        where = listed(links, "and")
        yield f"`{'.'.join(keys)}` of `{id}`" + (f" where {where}" if where else "")


def _quoted(name: str) -> str:
    return f"`{name}`"


def _limits(limits: tuple[Limit, ...]) -> str:
    return f"{listed((usage_sentences.limit(each) for each in limits), 'and')}."
