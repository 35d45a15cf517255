"""What an operation has beyond what each has, as arguments of the runtime's `Operation`."""

from __future__ import annotations

import msgspec

from apiscribe import naming
from apiscribe.model import (
    Api,
    Deprecation,
    FileType,
    Limit,
    NumberPaging,
    Operation,
    TokenPaging,
    WholeUrl,
)
from apiscribe.model.failures import JSON
from apiscribe.runtime.semantics.paths import path_of
from apiscribe.views import streams, usage_sentences
from apiscribe.views.all_types import hidden_keys
from apiscribe.views.operations import bindings, heads
from apiscribe.views.text import literal
from apiscribe.views.whole_responses import in_body

_Extra = tuple[str, str | None, object]
"""A name, its value as an expression, and what is empty where there is nothing to say."""


def extras(api: Api, operation: Operation) -> list[tuple[str, str]]:
    """What differs from the runtime's defaults, each with its name."""
    found: list[_Extra] = [
        ("other_methods", literal(operation.other_methods), operation.other_methods),
        ("url", _url(operation.url), operation.url),
        ("also", literal(operation.also), operation.also),
        *_of_arguments(api, operation),
        ("advice", literal(_advice(operation)), _advice(operation)),
        ("aliases", literal(operation.aliases), operation.aliases),
        ("limits", _limits(operation.limits), operation.limits),
        ("pages", _pages(api, operation), operation.paging),
        ("selects", literal(_selects(operation)), operation.selecting),
        *_of_bodies(api, operation),
        *_of_answers(operation),
        ("stream", told := streams.expression(api, operation), told),
        ("holds", literal(_holds(operation)), _holds(operation)),
        ("bindings", bound := bindings.expression(api, operation), bound),
    ]
    return [(name, text) for name, text, given in found if given and text is not None]


def _of_arguments(api: Api, operation: Operation) -> list[_Extra]:
    common = tuple(each.name for each in api.placed_common)
    renamed = {
        naming.argument(a.name): a.name
        for a in operation.arguments
        if naming.argument(a.name) != a.name and a.name not in common
    }
    body = "query" if operation.encoding == "query" else "body"
    in_path = tuple(a.name for a in operation.arguments if a.location == "path")
    placed = [(each.name, each.location) for each in operation.arguments]
    placed += [(each.name, each.location) for each in operation.constants]
    in_query = tuple(name for name, where in placed if where == "query" and body != "query")
    sensitive = frozenset(a.name for a in operation.arguments if a.sensitive)
    hides = frozenset(hidden_keys(api, operation))
    deprecated = frozenset(a.name for a in operation.arguments if a.deprecated)
    return [
        ("renamed", literal(renamed), renamed),
        ("in_path", literal(in_path), in_path),
        ("in_query", literal(in_query), in_query),
        ("common", literal(common), common),
        ("sensitive", literal(sensitive), sensitive),
        ("hides", literal(hides), hides),
        ("deprecated", literal(deprecated), deprecated),
    ]


def _of_bodies(api: Api, operation: Operation) -> list[_Extra]:
    """How requests and responses hold what there is."""
    return [
        ("statuses", literal(_statuses(operation)), operation.statuses),
        ("truths", literal(dict(operation.truths)), operation.truths),
        ("unwrap", literal(operation.unwrap), operation.unwrap),
        ("wrap", literal(operation.wrap), operation.wrap),
        ("json_part", literal(operation.json_part), operation.json_part),
        ("json_sent", literal(operation.json_sent), operation.json_sent != JSON),
        ("json_in_lines", "True", operation.in_lines),
        ("json_answered", literal(operation.json_answered), operation.json_answered != JSON),
        ("json_by_any_name", "True", operation.json_by_any_name),
        ("heads", heads.expression(api, operation), heads.expression(api, operation)),
    ]


def _of_answers(operation: Operation) -> list[_Extra]:
    """Who asks, where, and what may come of it."""
    used = operation.authentication
    return [
        ("authentication", literal(used), used is not None),
        ("content", _content(operation), operation.content_types is not None),
        ("redirects", "True", operation.redirects),
        ("pending", literal(_pending(operation)), operation.pending),
        ("pending_told", literal(told := _pending_told(operation)), told),
        ("conditional", "True", operation.conditional),
        ("etag_key", literal(operation.etag_key), operation.etag_key),
        ("server", literal(operation.server), operation.server),
        ("envelope", literal(operation.envelope), operation.envelope),
    ]


