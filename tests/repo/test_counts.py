"""How much of everything there is: counted off the page by hand, and in two places here."""

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml

from zoom_v1.operations import find

ROOT = Path(__file__).parents[2]

# Operations, arguments, required arguments, arguments with a printed default.
RESOURCES = {
    "account": (10, 69, 24, 18),
    "user": (21, 222, 22, 137),
    "meeting": (8, 79, 17, 30),
    "webinar": (17, 116, 37, 26),
    "group": (8, 12, 9, 2),
    "im_group": (8, 20, 9, 10),
    "recording": (4, 15, 4, 4),
    "device": (4, 12, 4, 6),
    "chat": (2, 12, 7, 2),
    "report": (4, 16, 9, 7),
    "dashboard": (10, 39, 20, 20),
}
ALL = (96, 612, 162, 262)

# On the page, these belong to every operation.
COMMON = {"api_key", "api_secret", "data_type"}

LISTS = {
    "states": 75,
    "countries": 255,
    "timezones": 135,
    "toll_free_countries": 64,
    "premium_countries": 7,
    "base_plans": 8,
    "zoom_rooms_plans": 2,
    "room_connector_plans": 2,
    "large_meeting_plans": 8,
    "webinar_plans": 12,
    "recording_plans": 3,
    "audio_plans": 3,
}

SECOND, MINUTE, DAY = 1, 60, 86_400
LIMITS = {
    "user.create": [(10, SECOND)],
    "user.list_pending": [(10, SECOND)],
    "meeting.list_live": [(10, SECOND)],
    "webinar.list_registration": [(10, SECOND)],
    "webinar.get_registration": [(10, SECOND)],
    "webinar.list_panelists": [(10, SECOND)],
    "account.update": [(10, SECOND)],
    "meeting.list": [(1, SECOND)],
    "user.schedulers": [(1, SECOND)],
    "group.member_list": [(1, SECOND)],
    "im_group.list": [(1, SECOND)],
    "webinar.get_uuid": [(1, SECOND)],
    "recording.list_mc": [(1, SECOND)],
    "account.plan_get": [(1, SECOND)],
    "account.update_billing": [(1, SECOND)],
    "webinar.get_polls": [(1, SECOND)],
    "webinar.get_questions": [(1, SECOND)],
    "chat.get": [(1, SECOND)],
    "dashboard.qos": [(1, SECOND)],
    "chat.list": [(1, SECOND), (2000, DAY)],
    "report.get_daily": [(1, SECOND), (2000, DAY)],
    "report.get_user": [(1, SECOND), (2000, DAY), (1, DAY)],
    "dashboard.meetings": [(1, SECOND), (1, MINUTE), (2000, DAY)],
    "dashboard.webinars": [(1, SECOND), (1, MINUTE), (2000, DAY)],
}


@pytest.fixture(scope="module")
def openapi():
    paths = json.loads((ROOT / "generated" / "openapi.json").read_text())["paths"]
    return [operation for path in paths.values() for operation in path.values()]


@pytest.fixture(scope="module")
def groups():
    """Arguments that operations share, by the name of their group."""
    files = [yaml.safe_load(path.read_text()) for path in (ROOT / "spec" / "types").glob("*.yaml")]
    return {name: group for file in files for name, group in file.get("groups", {}).items()}


def test_the_resources_add_up_to_the_whole():
    assert tuple(map(sum, zip(*RESOURCES.values(), strict=True))) == ALL


@pytest.mark.parametrize("resource", RESOURCES)
def test_openapi_has_what_the_page_has(openapi, resource):
    operations = [each for each in openapi if each["operationId"].startswith(f"{resource}.")]
    arguments = required = defaults = 0
    for operation in operations:
        (body,) = operation["requestBody"]["content"].values()
        properties = body["schema"]["properties"]
        names = properties.keys() - COMMON
        arguments += len(names)
        required += len(names & set(body["schema"].get("required", ())))
        required += sum("x-conditional" in properties[name] for name in names)
        defaults += sum("default" in properties[name] for name in names)

    assert (len(operations), arguments, required, defaults) == RESOURCES[resource]


def test_openapi_has_no_other_resources(openapi):
    assert {each["operationId"].partition(".")[0] for each in openapi} == RESOURCES.keys()


@pytest.mark.parametrize("resource", RESOURCES)
def test_the_spec_has_what_the_page_has(groups, resource):
    file = yaml.safe_load((ROOT / "spec" / "resources" / f"{resource}.yaml").read_text())
    operations = file["operations"].values()
    arguments = [
        argument
        for operation in operations
        for argument in expanded(operation.get("arguments") or {}, groups)
    ]
    required = [argument for argument in arguments if argument.get("required")]
    defaults = [argument for argument in arguments if argument.get("default") is not None]

    counted = tuple(map(len, (operations, arguments, required, defaults)))
    assert counted == RESOURCES[resource]


def expanded(written, groups):
    """Arguments as they are written, with each group's in its place."""
    for name, argument in written.items():
        if argument == "group" or argument.get("group") is True:
            use = {} if argument == "group" else argument
            shared = dict(groups[name])
            for left_out in use.get("except", ()):
                del shared[left_out]
            for changed, keys in use.get("override", {}).items():
                shared[changed] = shared[changed] | keys
            yield from shared.values()
        else:
            yield argument


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_as_long_as_the_pages(name):
    file = yaml.safe_load((ROOT / "spec" / "lists" / f"{name}.yaml").read_text())

    assert len(file["values"]) == LISTS[name]


def test_there_are_no_other_lists():
    assert {path.stem for path in (ROOT / "spec" / "lists").iterdir()} == LISTS.keys()


def test_every_example_of_the_page_is_there():
    files = (ROOT / "spec" / "examples").glob("*/*.*.json")
    kinds = Counter(path.name.split(".")[1] for path in files)

    # Four operations have no example for Node.js.
    assert kinds == {"curl": 96, "node": 92, "response": 96}


@pytest.mark.parametrize("operation", LIMITS)
def test_an_operation_has_the_limits_of_the_page(operation):
    limits = find(operation).limits
    assert [(limit.requests, limit.seconds) for limit in limits] == LIMITS[operation]


@pytest.mark.parametrize("operation", LIMITS)
def test_openapi_tells_the_limits_too(openapi, operation):
    (found,) = [each for each in openapi if each["operationId"] == operation]

    limits = [(limit["requests"], limit["seconds"]) for limit in found["x-rate-limits"]]
    assert limits == LIMITS[operation]
