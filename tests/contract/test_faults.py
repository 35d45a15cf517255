"""A server over real sockets does its worst: a call ends as stated, and no change comes twice."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from urllib3 import Retry

from tests.contract.clients import KINDS, awaits
from tests.contract.endings import LARGEST, Fault
from tests.contract.faults import FAULTS
from tests.contract.planted import KEY, PASSWORD, SECRET, assert_hidden, said_by, said_by_log
from tests.runtime.scripted import Received
from zoom_v1 import errors
from zoom_v1.models.user import User

OPTIONS = {
    "api_key": KEY,
    "api_secret": SECRET,
    "rate_limit": None,
    "retries": Retry(1, backoff_factor=0, status_forcelist=range(500, 600)),
    "max_wait": 0,
    "max_response_size": LARGEST,
}


@dataclass
class End:
    """What came of a call."""

    value: object
    error: errors.ZoomError | None
    received: list[Received]
    said: str
    """All that can come to be printed of it."""


@pytest.fixture
def meet(log):
    """Makes a call that meets a fault."""

    def meet(fault: Fault, run: Callable[..., object], call: Callable[..., object]) -> End:
        value = error = None
        with fault.place() as place, warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                value = run(call, base_url=place.base_url, timeout=fault.timeout, **OPTIONS)
            except errors.ZoomError as raised:
                error = raised
            received = list(place.received)
        said = [said_by_log(log), *(str(each.message) for each in warned)]
        said += [said_by(error)] if error is not None else []
        return End(value, error, received, "\n".join(said))

    return meet


def read(client):
    return client.user.get(id="u")


def write(client):
    return client.user.auto_create(email="a@example.com", type=1, password=PASSWORD)


def assert_as_stated(fault: Fault, end: End) -> None:
    error = end.error
    if fault.error is None:
        assert error is None
        assert isinstance(end.value, User)
        assert end.value.first_name == "Zoe"
        return
    assert type(error) is fault.error
    if isinstance(error, errors.TransportError):
        assert fault.sent in (None, error.sent)
        assert fault.reason in (None, error.reason)
    else:
        assert isinstance(error, errors.APIError | errors.ResponseError)
        assert error.status == fault.status
        assert fault.body in (None, error.body)
        assert len(error.headers) > 0


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("run", KINDS)
def test_a_read_ends_as_stated(meet, run, fault):
    fault = (run is awaits and fault.awaiting) or fault

    end = meet(fault, run, read)

    assert_as_stated(fault, end)
    assert len(end.received) == (1 + fault.again if fault.arrives else 0)
    assert_hidden(end.said, planted=(KEY, SECRET))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("run", KINDS)
def test_a_write_ends_as_stated_and_is_not_sent_twice(meet, run, fault):
    fault = (run is awaits and fault.awaiting) or fault

    end = meet(fault, run, write)

    assert_as_stated(fault, end)
    assert len(end.received) == fault.arrives
    assert all(PASSWORD.encode() in each.body for each in end.received)
    assert_hidden(end.said)
