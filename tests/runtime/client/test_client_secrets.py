"""Clients show no secret, and take none elsewhere."""

import copy
import pickle
import traceback

import pytest

from apiscribe.runtime.errors import ConfigurationError
from tests.runtime.scripted import answers
from tests.runtime.zoo import KEY, SECRET


def test_no_repr_shows_a_secret(client):
    client.animal  # noqa: B018 - it is made when it is asked for

    shown = [repr(client), repr(vars(client)), repr(client.animal), str(client)]
    assert shown[0].startswith("<ZooClient http://127.0.0.1:")
    assert all(SECRET not in each and KEY not in each for each in shown)


@pytest.mark.parametrize("travel", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_client_does_not_travel(client, travel):
    with pytest.raises(TypeError, match="with_options"):
        travel(client)


def test_a_secret_does_not_travel_either(client):
    with pytest.raises(TypeError):
        pickle.dumps(vars(client)["_credentials"])


def test_a_traceback_shows_no_secret(server, client):
    server.will(answers("<html>", 502))

    passphrase = " ".join(["open", "sesame"])
    try:
        client.animal.add(name="Rex", passphrase=passphrase)
    except Exception as error:  # noqa: BLE001 - whatever it is
        text = "".join(traceback.format_exception(error))

    assert "502" in text
    assert SECRET not in text
    assert passphrase not in text


@pytest.mark.parametrize("key", [f"{KEY}\n", f"{KEY}\r\n", f" {KEY}", f"{KEY}\t", "\n"], ids=ascii)
def test_a_key_with_a_line_break_is_refused_by_name(zoo, monkeypatch, key):
    with pytest.raises(ConfigurationError, match=r"^api_key= begins or ends .*: strip it") as given:
        zoo.client("https://zoo.example", api_key=key)
    monkeypatch.setenv("ZOO_API_KEY", key)
    with pytest.raises(ConfigurationError, match=r"^ZOO_API_KEY \(of the environment\)") as found:
        zoo.client("https://zoo.example", api_key=None)

    assert KEY not in str(given.value)
    assert KEY not in str(found.value)
