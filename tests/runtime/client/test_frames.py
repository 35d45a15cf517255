"""What an error tracker collects of an error with all variables of all frames: no secret."""

import socket
import traceback
from types import TracebackType

import pytest

from apiscribe.runtime.errors import ConfigurationError, SdkError, TransportError
from tests.runtime.limits.limited import SECOND, with_limits
from tests.runtime.places import no_address, nobody
from tests.runtime.scripted import ScriptedServer, answers, hangs_up, resets, says, stalls
from tests.runtime.zoo import KEY, LIST, SECRET, AnimalPage

PASSPHRASE = "planted passphrase"
PASSWORD = "planted-redis-password"
CHAINED = ("__cause__", "__context__")


def frames(error: BaseException) -> list[str]:
    """Each frame of an error and of what hangs on it: its file, and all its variables."""
    found: list[str] = []
    seen: set[int] = set()
    left: list[BaseException | None] = [error]
    while left:
        each = left.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        left += [getattr(each, name) for name in CHAINED]
        trace: TracebackType | None = each.__traceback__
        while trace is not None:
            code, variables = trace.tb_frame.f_code, trace.tb_frame.f_locals
            shown = {name: _deep(value) for name, value in variables.items()}
            found.append(f"{code.co_filename} {code.co_name} {shown}")
            trace = trace.tb_next
    return found


def _deep(value: object) -> str:
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - a half-made object
        return type(value).__name__


def caught_from(call) -> SdkError:
    with pytest.raises(SdkError) as caught:
        call()
    return caught.value


FAULTS = {
    "reset": resets(),
    "hang-up": hangs_up(),
    "garbage": says(b"garbage\r\n\r\n"),
    "silence": stalls(),
    "half an answer": resets(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"),
    "no JSON": answers("<html>"),
    "an error": answers('{"error": {"code": 404, "message": "No"}}'),
    "refused": answers("{}", 429),
}


def assert_nothing_hangs_on(error: SdkError) -> None:
    said = "\n".join(frames(error)) + "".join(traceback.format_exception(error))
    assert KEY not in said
    assert SECRET not in said
    libraries = [each for each in frames(error) if "site-packages" in each.partition(" ")[0]]
    assert libraries == []


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_no_frame_of_a_fault_holds_credentials(server, zoo, fault):
    server.will(fault)
    client = zoo.client(server.base_url, retries=0, timeout=0.5)

    error = caught_from(lambda: client.animal.add(name="Rex", passphrase=PASSPHRASE))

    assert_nothing_hangs_on(error)
    deep = [each for each in frames(error) if PASSPHRASE in each]
    # Those that were called with it, and no one further in.
    assert len(deep) <= 5
    assert all("/transport/" not in each.partition(" ")[0] for each in deep)


@pytest.mark.parametrize("place", [nobody, no_address])
def test_no_frame_of_a_failed_connection_holds_credentials(zoo, place):
    with place() as there:
        client = zoo.client(there.base_url, retries=0)
        error = caught_from(lambda: client.animal.add(name="Rex"))

    assert isinstance(error, TransportError)
    assert_nothing_hangs_on(error)


def test_no_frame_of_a_lost_count_holds_its_password(server, zoo):
    server.will(answers("{}"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    place = f"redis://:{PASSWORD}@127.0.0.1:{port}"
    client = zoo.client(server.base_url, rate_limit=place)
    error = caught_from(lambda: client.call(with_limits(LIST, SECOND), {}, AnimalPage))

    assert "cannot be counted" in str(error)
    assert_nothing_hangs_on(error)
    assert PASSWORD not in "\n".join(frames(error))


def test_a_refused_client_leaves_no_secret_in_frames(zoo, monkeypatch):
    monkeypatch.setenv("ZOO_API_KEY", f"{KEY}\n")
    monkeypatch.setenv("ZOO_RATE_LIMIT", f"redis://:{PASSWORD}@h?bogus=1")

    for given in ({"api_key": None}, {}):
        error = caught_from(lambda given=given: zoo.client("https://zoo.example", **given))
        assert isinstance(error, ConfigurationError)
        ours = [each for each in frames(error) if "/runtime/" in each and "/tests/" not in each]
        assert PASSWORD not in "".join(ours)
        assert KEY not in "".join(ours)


def test_what_the_caller_was_about_stays_the_context(server, zoo):
    server.will(resets())
    client = zoo.client(server.base_url, retries=0)

    def call():
        try:
            raise KeyError("the caller's own")
        except KeyError:
            client.animal.add(name="Rex")

    context = caught_from(call).__context__
    if zoo.kind == "blocks":
        assert isinstance(context, KeyError)
        assert context.__traceback__ is not None


def test_the_cause_of_an_error_is_still_named(zoo):
    with nobody() as there, ScriptedServer():
        error = caught_from(lambda: zoo.client(there.base_url, retries=0).animal.add(name="Rex"))

    assert isinstance(error.__cause__, ConnectionRefusedError)