def _url(url: WholeUrl | None) -> str:
    """The address that it is sent to, as an expression."""
    if url is None:
        return ""
    servers = "" if url.servers is None else f", servers={literal(url.servers)}"
    argument, told = literal(url.argument), literal(dict(url.handed_out_by))
    links = {id: dict(each) for id, each in url.where.items()}
    where = f", where={literal(links)}" if links else ""
    return f"WholeUrl(argument={argument}, handed_out_by={told}{where}{servers})"


def _holds(operation: Operation) -> tuple[str, float, float] | None:
    """The argument that says how long it is held, its unit in seconds, and how long without it."""
    for each in operation.arguments:
        if each.holds is not None:
            default = each.default if isinstance(each.default, int | float) else 0
            return each.name, {"seconds": 1, "milliseconds": 0.001}[each.holds], default
    return ("", 1, operation.holds) if operation.holds is not None else None


def _selects(operation: Operation) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """What says which fields there are, where in the whole response, and which always are."""
    found = []
    for argument in operation.selecting:
        selects = argument.selects
        assert selects is not None, "it says which fields there are"
        place = ".".join(filter(None, (path_of(operation.unwrap), selects.at)))
        found.append((argument.name, place, selects.always))
    return tuple(found)


def _statuses(operation: Operation) -> dict[int, bool]:
    """Each status, the main one first, and whether its response holds anything."""
    found = {status: of is not None for status, of in operation.statuses.items()}
    main = operation.main_status
    return {main: found[main], **found} if main in found else found


def _pending_told(operation: Operation) -> tuple[str, str, int] | None:
    if operation.pending is None or operation.pending.told is None:
        return None
    key, header, units = operation.pending.told
    return key, header.lower(), units


def _pending(operation: Operation) -> tuple[int, int] | None:
    found = operation.pending
    return None if found is None else (found.status, found.seconds)


def _content(operation: Operation) -> str:
    kind = "file" if isinstance(operation.returns, FileType) else "text"
    kinds = operation.content_types
    told = f", media_types={literal(kinds)}" if kinds else ""
    return f"Content(kind={literal(kind)}{told})"


def _advice(operation: Operation) -> dict[str, str]:
    """What is said of deprecated arguments beyond that, and of the operation itself."""
    given = {each.name: each.deprecated for each in operation.arguments}
    found = {name: each for name, each in given.items() if each not in (None, Deprecation())}
    said = {**found, operation.id: operation.deprecated}
    return {
        name: usage_sentences.is_deprecated(each) for name, each in said.items() if each is not None
    }


def _limits(limits: tuple[Limit, ...]) -> str:
    return f"({''.join(f'Limit({_limit(each)}), ' for each in limits)})"


def _limit(given: Limit) -> str:
    parts = [f"group={literal(given.group)}", f"requests={given.requests}"]
    parts.append(f"seconds={given.seconds}")
    if given.several:
        parts.append("several=True")
    if given.per != "key":
        parts.append(f"per={literal(given.per)}")
    if given.argument:
        parts.append(f"argument={literal(given.argument)}")
    if given.cost != 1:
        parts.append(f"cost={given.cost}")
    if given.dearest != 1:
        parts.append(f"dearest={given.dearest}")
    return ", ".join(parts)


def _pages(api: Api, operation: Operation) -> str:
    match operation.paging:
        case NumberPaging() as by:
            names = f"page={literal(by.page)}, size={literal(by.size)}, count={literal(by.count)}"
            return f"NumberPages({names})"
        case TokenPaging() as by:
            return f"TokenPages(token={literal(by.token)}, lifetime={literal(by.lifetime)})"
        case None:
            return "None"
        case by:
            fields = msgspec.structs.asdict(by)
            items = in_body(api, operation, by.items)
            fields["items"] = ".".join(filter(None, (path_of(operation.unwrap), items)))
            defaults = {
                each.name: each.default
                for each in msgspec.structs.fields(by)
                if each.default is not msgspec.NODEFAULT
            }
            told = [
                f"{name}={literal(value)}"
                for name, value in fields.items()
                if name not in defaults or value != defaults[name]
            ]
            return f"{type(by).__name__}({', '.join(told)})"
