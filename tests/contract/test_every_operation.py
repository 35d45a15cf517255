"""All 96 operations, through the client and real sockets, against the page's examples."""

import json
from functools import cached_property

import pytest

from tests.contract.answers import differences
from tests.contract.arguments import typed_arguments
from tests.contract.page import IDS, example, has_example
from zoom_v1 import ZoomClient
from zoom_v1._runtime.model import unknown_fields

# Two of the page's own examples give an argument that has no effect beside another.
pytestmark = pytest.mark.filterwarnings("ignore::zoom_v1.errors.ArgumentWarning")

PAGED = {
    "user": ["list", "list_pending"],
    "meeting": ["list", "list_live"],
    "webinar": ["list", "list_registration", "get_registration", "list_registrations"],
    "group": ["member_list"],
    "im_group": ["member_list"],
    "recording": ["list", "list_mc"],
    "device": ["list"],
    "chat": ["list", "get"],
    "report": ["get_account", "get_audio", "get_user"],
    "dashboard": [
        *("meetings", "meeting", "webinars", "webinar"),
        *("share_details", "rooms", "room", "im"),
    ],
}
"""Operations that take a page and answer how many there are, or the token of the next."""

WALKS = [f"{resource}.{name}" for resource, names in PAGED.items() for name in names]
CALLS = [(id, kind) for kind in ("curl", "node") for id in IDS if has_example(id, kind)]


def method(client: object, operation: str):
    resource, name = operation.split(".")
    return getattr(getattr(client, resource), name)


def iterator(client: ZoomClient, operation: str):
    resource, name = operation.split(".")
    return method(client, f"{resource}.iter_{name}")(**typed_arguments(operation, "curl"))


def public(kind: type) -> list[str]:
    return [name for name in vars(kind) if not name.startswith("_")]


def test_the_page_has_96_operations_with_examples_of_each():
    assert len(set(IDS)) == len(IDS) == 96
    assert len(CALLS) == 96 + 92


@pytest.mark.parametrize(("operation", "kind"), CALLS)
def test_an_operation_answers_what_the_page_documents(client, operation, kind):
    answer = method(client, operation)(**typed_arguments(operation, kind))

    assert differences(example(operation, "response"), answer) == []
    assert unknown_fields(answer) == {}


@pytest.mark.parametrize("operation", IDS)
def test_an_operation_answers_as_it_came_on_demand(client, operation):
    raw = method(client.with_raw_response, operation)(**typed_arguments(operation, "curl"))

    documented = example(operation, "response")
    assert raw.status == 200
    assert raw.headers["content-type"] == "application/json"
    assert json.loads(raw.body) == documented
    assert differences(documented, raw.parsed()) == []


def test_the_client_has_the_pages_operations_and_no_others(client):
    resources = [
        name
        for name, value in vars(ZoomClient).items()
        if isinstance(value, cached_property) and name != "with_raw_response"
    ]
    methods = [
        f"{resource}.{name}"
        for resource in resources
        for name in public(type(getattr(client, resource)))
        if not name.startswith("iter_")
    ]

    assert methods == IDS


def test_raw_responses_are_to_be_had_of_the_same_operations(client):
    raw = client.with_raw_response
    methods = [
        f"{resource}.{name}"
        for resource in public(type(raw))
        for name in vars(getattr(raw, resource))
    ]

    assert methods == IDS


def test_paged_operations_and_no_others_can_be_walked_through(client):
    walks = {
        resource: [
            name.removeprefix("iter_")
            for name in public(type(getattr(client, resource)))
            if name.startswith("iter_")
        ]
        for resource in dict.fromkeys(id.partition(".")[0] for id in IDS)
    }

    assert {resource: names for resource, names in walks.items() if names} == PAGED


@pytest.mark.parametrize("operation", WALKS)
def test_a_walk_visits_as_many_pages_as_the_answer_counts(client, operation):
    documented = example(operation, "response")
    pages = list(iterator(client, operation).pages())

    assert len(pages) == documented["page_count"]
    for number, page in enumerate(pages, start=1):
        # By token, pages have no numbers.
        numbered = {"page_number": number} if "page_number" in documented else {}
        assert differences(documented | numbered, page) == []


@pytest.mark.parametrize("operation", WALKS)
def test_a_walk_yields_the_items_of_every_page(client, operation):
    documented = example(operation, "response")
    (items,) = [value for value in documented.values() if isinstance(value, list)]
    walked = list(iterator(client, operation))

    assert differences(items * documented["page_count"], walked) == []
