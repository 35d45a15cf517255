"""Right arguments in any order, mostly of what there is: the emulator answers, and never breaks."""

import json
import random

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from zoom_v1 import strategies
from zoom_v1.stub import API, StubServer

CALLS, DRAWN = 1000, 6
EMAILS = ["ann@example.com", "Ann@example.com", "bob@example.com", "kim@example.com"]
KINDS = {
    "host_id": "user",
    "user_id": "user",
    "account_id": "account",
    "meeting_id": "meeting",
    "group_id": "group",
    "imgroup_id": "im_group",
    "occurrence_id": "occurrence",
    "member_ids": "user",
    "registrant_ids": "registrant",
    "occurrence_ids": "occurrence",
}
"""Argument -> of what it is the id."""


def drawn(id, number):
    """Right arguments of an operation."""
    found = []

    @seed(number)
    @settings(
        max_examples=DRAWN,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategies.valid_arguments(id))
    def gather(arguments):
        found.append(arguments)

    gather()
    return found


class Life:
    """Calls operations, with ids that were answered before."""

    def __init__(self, stub, number):
        self.stub, self.client = stub, stub.client()
        self.random = random.Random(number)
        self.known = {}
        self.done = set()

    def some(self, kind):
        known = self.known.get(kind, [])
        return self.random.choice(known[-6:]) if known else "nothing"

    def fitting(self, id, arguments):
        """Arguments with ids of what there is."""
        resource, _ = id.split(".")
        found = {}
        for name, value in arguments.items():
            kind = resource if name == "id" else KINDS.get(name)
            if kind is not None and self.random.random() < 0.9:
                value = [self.some(kind)] if isinstance(value, list) else self.some(kind)
            elif name.endswith("email") and self.random.random() < 0.7:
                value = self.random.choice(EMAILS)
            found["from_" if name == "from" else name] = value
        hosted = self.known.get(f"hosted {resource}")
        if hosted and {"id", "host_id"} <= found.keys():
            found["id"], found["host_id"] = self.random.choice(hosted)
        if id in ("user.create", "user.auto_create"):
            found |= {"type": 2, "enable_webinar": True, "webinar_capacity": 100}
        return found

    def call(self, id, arguments):
        resource, name = id.split(".")
        method = getattr(getattr(self.client.with_raw_response, resource), name)
        answer = json.loads(method(**arguments).body)
        if "error" in answer:
            assert answer["error"]["code"] != 500, (id, arguments)
            return
        self.done.add(id)
        if id.endswith("create"):
            self.note(resource, arguments, answer)
        if "registrant_id" in answer:
            self.note("registrant", {}, {"id": answer["registrant_id"]})

    def note(self, resource, arguments, answer):
        key = str(answer["group_id"] if resource.endswith("group") else answer["id"])
        self.known.setdefault(resource, []).append(key)
        if "host_id" in arguments:
            self.known.setdefault(f"hosted {resource}", []).append((key, arguments["host_id"]))
        for each in answer.get("occurrences", ()):
            self.known.setdefault("occurrence", []).append(each["occurrence_id"])


@pytest.mark.filterwarnings("ignore::zoom_v1.errors.DeprecatedArgumentWarning")
def test_the_emulator_never_breaks():
    number = 1
    arguments = {each.id: drawn(each.id, number) for each in API.operations}
    often = [id for id in arguments if id.endswith("create") or id.startswith("webinar.")]
    life = Life(StubServer(random_seed=number), number)
    for _ in range(CALLS):
        id = life.random.choice(life.random.choice([often, list(arguments)]))
        life.call(id, life.fitting(id, life.random.choice(arguments[id])))

    assert len(life.done) > 70
