"""Client and emulator agree with a plain model of webinars, registrations and recordings."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.emulator.driving import DRAWS, NOBODY, NOTHING, SELDOM, Driver, chosen, drive
from tests.emulator.talking import Talk
from tests.emulator.webinar_model import AUTOMATIC, MANUAL, NONE, Hall, Host, Registrant, Webinar

RUNS = 80
PEOPLE = [f"{name}@example.org" for name in ("ann", "Ann", "bo", "cy")]
HOSTS = ("ada@example.com", "Bob@example.com")
ADDRESSES = st.sampled_from([*PEOPLE, *HOSTS, HOSTS[1].lower()])
SOME = st.lists(DRAWS, min_size=1, max_size=3, unique=True)
WHEN: dict[int, Any] = {5: {"start_time": "2031-05-05T10:00:00Z", "duration": 60}, 6: {}}


class Machine(Driver):
    def __init__(self) -> None:
        super().__init__()
        self.hosts: list[str] = []
        self.webinars: list[str] = []
        self.registrants: list[str] = []
        self.recordings: list[str] = []
        """All that there were at some time, in this order."""
        self.model = Hall()

    def host(self, draw: int) -> str:
        return chosen(self.hosts, draw, NOBODY)

    def webinar(self, draw: int, stranger: int) -> tuple[str, str]:
        """A webinar, and mostly its host."""
        id = chosen(self.webinars, draw, NOTHING)
        known = self.model.webinars.get(id)
        return id, self.host(stranger) if known is None or stranger > SELDOM else known.host

    def some_registrants(self, draws: list[int]) -> list[str]:
        """Different ones: mostly of one webinar, as the last ones often are."""
        return list(dict.fromkeys(chosen(self.registrants, each, NOBODY) for each in draws))

    def happens(self, webinar: str, transition: str) -> Any:
        told = {"tenant": self.key}
        return Talk(self.stub).control(f"POST state/webinar/{webinar}/{transition}", told)

    @initialize(approval=st.sampled_from([AUTOMATIC, MANUAL]))
    def begin(self, approval):
        for email in HOSTS:
            self.create_host(email=email, webinars=True)
        self.create_webinar(host=0, type=5, approval=approval, panelists=[PEOPLE[0]])
        self.create_webinar(host=1, type=6, approval=NONE, panelists=[])
        for email in (PEOPLE[0], PEOPLE[2]):
            self.register(webinar=1, email=email)

    # Hosts

    @precondition(lambda self: len(self.model.hosts) < 3)
    @rule(email=st.sampled_from(["eve@example.com", "kim@example.com"]), webinars=st.booleans())
    def create_host(self, email, webinars):
        if any(each.email == email for each in self.model.hosts.values()):
            return
        made = self.client.user.auto_create(
            email=email, type=2, password="Pa55word", enable_webinar=webinars
        )
        self.model.hosts[made.id] = Host(email, webinars)
        self.hosts.append(made.id)

    @rule(host=DRAWS, webinars=st.booleans())
    def enable_webinars(self, host, webinars):
        host = self.host(host)
        self.agree(
            lambda: self.client.user.update(id=host, enable_webinar=webinars),
            lambda: self.model.enable(host, webinars=webinars),
        )

    @rule(host=DRAWS, active=st.booleans())
    def activate(self, host, active):
        host = self.host(host)
        user = self.client.user
        change = user.activate if active else user.deactivate
        self.agree(lambda: change(id=host), lambda: self.model.user(host))
        if host in self.model.hosts:
            self.model.hosts[host].active = active

    @precondition(lambda self: len(self.model.hosts) > 2)
    @rule(host=DRAWS)
    def delete_host(self, host):
        host = self.host(host)
        self.agree(lambda: self.client.user.delete(id=host), lambda: self.model.forget(host))

    # Webinars

    @rule(
        host=DRAWS,
        type=st.sampled_from([5, 6]),
        approval=st.sampled_from([AUTOMATIC, MANUAL, NONE]),
        panelists=st.lists(st.sampled_from(PEOPLE), max_size=3),
    )
    def create_webinar(self, host, type, approval, panelists):
        host = self.host(host)
        invited: Any = [{"name": "P", "email": each} for each in panelists]
        made = self.agree(
            lambda: self.client.webinar.create(
                host_id=host,
                topic="T",
                type=type,
                approval_type=approval,
                panelists=invited,
                **WHEN[type],
            ),
            lambda: self.model.require_to_plan(host),
        )
        if made is None:
            return
        # Each is invited once, whatever the case of the address.
        once = list(dict.fromkeys(map(str.casefold, panelists)))
        self.model.webinars[str(made.id)] = Webinar(host, type, approval, once)
        self.webinars.append(str(made.id))

    @rule(webinar=DRAWS, stranger=DRAWS)
    def get_webinar(self, webinar, stranger):
        id, host = self.webinar(webinar, stranger)
        pair = self.agree(
            lambda: self.client.webinar.get(id=id, host_id=host),
            lambda: self.model.webinar(id, host),
        )
        if pair is not None:
            found, wanted = pair
            assert (found.type, found.status, found.host_id) == (wanted.type, wanted.status, host)
            assert bool(found.registration_url) is (wanted.approval != NONE)

    @rule(host=DRAWS, registration=st.booleans(), size=st.integers(1, 3))
    def list_webinars(self, host, registration, size):
        host = self.host(host)
        webinar = self.client.webinar
        listed = webinar.iter_list_registration if registration else webinar.iter_list
        pair = self.agree(
            lambda: [str(each.id) for each in listed(host_id=host, page_size=size)],
            lambda: self.model.listed(host, registration=registration),
        )
        assert pair is None or pair[0] == pair[1]

    @rule(webinar=DRAWS, stranger=DRAWS)
    def list_panelists(self, webinar, stranger):
        id, host = self.webinar(webinar, stranger)
        pair = self.agree(
            lambda: self.client.webinar.list_panelists(id=id, host_id=host).panelists,
            lambda: self.model.webinar(id, host).panelists,
        )
        if pair is not None:
            found, wanted = pair
            assert [each.email.casefold() for each in found] == wanted

    @rule(webinar=DRAWS)
    def start_webinar(self, webinar):
        id, _ = self.webinar(webinar, 0)
        if self.model.start(id):
            self.happens(id, "start")

    @rule(webinar=DRAWS, stranger=DRAWS)
    def end_webinar(self, webinar, stranger):
        id, host = self.webinar(webinar, stranger)
        self.agree(
            lambda: self.client.webinar.end(id=id, host_id=host), lambda: self.model.end(id, host)
        )

    @rule(webinar=DRAWS, stranger=DRAWS)
    def delete_webinar(self, webinar, stranger):
        id, host = self.webinar(webinar, stranger)
        self.agree(
            lambda: self.client.webinar.delete(id=id, host_id=host),
            lambda: self.model.delete(id, host),
        )

    @rule(webinar=DRAWS, stranger=DRAWS)
    def list_times(self, webinar, stranger):
        id, host = self.webinar(webinar, stranger)
        pair = self.agree(
            lambda: self.client.webinar.get_uuid(id=id, host_id=host).webinars,
            lambda: self.model.webinar(id, host).times,
        )
        if pair is not None:
            found, wanted = pair
            assert len({each.uuid for each in found}) == len(found) == wanted

    # Registrations

    @rule(webinar=DRAWS, email=ADDRESSES)
    def register(self, webinar, email):
        id, _ = self.webinar(webinar, 0)
        pair = self.agree(
            lambda: (
                self.client.webinar.register(id=id, email=email, first_name="A", last_name="B"),
            ),
            lambda: (self.model.register(id, email),),
        )
        if pair is None:
            return
        ((found,), (known,)) = pair
        wanted = self.model.webinars[id]
        if known is None:
            state = "approved" if wanted.approval == AUTOMATIC else "pending"
            wanted.registrants[found.registrant_id] = Registrant(email, state)
            self.registrants.append(found.registrant_id)
            known = found.registrant_id
        assert found.registrant_id == known
        assert bool(found.join_url) is (wanted.registrants[known].state == "approved")

    @rule(webinar=DRAWS, stranger=DRAWS, registrants=SOME, approve=st.booleans())
    def decide(self, webinar, stranger, registrants, approve):
        id, host = self.webinar(webinar, stranger)
        registrants = self.some_registrants(registrants)
        webinars = self.client.webinar
        call = webinars.approve_registration if approve else webinars.cancel_registration
        expected = self.model.approve if approve else self.model.cancel
        self.agree(
            lambda: call(id=id, host_id=host, registrant_ids=registrants),
            lambda: expected(id, host, registrants),
        )

    @rule(webinar=DRAWS, stranger=DRAWS, size=st.integers(1, 3))
    def list_registrants(self, webinar, stranger, size):
        id, host = self.webinar(webinar, stranger)
        listed = self.client.webinar.iter_get_registration
        pair = self.agree(
            lambda: [
                (each.email, each.approval) for each in listed(id=id, host_id=host, page_size=size)
            ],
            lambda: self.model.going(self.model.webinar(id, host)),
        )
        if pair is not None:
            found, wanted = pair
            assert found == [(each.email, each.state) for each in wanted.values()]

    # Recordings

    @rule(webinar=DRAWS)
    def record(self, webinar):
        running = [id for id, each in self.model.webinars.items() if each.status == 1]
        id = chosen(running, webinar, "")
        if id:
            uuid = self.happens(id, "record")["record"]["uuid"]
            self.model.record(self.model.webinars[id], uuid)
            self.recordings.append(uuid)

    @rule(recording=DRAWS)
    def get_recording(self, recording):
        uuid = chosen(self.recordings, recording, NOTHING)
        pair = self.agree(
            lambda: self.client.recording.get(meeting_id=uuid),
            lambda: self.model.recording(uuid),
        )
        if pair is not None:
            found, wanted = pair
            state = "completed" if wanted.ready else "processing"
            assert [each.status for each in found.recording_files] == [state] * wanted.files
            assert found.host_id == wanted.host

    @rule(recording=DRAWS)
    def delete_recording(self, recording):
        uuid = chosen(self.recordings, recording, NOTHING)
        self.agree(
            lambda: self.client.recording.delete(meeting_id=uuid),
            lambda: self.model.delete_recording(uuid),
        )


def test_client_and_emulator_agree_on_webinars():
    assert drive(Machine, RUNS) >= 3_000
