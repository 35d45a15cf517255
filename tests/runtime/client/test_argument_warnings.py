"""What the API ignores is said once at each place, and the call is made all the same."""

import subprocess
import sys
import warnings

import pytest

from apiscribe.runtime.call_warnings import ArgumentWarning, DeprecatedArgumentWarning
from apiscribe.runtime.errors import InvalidArguments
from tests.runtime.scripted import answers
from tests.runtime.zoo import ADD, Animal

REX = b'{"id": 7, "name": "Rex"}'


@pytest.fixture
def client(server, zoo):
    server.will(answers(REX))
    return zoo.client(server.base_url, rate_limit=None)


def told(call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        call()
    return caught


def test_an_argument_without_effect_is_warned_of_by_name(client):
    (record,) = told(lambda: client.animal.add(name="Rex", legs=3))

    warning = record.message
    assert type(warning) is ArgumentWarning
    assert (warning.operation, warning.violation.argument) == ("animal.add", "legs")
    assert str(warning) == "animal.add: legs: has no effect when they are odd [Add An Animal]"


def test_a_deprecated_argument_is_warned_of_as_deprecations_are(client):
    (record,) = told(lambda: client.call(ADD, {"name": "Rex", "kennel": "old"}, Animal))

    assert type(record.message) is DeprecatedArgumentWarning
    assert isinstance(record.message, DeprecationWarning)
    assert str(record.message) == "animal.add: kennel: is deprecated [Add An Animal]"


def test_right_arguments_are_not_warned_of(client):
    assert told(lambda: client.animal.add(name="Rex", legs=4)) == []


def test_each_place_is_told_once(server):
    server.will(answers(REX))
    program = f"""
from tests.runtime.zoo import ADD, Animal, ZooClient
client = ZooClient(api_key="key", api_secret="secret", base_url={server.base_url!r})
arguments = {{"name": "Rex", "legs": 3}}
for _ in range(3):
    client.call(ADD, arguments, Animal)
client.call(ADD, arguments, Animal)
client.close()
"""
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    places = [line.split(": ")[0] for line in run.stderr.splitlines() if "ArgumentWarning" in line]
    assert places == ["<string>:6", "<string>:7"]


def test_a_warning_may_be_made_an_error_before_anything_is_sent(server, client):
    with warnings.catch_warnings():
        warnings.simplefilter("error", ArgumentWarning)
        with pytest.raises(ArgumentWarning):
            client.animal.add(name="Rex", legs=3)

    assert server.received == []


def test_with_strict_an_ignored_argument_is_an_error(server, client):
    with pytest.raises(InvalidArguments, match="odd"):
        client.with_options(strict=True).animal.add(name="Rex", legs=3)

    assert server.received == []
