# Generated from spec/types/webinar.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType, field

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import AwareDatetime, BlankableDatetime, Identifier, SensitiveText

from .common import Occurrence


class Panelist(ApiObject, kw_only=True):
    """Who speaks in a webinar."""

    name: str
    """Name."""

    email: str
    """E-mail address, where the invitation goes."""


class Webinar(ApiObject, kw_only=True):
    """A webinar."""

    uuid: str
    """Id of this run of the webinar."""

    id: Identifier
    """Number of the webinar."""

    start_url: SensitiveText
    """Where the host starts it."""

    join_url: str
    """Where attendees join."""

    created_at: AwareDatetime
    """When it was created."""

    host_id: str
    """Who hosts it."""

    topic: str
    """Title."""

    type: int
    """Kind of webinar."""

    start_time: BlankableDatetime
    """When it starts; one example has a blank before it (see errata)."""

    duration: int
    """Minutes."""

    timezone: str
    """Time zone that `start_time` is shown in."""

    agenda: str
    """What it is about."""

    option_start_type: str
    """What it starts with."""

    option_audio: str
    """How attendees can be heard."""

    status: int
    """State of the webinar."""

    registration_url: str | UnsetType = UNSET
    """Where attendees register; empty without registration."""

    option_enforce_login: bool | UnsetType = UNSET
    """Only signed-in users join."""

    option_enforce_login_domains: str | UnsetType = UNSET
    """Only users of these domains join."""

    option_enforce_login_domains_padded: str | UnsetType = field(
        name="option_enforce_login_domains ", default=UNSET
    )
    """The same, under the key that the examples print with a blank behind it (see errata)."""

    option_alternative_hosts: str | UnsetType = UNSET
    """Who else may host."""

    occurrences: list[Occurrence] | UnsetType = UNSET
    """Dates of a recurring webinar."""


class WebinarList(ApiObject, kw_only=True):
    """A page of webinars."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    webinars: list[Webinar]
    """The webinars of this page."""


class WebinarRegistration(ApiObject, kw_only=True):
    """A registration for a webinar, with the registrant's own link."""

    id: str
    """Id of the registrant."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""

    create_time: AwareDatetime
    """When they registered."""

    approval: str
    """State of the registration, such as `approved`."""

    email: str
    """E-mail address."""

    registration_url: SensitiveText
    """Where this registrant joins."""


class WebinarRegistrationList(ApiObject, kw_only=True):
    """A page of registrations."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    attendees: list[WebinarRegistration]
    """The registrations of this page."""


class WebinarRegistrant(ApiObject, kw_only=True):
    """Who registered for a webinar."""

    id: str
    """Id of the registrant, to approve or cancel by."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""

    email: str
    """E-mail address."""

    registration_time: AwareDatetime
    """When they registered."""


class WebinarRegistrantList(ApiObject, kw_only=True):
    """A page of registrants."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    type: int
    """Whether these wait for approval (0) or were approved (1)."""

    users: list[WebinarRegistrant]
    """The registrants of this page."""


class WebinarPanelist(ApiObject, kw_only=True):
    """A panelist, with the panelist's own link."""

    name: str
    """Name."""

    email: str
    """E-mail address."""

    join_url: SensitiveText
    """Where this panelist joins."""


class WebinarPanelistList(ApiObject, kw_only=True):
    """All panelists of a webinar."""

    total_records: int
    """How many there are."""

    panelists: list[WebinarPanelist]
    """The panelists."""


class EndedWebinar(ApiObject, kw_only=True):
    """One run of a webinar that is over."""

    uuid: str
    """Id of the run."""

    start_time: AwareDatetime
    """When it started."""


class EndedWebinarList(ApiObject, kw_only=True):
    """All runs of a webinar that are over."""

    webinars: list[EndedWebinar]
    """The runs."""


class WebinarAttendee(ApiObject, kw_only=True):
    """Who registered for a webinar that is over, and how long they attended."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""

    email: str
    """E-mail address."""

    join_time: AwareDatetime
    """When they joined."""

    leave_time: AwareDatetime
    """When they left."""

    time_in_session: str
    """How long they stayed; a number as text whose unit the page does not say."""

    attended: str
    """Whether they came: `Yes`."""

    custom_questions: dict[str, str]
    """The host's own questions and what they answered."""

    questions: dict[str, str]
    """What else they gave on registering, such as `country`."""


class WebinarAttendeeList(ApiObject, kw_only=True):
    """All attendees of a webinar that is over."""

    attendees: list[WebinarAttendee]
    """The attendees."""


class WebinarQuestion(ApiObject, kw_only=True):
    """A question and the answer to it."""

    question: str
    """The question."""

    answer: str
    """The answer."""


class WebinarPersonQuestions(ApiObject, kw_only=True):
    """What one person asked or was asked."""

    name: str
    """Name."""

    email: str
    """E-mail address."""

    question_details: list[WebinarQuestion]
    """The questions."""


class WebinarQuestions(ApiObject, kw_only=True):
    """What was asked and answered in a webinar that is over."""

    id: Identifier
    """Number of the webinar."""

    uuid: str
    """Id of the run."""

    start_time: AwareDatetime
    """When it started."""

    questions: list[WebinarPersonQuestions]
    """An entry for each person."""
