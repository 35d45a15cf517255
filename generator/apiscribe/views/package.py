"""The package's own modules: the client, the exceptions, the types, the lists, the stub."""

from __future__ import annotations

from apiscribe import naming
from apiscribe.model import Api, Choices, CommonArgument, ErrorCode, MemberOf, ObjectType, ValueType
from apiscribe.views import object_docs, sentences
from apiscribe.views.clients.flavors import ClientFlavor
from apiscribe.views.python_types import annotations as hints
from apiscribe.views.python_types.annotations import Imports
from apiscribe.views.text import (
    block,
    docstring_text,
    entry,
    literal,
    one_line,
    paragraph,
    sentence,
)


def client(api: Api, flavor: ClientFlavor) -> dict[str, object]:
    imports = Imports()
    return {
        "api": described(api),
        "flavor": flavor,
        "client": flavor.named(naming.class_name(api.client_class)),
        "raw_client": flavor.named(naming.raw_class(naming.class_name(api.client_class))),
        "notes": block(flavor.notes),
        "rate_limit": entry("rate_limit", _rate_limit(api), 12),
        "credentials": [
            {
                "name": naming.variable(c.name),
                "key": literal(c.name),
                "lines": _credential(api, c.name, c.doc),
            }
            for c in api.authentication.credentials
        ],
        "common": [_common(api, each, imports) for each in api.common],
        "resources": [
            {
                "variable": naming.variable(r.name),
                "class": flavor.named(naming.resource_class(r.name)),
                "raw_class": flavor.named(naming.raw_resource_class(r.name)),
                "doc": paragraph(r.summary, 8),
            }
            for r in api.resources
        ],
        "imports": imports.lines(),
    }


def described(api: Api) -> dict[str, str]:
    envelope = api.envelope
    return {
        "title": literal(api.title),
        "plain_name": docstring_text(one_line(f"{api.title} {api.version}")),
        "plain_title": paragraph(f"Client of the {api.title} {api.version}.", 4),
        "summary": paragraph(api.summary, 4),
        "package": literal(api.package),
        "client": naming.class_name(api.client_class),
        "async_client": naming.async_class(naming.class_name(api.client_class)),
        "error_base": naming.class_name(api.error_base),
        "distribution": literal(api.distribution),
        "version": literal(api.version),
        "base_url": literal(api.base_url),
        "prefix": literal(api.environment_prefix),
        "credentials": literal(tuple(c.name for c in api.authentication.credentials)),
        "scheme": literal(api.authentication.scheme),
        "present": literal(envelope.present),
        "code": literal(envelope.code),
        "message": literal(envelope.message),
    }


def _rate_limit(api: Api) -> str:
    return (
        'Where requests are counted, so that limits are kept: "memory", "sqlite:///path" for all '
        'processes of this machine, "redis://host" for a fleet; None for nowhere. Without it, '
        f'{api.environment_prefix}_RATE_LIMIT counts (where "none" is None), or else "memory".'
    )


def _credential(api: Api, name: str, doc: str) -> list[str]:
    variable = f"{api.environment_prefix}_{name.upper()}"
    return entry(naming.variable(name), f"{sentence(doc)} Without it, {variable} counts.", 12)


def _common(api: Api, each: CommonArgument, imports: Imports) -> dict[str, object]:
    name = naming.variable(each.argument.name)
    return {
        "name": name,
        "key": literal(each.argument.name),
        "annotation": hints.argument(api, each.argument.type, imports),
        "lines": entry(name, sentences.argument(api, each.argument), 12),
    }


def errors(api: Api) -> dict[str, object]:
    return {"api": described(api), "errors": [_error(each) for each in api.errors]}


def _error(error: ErrorCode) -> dict[str, object]:
    notes = []
    if error.section:
        notes = block(f"Section: {error.section}")
    return {
        "name": error.name,
        "base": "RateLimited" if error.kind == "rate_limit" else "APIError",
        "code": literal(error.code),
        "hint": literal(error.hint) if error.hint else None,
        "doc": paragraph(sentence(error.meaning), 8),
        "notes": notes,
        "basis": error.basis,
    }


def types(api: Api) -> dict[str, object]:
    imports = Imports()
    aliases = []
    for name, value in api.values.items():
        values = _literal_values(api, value)
        if values:
            aliases.append({"name": naming.alias(name), "literals": values})
    for name in _lists_by_themselves(api):
        values = ", ".join(map(literal, api.lists[name].values))
        aliases.append({"name": naming.alias(name), "literals": values})
    dicts = [
        _typed_dict(api, each, imports)
        for each in api.objects.values()
        if "request" in each.used_in
    ]
    return {
        "aliases": aliases,
        "dicts": dicts,
        "imports": imports.lines(),
        "models": sorted((name, module) for module, name in imports.models),
    }


def _lists_by_themselves(api: Api) -> list[str]:
    """Lists that no named value has as its own."""
    named = {r.list for v in api.values.values() for r in v.rules if isinstance(r, MemberOf)}
    return [name for name in api.lists if name not in named]


def _literal_values(api: Api, value: ValueType) -> str | None:
    for rule in value.rules:
        if isinstance(rule, Choices):
            return ", ".join(literal(choice.value) for choice in rule.choices)
        if isinstance(rule, MemberOf):
            return ", ".join(literal(key) for key in api.lists[rule.list].values)
    return None


def _typed_dict(api: Api, declared: ObjectType, imports: Imports) -> dict[str, object]:
    name = naming.class_name(declared.name)
    fields = []
    for field in declared.fields:
        annotation = hints.argument(api, field.type, imports)
        wrapped = annotation if field.required else f"NotRequired[{annotation}]"
        lines = block(sentences.argument(api, field))
        fields.append(
            {
                "name": field.wire_name,
                "key": literal(field.wire_name),
                "annotation": wrapped,
                "quoted": literal(wrapped),
                "doc": lines,
            }
        )
    plain = all(naming.is_plain(f.wire_name) for f in declared.fields)
    # Where no field has a line of its own, there is nothing to write under it.
    sections = [
        *([] if plain else [object_docs.fields_section(api, declared)]),
        object_docs.between_section(api, declared),
    ]
    return {
        "name": naming.dict_class(name),
        "model": name,
        "doc": paragraph(f"{sentence(declared.doc)} A plain dict in place of `{name}`.", 8),
        "sections": [section for section in sections if section],
        "fields": fields,
        "plain": plain,
    }


def lists(api: Api) -> dict[str, object]:
    return {
        "lists": [
            {
                "name": naming.constant(each.name),
                "doc": paragraph(f"{one_line(each.section)}: id -> name.", 4),
                "entries": [(literal(k), literal(v)) for k, v in each.values.items()],
            }
            for each in api.lists.values()
        ]
    }


def stub(api: Api) -> dict[str, object]:
    statuses = {e.code: e.status for e in api.errors if e.status is not None}
    messages = {e.code: e.messages[0].text if e.messages else e.meaning for e in api.errors}
    wanted = set(api.envelope.faults.values())
    return {
        "api": described(api),
        "status": api.envelope.status,
        "statuses": literal(statuses),
        "faults": literal(dict(api.envelope.faults)),
        "messages": literal({c: m for c, m in messages.items() if c in wanted}),
        "common": [
            {
                "key": literal(c.argument.name),
                "choices": literal(_choices(c.argument.type)),
                "case_insensitive": c.case_insensitive,
            }
            for c in api.common
        ],
    }


def _choices(value: ValueType) -> tuple[str, ...]:
    return tuple(
        str(choice.value)
        for rule in value.rules
        if isinstance(rule, Choices)
        for choice in rule.choices
    )
