"""Client and emulator agree with a plain model of full webinars, and of what polls came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from tests.emulator.driving import (
    DRAWS,
    MOST,
    NOBODY,
    NOTHING,
    SELDOM,
    Driver,
    Refused,
    chosen,
    drive,
)
from tests.emulator.talking import Talk

RUNS = 20
HOST, OPEN, CLOSED, POLLED = "HOST", "111111111", "222222222", "333333333"
SEATS = 100
"""The smallest capacity that the page has."""
GUESTS = st.sampled_from([f"{name}@example.org" for name in ("ann", "Ann", "bo", "cy", "di")])
SOME = st.lists(DRAWS, min_size=1, max_size=3, unique=True)
ANSWERS = {
    "R1": {"poll": [("ann", "Lunch?", "Yes"), ("bo", "Lunch?", "No"), ("ann", "Tea?", "No")]},
    "R2": {"poll": [("bo", "Tea?", "Yes")], "question": [("cy", "When?", "Now")]},
}
"""Of each time that it took place: who was asked or asked, what, and what was answered."""


def webinar(id: str, type: int, approval: int) -> dict[str, object]:
    return {"id": id, "host_id": HOST, "topic": "T", "type": type, "approval_type": approval}


SEED: Any = {
    "user": [
        {
            "id": HOST,
            "email": "host@example.com",
            "type": 2,
            "enable_webinar": True,
            "webinar_capacity": SEATS,
        }
    ],
    "webinar": [webinar(OPEN, 5, 0), webinar(CLOSED, 5, 1), webinar(POLLED, 6, 2)],
    "webinar_registrant": [
        {
            "id": f"{id}-{number}",
            "webinar_id": id,
            "email": f"{number}@example.net",
            "first_name": "A",
            "last_name": "B",
            "approval": "approved",
        }
        for id in (OPEN, CLOSED)
        for number in range(SEATS - 2)
    ],
    "run": [
        {
            "uuid": uuid,
            "kind": "webinar",
            "number": POLLED,
            "host_id": HOST,
            "state": "past",
            "start_time": f"2025-01-0{day}T10:00:00Z",
            "end_time": f"2025-01-0{day}T11:00:00Z",
        }
        for day, uuid in enumerate(ANSWERS, 1)
    ],
    "webinar_question": [
        {
            "run_uuid": uuid,
            "kind": kind,
            "name": name,
            "email": f"{name}@example.org",
            "question": question,
            "answer": answer,
        }
        for uuid, kinds in ANSWERS.items()
        for kind, answers in kinds.items()
        for name, question, answer in answers
    ],
}


@dataclass
class Crowd:
    """Who registered for a webinar, by the ids that the emulator has given them."""

    automatic: bool
    states: dict[str, str]
    emails: dict[str, str] = field(default_factory=dict)

    def going(self, state: str) -> list[str]:
        return [id for id, each in self.states.items() if each == state]


class Hall:
    def __init__(self) -> None:
        self.capacity = SEATS
        self.crowds = {
            id: Crowd(id == OPEN, {f"{id}-{n}": "approved" for n in range(SEATS - 2)})
            for id in (OPEN, CLOSED)
        }
        self.times = {uuid: dict(kinds) for uuid, kinds in ANSWERS.items()}
        self.polled = True
        """Whether that webinar is still there."""

    def require_seat(self, crowd: Crowd) -> None:
        if 0 < self.capacity <= len(crowd.going("approved")):
            raise Refused("WebinarFull")

    def register(self, id: str, email: str) -> str | None:
        """The id of who has registered with that address already; None for somebody new."""
        crowd = self.crowds[id]
        for known, address in crowd.emails.items():
            if address == email.casefold() and crowd.states[known] != "cancelled":
                return known
        self.require_seat(crowd)
        return None

    def decide(self, id: str, registrants: Sequence[str], *, approve: bool) -> None:
        """All of them or, if one is refused, none."""
        crowd = self.crowds[id]
        before = dict(crowd.states)
        try:
            for each in registrants:
                if each not in crowd.states:
                    raise Refused("ArgumentsRefused")
                if not approve:
                    crowd.states[each] = "cancelled"
                elif crowd.states[each] == "cancelled":
                    raise Refused("ArgumentsRefused")
                elif crowd.states[each] == "pending":
                    self.require_seat(crowd)
                    crowd.states[each] = "approved"
        except Refused:
            crowd.states = before
            raise

    def answers(self, kind: str, uuid: str | None) -> tuple[str, list[tuple[str, list[Any]]]]:
        """Of which time, and by person what was said; of the last time if none is meant."""
        if not self.polled or (uuid is not None and uuid not in self.times):
            raise Refused("MeetingNotFound")
        uuid = uuid or [*self.times][-1]
        told: dict[str, list[Any]] = {}
        for name, question, answer in self.times[uuid].get(kind, ()):
            told.setdefault(f"{name}@example.org", []).append((question, answer))
        return uuid, list(told.items())


class Machine(Driver):
    def __init__(self) -> None:
        super().__init__()
        self.model = Hall()
        self.registrants: dict[str, list[str]] = {id: [*c.states] for id, c in self._crowds}

    @property
    def _crowds(self) -> list[tuple[str, Crowd]]:
        return [*self.model.crowds.items()]

    @initialize()
    def begin(self):
        """The account begins; one seat is left, and somebody waits for it."""
        for id in (OPEN, CLOSED):
            self.register(id=id, email="ann@example.org")
        self.register(id=CLOSED, email="bo@example.org")

    @rule(id=st.sampled_from([OPEN, CLOSED]), email=GUESTS)
    def register(self, id, email):
        pair = self.agree(
            lambda: (
                self.client.webinar.register(id=id, email=email, first_name="A", last_name="B"),
            ),
            lambda: (self.model.register(id, email),),
        )
        if pair is None:
            return
        ((found,), (known,)) = pair
        crowd = self.model.crowds[id]
        if known is None:
            known = found.registrant_id
            assert known not in crowd.states
            crowd.states[known] = "approved" if crowd.automatic else "pending"
            crowd.emails[known] = email.casefold()
            self.registrants[id].append(known)
        assert found.registrant_id == known
        assert bool(found.join_url) is (crowd.states[known] == "approved")

    @rule(id=st.sampled_from([OPEN, CLOSED]), draws=SOME, approve=st.booleans())
    def decide(self, id, draws, approve):
        several = [chosen(self.registrants[id], each, NOBODY) for each in draws]
        webinars = self.client.webinar
        call = webinars.approve_registration if approve else webinars.cancel_registration
        self.agree(
            lambda: call(id=id, host_id=HOST, registrant_ids=several),
            lambda: self.model.decide(id, several, approve=approve),
        )

    @rule(capacity=st.sampled_from([0, SEATS, 500]))
    def change_capacity(self, capacity):
        self.client.user.update(id=HOST, webinar_capacity=capacity)
        self.model.capacity = capacity

    @rule(id=st.sampled_from([OPEN, CLOSED]), approved=st.booleans())
    def list_registrants(self, id, approved):
        listed = self.client.webinar.iter_list_registrations
        found = [
            each.id for each in listed(id=id, host_id=HOST, type=1 if approved else 0, page_size=60)
        ]
        assert found == self.model.crowds[id].going("approved" if approved else "pending")

    # Polls

    @rule(kind=st.sampled_from(["poll", "question"]), draw=DRAWS)
    def get_answers(self, kind, draw):
        uuid = None if draw > SELDOM else chosen([*self.model.times], draw, NOTHING)
        uuid = NOTHING if draw == MOST else uuid
        asked = {"id": POLLED, "host_id": HOST, **({} if uuid is None else {"uuid": uuid})}
        webinars = self.client.webinar
        call: Any = webinars.get_polls if kind == "poll" else webinars.get_questions
        pair = self.agree(lambda: call(**asked), lambda: self.model.answers(kind, uuid))
        if pair is None:
            return
        found, (wanted, told) = pair
        assert found.uuid == wanted
        assert [
            (each.email, [(said.question, said.answer) for said in each.question_details])
            for each in found.questions
        ] == told

    @rule()
    def take_place_again(self):
        if not self.model.polled:
            return
        path = f"POST state/webinar/{POLLED}"
        begun = Talk(self.stub).control(f"{path}/start", {"tenant": self.key})
        self.client.webinar.end(id=POLLED, host_id=HOST)
        self.model.times[begun["record"]["uuid"]] = {}

    @rule(draw=DRAWS)
    def delete_webinar(self, draw):
        if draw == MOST and self.model.polled:
            self.client.webinar.delete(id=POLLED, host_id=HOST)
            self.model.polled = False


def test_client_and_emulator_agree_on_full_webinars():
    assert drive(Machine, RUNS, SEED) >= 250
