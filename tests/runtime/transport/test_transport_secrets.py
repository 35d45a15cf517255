"""What either line logs, raises and chains shows no secret."""

import logging
import re

import pytest

from apiscribe.runtime.errors import TransportError
from tests.runtime import zoo
from tests.runtime.scripted import answers, hangs_up, resets, says, stalls
from tests.runtime.zoo import KEY, SECRET, request_for

ANSWER = b'{"id": 7, "name": "Rex"}'


def test_the_log_has_sendings_and_waits_and_no_secret(server, transport, caplog):
    caplog.set_level(logging.DEBUG)
    server.will(answers(ANSWER), resets())
    request = request_for(zoo.LIST, {})

    transport.send(request, 10)
    with pytest.raises(TransportError):
        transport.send(request, 10)

    ours = [record.getMessage() for record in caplog.records if record.name == "apiscribe"]
    reset = "animal.list: TransportError: Connection reset by peer"
    assert [re.sub(r"\d+\.\d+", "T", line) for line in ours] == [
        "animal.list: 200 in T ms, 24 bytes, attempt 1",
        f"{reset} in T ms, attempt 1",
        "animal.list: waits T s: retry",
        f"{reset} in T ms, attempt 2",
        "animal.list: waits T s: retry",
        f"{reset} in T ms, attempt 3",
    ]
    assert SECRET.encode() in server.received[0].body
    for secret in (KEY, SECRET):
        assert secret not in caplog.text


@pytest.mark.parametrize(
    "script",
    [resets(), hangs_up(), says(b"SSH-2.0\r\n"), stalls()],
    ids=["reset", "hang-up", "another protocol", "silence"],
)
def test_an_error_quotes_and_chains_nothing_of_the_url(server, transport, caplog, script):
    caplog.set_level(logging.DEBUG)
    server.will(script)
    request = request_for(zoo.FIND, {"name": "Rex"})

    with pytest.raises(TransportError) as caught:
        transport.send(request, 0.3)

    assert SECRET in server.received[0].target
    assert SECRET not in caplog.text
    error: BaseException | None = caught.value
    while error is not None:
        assert SECRET not in f"{error!r} {vars(error)!r}"
        error = error.__cause__ or error.__context__
