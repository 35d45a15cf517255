"""Each error of the API comes about through the API itself, told by raw requests."""

import json
from pathlib import Path

import pytest
import yaml

from tests.emulator.asking import Account
from tests.emulator.error_stories import SEEDS, STORIES, UNPROVOKED, seeds
from tests.emulator.talking import Talk
from zoom_v1.resources.user import UserResource
from zoom_v1.stub import StubServer

SPEC = Path(__file__).parents[2] / "spec"
CODES = set(yaml.safe_load((SPEC / "errors.yaml").read_text())["errors"])


@pytest.fixture(scope="module")
def talk():
    with StubServer(clock="2031-01-01T00:00:00Z", seed={"$tenants": dict(seeds())}) as stub:
        yield Talk(stub)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_an_error_comes_about(talk, story):
    answer = story.tell(Account(talk, story.name), story.path)

    assert answer.get("error", answer).get("code") == story.code
    assert answer["error"]["message"]


def test_rate_limits_are_told():
    with StubServer(limits="on") as stub:
        talk = Talk(stub)
        answers = [talk.api("user/list") for _ in range(2)]

    assert "error" not in answers[0]
    assert answers[1]["error"]["code"] == 403


def test_what_the_page_promises_is_documented():
    """The page promises an error "user existing" of four operations."""
    paths = json.loads((SPEC.parent / "generated/openapi.json").read_text())["paths"]
    promised = ("/v1/user/create", "/v1/user/autocreate", "/v1/user/custcreate")
    told = {
        path
        for path, item in paths.items()
        if "1005 is `UserAlreadyExists`" in item["post"]["responses"]["200"]["description"]
    }

    assert told == {*promised, "/v1/ma/account/create"}
    assert "UserAlreadyExists" in str(UserResource.create.__doc__)
    assert "UserAlreadyExists" not in str(UserResource.sso_create.__doc__)


def test_no_error_is_forgotten():
    told = {story.code for story in STORIES}

    assert told.isdisjoint(UNPROVOKED)
    assert told | set(UNPROVOKED) == CODES
    assert len({story.name for story in STORIES}) == len(STORIES)
    assert {story.rules for story in STORIES} == set(SEEDS)
