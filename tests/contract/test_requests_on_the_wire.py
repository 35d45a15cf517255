"""What the client sends, written down by a server that knows nothing of the API."""

import email
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.contract.arguments import JPEG
from tests.contract.page import OPERATIONS
from tests.runtime.scripted import Received, ScriptedServer, answers
from zoom_v1 import ZoomClient
from zoom_v1.models.plans import BasePlan
from zoom_v1.models.recurrence import Recurrence
from zoom_v1.operations import all_operations

CREDENTIALS: dict[str, Any] = {"api_key": "the key", "api_secret": "the & secret"}
# Two hours ahead of UTC.
SUMMER = timezone(timedelta(hours=2))
SENT_TO = {each.id: (each.method, each.path) for each in all_operations()}


class Recorder(ScriptedServer):
    """Takes calls of a client's methods and tells what came of them."""

    def __init__(self) -> None:
        super().__init__()
        self.will(answers("{}"))
        self._client = ZoomClient(**CREDENTIALS, base_url=self.base_url, rate_limit=None)
        # The answer is of no interest here, and no operation's.
        self.calls = self._client.with_raw_response

    @property
    def request(self):
        (request,) = self.received
        return request

    @property
    def form(self) -> dict[str, str]:
        """The arguments of the one request that came, credentials aside."""
        pairs = parse_qsl(self.request.body.decode(), keep_blank_values=True, strict_parsing=True)
        form = dict(pairs)
        assert len(form) == len(pairs), "an argument was sent twice"
        return {name: text for name, text in form.items() if name not in CREDENTIALS}

    def close(self) -> None:
        self._client.close()
        super().close()


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    with Recorder() as recorder:
        yield recorder


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_every_operation_goes_to_its_path(operation):
    # The page prints the path of the ordinary group's operation.
    misprinted = operation.id == "im_group.member_add"
    path = "/v1/im/group/member/add" if misprinted else operation.path
    assert SENT_TO[operation.id] == ("POST", path)


def test_a_call_posts_a_form_and_has_no_credentials_in_its_url(recorder):
    recorder.calls.user.get(id="u&1=ä")

    request = recorder.request
    assert (request.method, request.target) == ("POST", "/v1/user/get")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.body == b"api_key=the+key&api_secret=the+%26+secret&id=u%261%3D%C3%A4"


def test_what_is_not_given_is_not_sent_whatever_its_default(recorder):
    recorder.calls.meeting.create(host_id="h", type=1, topic="t")

    assert recorder.form == {"host_id": "h", "type": "1", "topic": "t"}


def test_booleans_are_true_and_false_and_numbers_are_digits(recorder):
    recorder.calls.meeting.create(
        host_id="h",
        type=2,
        topic="t",
        duration=45,
        option_jbh=True,
        option_host_video=False,
    )

    form = recorder.form
    assert (form["option_jbh"], form["option_host_video"]) == ("true", "false")
    assert (form["type"], form["duration"]) == ("2", "45")


def test_lists_are_joined_by_commas(recorder):
    recorder.calls.group.member_add(id="g", member_ids=["one", "two"])

    assert recorder.form == {"id": "g", "member_ids": "one,two"}


@pytest.mark.parametrize(
    "recurrence",
    [
        {"type": 2, "weekly_days": [1, 7], "end_date_time": datetime(2017, 1, 9, 3, tzinfo=SUMMER)},
        Recurrence(
            type=2, weekly_days=[1, 7], end_date_time=datetime(2017, 1, 9, 3, tzinfo=SUMMER)
        ),
    ],
    ids=["dict", "object"],
)
def test_objects_are_json_text(recorder, recurrence):
    recorder.calls.meeting.create(host_id="h", type=8, topic="t", recurrence=recurrence)

    assert json.loads(recorder.form["recurrence"]) == {
        "type": 2,
        "weekly_days": "1,7",
        "end_date_time": "2017-01-09T01:00:00Z",
    }


def test_lists_of_objects_are_json_text(recorder):
    panelists = [{"name": "Ada", "email": "ada@example.com"}]
    recorder.calls.webinar.create(host_id="h", type=5, topic="t", panelists=panelists)

    assert json.loads(recorder.form["panelists"]) == panelists


