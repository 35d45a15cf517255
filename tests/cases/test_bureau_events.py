"""The bureau's events: forms whose objects and lists have names with brackets."""

import json
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest

from tests.emulator.receiving import receiver

SPEC = Path(__file__).parent / "good/bureau/spec"
OPENAPI = Path(__file__).parent / "good/bureau/output/openapi.json"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
FIELDS = json.loads((SPEC / "examples/webhooks/photo_added.event.json").read_text())


@pytest.fixture
def webhooks(bureau_v1: SimpleNamespace) -> Any:
    return import_module("bureau_v1.webhooks")


def parsed(webhooks: Any, fields: dict[str, str]) -> Any:
    return webhooks.parse(urlencode(fields).encode(), FORM)


def test_names_with_brackets_are_objects_and_lists(webhooks: Any) -> None:
    payload = parsed(webhooks, FIELDS).payload

    assert (payload.count, payload.data.id, payload.data.size) == (3, "p1", 512)
    assert payload.data.merges == {"FNAME": "Ada"}
    assert [tag.name for tag in payload.tags] == ["sea", "port"]
    assert payload.tags[0].weight == 0.5


def test_a_name_with_brackets_tells_an_event(webhooks: Any) -> None:
    noted = {"type": "desk", "data[about]": "note", "data[text]": "Call."}

    event = parsed(webhooks, noted)
    other = parsed(webhooks, noted | {"data[about]": "rest"})

    assert isinstance(event, webhooks.DeskNoted)
    assert event.payload.data == {"about": "note", "text": "Call."}
    assert isinstance(other, webhooks.UnknownEvent)


def test_names_that_contradict_each_other_are_refused(webhooks: Any) -> None:
    with pytest.raises(webhooks.MalformedEvent, match=r"data: already has fields"):
        parsed(webhooks, FIELDS | {"data": "p1"})


def test_the_stub_writes_names_with_brackets(bureau_v1: SimpleNamespace, webhooks: Any) -> None:
    with bureau_v1.stub.StubServer() as stub, receiver() as hook:
        stub.subscribe(hook.url)
        with bureau_v1.package.BureauClient(base_url=stub.base_url) as client:
            photo = client.photo.add(title="Harbour")
        stub.tells("photo_added")
        (_, _, made), (_, _, documented) = hook.wait_for(2)

    sent = {"count": "1", "data[id]": photo.id, "data[merges][title]": "Harbour"}
    sent |= {"tags[0][name]": "all", "tags[1][name]": "Harbour"}
    assert dict(parse_qsl(made)) == sent | {"type": "photo_added"}
    assert dict(parse_qsl(documented)) == FIELDS
    assert webhooks.parse(made.encode(), FORM).payload.data.merges == {"title": "Harbour"}


def test_the_document_has_the_names_as_they_are() -> None:
    post = json.loads(OPENAPI.read_text())["webhooks"]["photo_added"]["post"]
    (media,) = post["requestBody"]["content"].values()

    assert media["encoding"]["data"] == {"style": "deepObject", "explode": True}
    assert media["encoding"]["tags"]["x-style"] == "indexed"
    assert media["examples"]["photo_added"]["value"]["data"]["size"] == 512
