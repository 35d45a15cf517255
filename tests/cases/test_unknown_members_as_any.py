"""What came as a member that is not documented is sent where any JSON is taken."""

import asyncio
import json
import shutil
from importlib import import_module

import pytest
import yaml

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

NOTE = {
    "path": "/notes",
    "method": "POST",
    "effect": "change",
    "summary": "Note something.",
    "arguments": {
        "what": {"type": "any", "required": True, "in": "body", "doc": "What."},
        "why": {"type": "any", "in": "query", "doc": "Why."},
    },
}


@pytest.fixture
def package(compiled, tmp_path):
    spec = tmp_path / "tram"
    shutil.copytree(CASES / "good" / "tram" / "spec", spec)
    path = spec / "resources" / "tram.yaml"
    resource = yaml.safe_load(path.read_text())
    resource["operations"]["note"] = {**NOTE, "encoding": "json"}
    resource["operations"]["note_all"] = {
        **NOTE,
        "encoding": "json",
        "path": "/all",
        "arguments": {"what": {"type": "any", "required": True, "body": True, "doc": "What."}},
    }
    path.write_text(yaml.safe_dump(resource, sort_keys=False))
    return compiled(spec)[0]


@pytest.mark.parametrize("kind", ["TramClient", "AsyncTramClient"])
def test_it_is_sent_as_it_came(kind, package, server):
    unions = import_module(f"{package.__name__}._runtime.unions")
    unknown = unions.UnknownMember({"kind": "new", "a": 1}, "new")
    given = {"base_url": server.base_url, "token": "t", "rate_limit": None}
    calls = (("note", {"what": [unknown], "why": unknown}), ("note_all", {"what": {"x": unknown}}))
    server.will(*[answers("", 204)] * 2)

    async def awaited():
        async with package.AsyncTramClient(**given) as client:
            for name, arguments in calls:
                await getattr(client.tram, name)(**arguments)

    if kind == "AsyncTramClient":
        asyncio.run(awaited())
    else:
        with package.TramClient(**given) as client:
            for name, arguments in calls:
                getattr(client.tram, name)(**arguments)
    first, second = (json.loads(each.body) for each in server.received)
    assert first == {"what": [unknown.value]}
    assert "%22a%22%3A1" in server.received[0].target
    assert second == {"x": unknown.value}
