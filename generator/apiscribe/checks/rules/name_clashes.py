"""`name-clash`: no two things would be called the same in what is generated.

What a thing is called is decided in `apiscribe.naming`, which also finds the clashes; it
knows the model only, so the places in the spec are looked up here.
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import Api
from apiscribe.naming.clashes import clashes
from apiscribe.problems import Problem

RULE = "name-clash"


def check(subject: Subject) -> Iterator[Problem]:
    for path, message in clashes(subject.api):
        yield Problem(subject.origins.key_at(_part(subject.api, path)), RULE, message)


def _part(api: Api, path: str) -> object:
    """What a path such as `operations.meeting.create.arguments.type` leads to."""
    kind, _, rest = path.partition(".")
    match kind:
        case "resources":
            return next(r for r in api.resources if r.name == rest)
        case "operations":
            resource, name, *inner = rest.split(".", 3)
            operation = next(o for o in api.operations if o.id == f"{resource}.{name}")
            return operation.argument(inner[1]) if inner else operation
        case "objects":
            name, *inner = rest.split(".", 2)
            fields = api.objects[name].fields
            return next(f for f in fields if f.name == inner[1]) if inner else api.objects[name]
        case "values":
            return api.values[rest]
        case "lists":
            return api.lists[rest]
        case "api":
            return api
    return _fact(api, kind, rest)


def _fact(api: Api, kind: str, name: str) -> object:
    """What is named in a file of its own, or in `api.yaml`."""
    match kind:
        case "credentials":
            return next(c for c in api.authentication.credentials if c.name == name)
        case "common":
            return next(c.argument for c in api.common if c.argument.name == name)
        case "errors":
            return next(e for e in api.errors if str(e.code) == name)
        case "events":
            events = api.webhooks.events if api.webhooks is not None else ()
            return next(e for e in events if e.name == name)
    raise KeyError(f"{kind}.{name}")
