"""Webinars as the page describes them, in plain Python: what the emulator has to agree with.

Each method does what an operation is documented to do, and raises `Refused` with the name of the
documented error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.emulator.driving import Refused

WAITING, STARTED, ENDED = 0, 1, 2
AUTOMATIC, MANUAL, NONE = 0, 1, 2
"""How registrations are approved; none is for those without registration."""
RECURRING = 6


@dataclass
class Host:
    email: str
    webinars: bool
    active: bool = True


@dataclass
class Registrant:
    email: str
    state: str


@dataclass
class Webinar:
    host: str
    type: int
    approval: int
    panelists: list[str] = field(default_factory=list)
    registrants: dict[str, Registrant] = field(default_factory=dict)
    status: int = WAITING
    recorded: str = ""
    """The recording of the time that it takes place now."""
    times: int = 0
    """How often it has taken place."""


@dataclass
class Recording:
    host: str
    files: int = 0
    ready: bool = False


class Hall:
    """Who hosts webinars, and what becomes of them, by the ids that the emulator has given them."""

    def __init__(self) -> None:
        self.hosts: dict[str, Host] = {}
        self.webinars: dict[str, Webinar] = {}
        self.recordings: dict[str, Recording] = {}

    def user(self, id: str) -> Host:
        if id not in self.hosts:
            raise Refused("UserNotFound")
        return self.hosts[id]

    def host(self, id: str) -> Host:
        """A user who may hold webinars."""
        host = self.user(id)
        if not host.webinars:
            raise Refused("NotAllowed")
        return host

    def require_to_plan(self, id: str) -> None:
        if not self.user(id).active:
            raise Refused("UserNotModifiable")
        self.host(id)

    def enable(self, id: str, *, webinars: bool) -> None:
        if not self.user(id).active:
            raise Refused("UserNotModifiable")
        self.hosts[id].webinars = webinars

    def forget(self, id: str) -> None:
        """A user goes, and with them what they host and have recorded."""
        self.user(id)
        del self.hosts[id]
        self.webinars = {key: each for key, each in self.webinars.items() if each.host != id}
        self.recordings = {key: each for key, each in self.recordings.items() if each.host != id}

    def webinar(self, id: str, host: str) -> Webinar:
        self.host(host)
        if id not in self.webinars or self.webinars[id].host != host:
            raise Refused("MeetingNotFound")
        return self.webinars[id]

    def own_webinar(self, id: str, host: str) -> Webinar:
        """For what only the host may do."""
        self.host(host)
        if id not in self.webinars:
            raise Refused("MeetingNotFound")
        if self.webinars[id].host != host:
            raise Refused("NotMeetingHost")
        return self.webinars[id]

    def listed(self, host: str, *, registration: bool) -> list[str]:
        self.host(host)
        mine = {id: each for id, each in self.webinars.items() if each.host == host}
        if not registration:
            return [id for id, each in mine.items() if each.approval == NONE]
        coming = {id: each for id, each in mine.items() if each.status != ENDED}
        return [id for id, each in coming.items() if each.approval != NONE]

    # What takes place

    def start(self, id: str) -> bool:
        webinar = self.webinars.get(id)
        if webinar is None or webinar.status == STARTED:
            return False
        webinar.status = STARTED
        return True

    def record(self, webinar: Webinar, uuid: str) -> None:
        webinar.recorded = uuid
        self.recordings.setdefault(uuid, Recording(webinar.host)).files += 1

    def end(self, id: str, host: str) -> None:
        webinar = self.own_webinar(id, host)
        if webinar.status != STARTED:
            raise Refused("MeetingNotFound")
        # What recurs without a fixed time waits for its next time.
        webinar.status = WAITING if webinar.type == RECURRING else ENDED
        webinar.times += 1
        if webinar.recorded in self.recordings:
            self.recordings[webinar.recorded].ready = True
        webinar.recorded = ""

    def delete(self, id: str, host: str) -> None:
        webinar = self.own_webinar(id, host)
        if webinar.status == STARTED:
            raise Refused("MeetingInProgress")
        if webinar.status == ENDED:
            raise Refused("MeetingAlreadyEnded")
        del self.webinars[id]

    # Who registers

    def register(self, id: str, email: str) -> str | None:
        """The id of who has registered with that address already; None for somebody new."""
        if id not in self.webinars:
            raise Refused("MeetingNotFound")
        webinar = self.webinars[id]
        if webinar.approval == NONE:
            raise Refused("MeetingNotAccessible")
        if webinar.status == ENDED:
            raise Refused("WebinarOver")
        if self.hosts[webinar.host].email.casefold() == email.casefold():
            raise Refused("HostCannotRegister")
        going = self.going(webinar)
        known = (id for id, each in going.items() if each.email.casefold() == email.casefold())
        return next(known, None)

    def going(self, webinar: Webinar) -> Mapping[str, Registrant]:
        """Registrants who have not cancelled."""
        return {id: each for id, each in webinar.registrants.items() if each.state != "cancelled"}

    def _registrants(self, id: str, host: str, registrants: Sequence[str]) -> list[Registrant]:
        webinar = self.webinar(id, host)
        if any(each not in webinar.registrants for each in registrants):
            raise Refused("ArgumentsRefused")
        return [webinar.registrants[each] for each in registrants]

    def approve(self, id: str, host: str, registrants: Sequence[str]) -> None:
        found = self._registrants(id, host, registrants)
        if any(each.state == "cancelled" for each in found):
            raise Refused("ArgumentsRefused")
        for each in found:
            each.state = "approved"

    def cancel(self, id: str, host: str, registrants: Sequence[str]) -> None:
        for each in self._registrants(id, host, registrants):
            each.state = "cancelled"

    # What was recorded

    def recording(self, uuid: str) -> Recording:
        if uuid not in self.recordings:
            raise Refused("RecordingNotFound")
        return self.recordings[uuid]

    def delete_recording(self, uuid: str) -> None:
        if not self.recording(uuid).ready:
            raise Refused("RecordingNotCompleted")
        del self.recordings[uuid]