def test_a_plan_is_json_text_and_a_bare_code_is_itself(recorder):
    recorder.calls.account.plan_add(account_id="a", plan="webinar100_monthly")

    assert recorder.form["plan"] == "webinar100_monthly"


@pytest.mark.parametrize(
    "plan", [{"type": "monthly", "hosts": 20}, BasePlan(type="monthly", hosts=20)]
)
def test_a_plan_with_hosts_is_json_text(recorder, plan):
    recorder.calls.account.plan_subscribe(
        account_id="a",
        first_name="Ada",
        last_name="Lovelace",
        phone_number="1",
        address="1 Some Street",
        city="London",
        country="GB",
        state="-",
        zip="1",
        plan_base=plan,
    )

    assert json.loads(recorder.form["plan_base"]) == {"type": "monthly", "hosts": 20}


def test_a_start_time_is_sent_in_utc(recorder):
    recorder.calls.meeting.create(
        host_id="h", type=2, topic="t", start_time=datetime(2012, 11, 25, 14, 30, tzinfo=SUMMER)
    )

    assert recorder.form["start_time"] == "2012-11-25T12:30:00Z"


@pytest.mark.parametrize(
    ("hour", "text"),
    [
        (0, "11/05/2014 12:05 am"),
        (9, "11/05/2014 09:05 am"),
        (12, "11/05/2014 12:05 pm"),
        (21, "11/05/2014 09:05 pm"),
    ],
)
def test_recordings_are_asked_for_in_the_pages_own_format(recorder, hour, text):
    recorder.calls.recording.list(host_id="h", from_=datetime(2014, 11, 5, hour, 5, tzinfo=UTC))

    assert recorder.form == {"host_id": "h", "from": text}


def test_a_period_is_of_days_or_moments_and_from_is_renamed(recorder):
    recorder.calls.report.get_account(
        from_=date(2013, 1, 11), to=datetime(2013, 2, 12, 1, tzinfo=SUMMER)
    )

    assert recorder.form == {"from": "2013-01-11", "to": "2013-02-11T23:00:00Z"}


def test_text_is_sent_as_it_is_where_a_moment_may_stand(recorder):
    recorder.calls.report.get_account(from_="2013-01-11T08:18:09Z", to="2013-02-11")

    assert recorder.form == {"from": "2013-01-11T08:18:09Z", "to": "2013-02-11"}


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "ada.jpg"
    path.write_bytes(JPEG)
    return path


def test_a_picture_is_a_file_of_a_multipart_form(recorder, picture):
    recorder.calls.user.upload_picture(id="u", pic_file=picture)

    parts = multipart(recorder.request)
    assert parts["api_key"] == (None, b"the key")
    assert parts["api_secret"] == (None, b"the & secret")
    assert parts["id"] == (None, b"u")
    assert parts["pic_file"] == ("ada.jpg", JPEG)
    assert recorder.request.target == "/v1/user/uploadpicture"


def test_a_picture_may_be_bytes_or_an_open_file(recorder):
    for content in (JPEG, io.BytesIO(JPEG)):
        recorder.calls.user.upload_picture(id="u", pic_file=content)

        filename, sent = multipart(recorder.received.pop())["pic_file"]
        assert sent == JPEG
        # Without a file name, a part is text; without that ending, it is no picture.
        assert str(filename).endswith(".jpg")


def multipart(request: Received) -> dict[str, tuple[str | None, object]]:
    """Name -> file name and content, as the standard library reads them."""
    head = f"content-type: {request.headers['content-type']}\r\n\r\n".encode()
    message = email.message_from_bytes(head + request.body)
    assert message.get_content_type() == "multipart/form-data"
    return {
        str(part.get_param("name", header="content-disposition")): (
            part.get_filename(),
            part.get_payload(decode=True),
        )
        for part in message.walk()
        if not part.is_multipart()
    }


def test_a_clients_data_type_is_sent_with_every_call(recorder):
    with ZoomClient(**CREDENTIALS, base_url=recorder.base_url, data_type="JSON") as client:
        client.with_raw_response.device.list()

    assert recorder.form == {"data_type": "JSON"}
