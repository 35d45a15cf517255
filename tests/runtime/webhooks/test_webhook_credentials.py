"""HTTP Basic: what is right, what is not, and that neither shows."""

import copy
import hmac
import pickle
from base64 import b64encode

import pytest

from apiscribe.runtime.errors import ConfigurationError
from apiscribe.runtime.webhooks.basic import BasicCredentials
from tests.runtime.webhooks.gate import basic

USER, PASSWORD = "gate", "planted:pass-word"
RIGHT = BasicCredentials(USER, PASSWORD)


def test_the_right_ones_match():
    # Worked out by hand: the base64 of "gate:planted:pass-word".
    assert RIGHT.match("Basic Z2F0ZTpwbGFudGVkOnBhc3Mtd29yZA==")


@pytest.mark.parametrize("scheme", ["basic", "BASIC", "Basic  "])
def test_a_scheme_has_no_letter_case(scheme):
    assert RIGHT.match(basic(USER, PASSWORD).replace("Basic", scheme))


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Basic",
        "Basic ",
        basic(USER, "other"),
        basic("other", PASSWORD),
        basic(USER, ""),
        basic("", ""),
        basic(USER, PASSWORD + " "),
        basic(USER.upper(), PASSWORD),
        basic(USER, PASSWORD).replace("Basic", "Bearer"),
        basic(USER, PASSWORD).replace("Basic ", ""),
        basic(USER, PASSWORD).rstrip("="),
        basic(USER, PASSWORD) + "!",
        f"{basic(USER, PASSWORD)}, {basic(USER, PASSWORD)}",
        f"Basic {USER}:{PASSWORD}",
        "Basic é",
        f"Basic {b64encode(USER.encode()).decode()}",
    ],
)
def test_others_do_not(header):
    assert not RIGHT.match(header)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_names_beyond_ascii_match_in_both_encodings_of_the_time(encoding):
    assert BasicCredentials("jürgen", "straße").match(basic("jürgen", "straße", encoding))
    assert not BasicCredentials("jürgen", "straße").match(basic("jurgen", "straße", encoding))


def test_names_that_only_one_encoding_has_match_in_that():
    assert BasicCredentials("名前", "p").match(basic("名前", "p"))
    assert not BasicCredentials("名前", "p").match(basic("??", "p"))


def test_they_are_compared_in_constant_time_and_at_equal_length(monkeypatch):
    compared = []

    def compare(one, other):
        compared.append((one, other))
        return False

    monkeypatch.setattr(hmac, "compare_digest", compare)
    for guess in ("", "p", PASSWORD, PASSWORD * 1000):
        assert not BasicCredentials(USER, PASSWORD).match(basic(USER, guess))

    # Once for each encoding, whatever the first comparison said.
    assert len(compared) == 8
    assert {len(text) for pair in compared for text in pair} == {32}
    assert all(isinstance(text, bytes) for pair in compared for text in pair)


@pytest.mark.parametrize(
    ("username", "password", "said"),
    [
        ("a:b", PASSWORD, "colon"),
        (USER, "", "empty"),
        (USER, None, "not both text"),
        (None, PASSWORD, "not both text"),
        ("\ud800", PASSWORD, "cannot be sent"),
    ],
)
def test_ones_that_cannot_work_are_refused_without_being_shown(username, password, said):
    with pytest.raises(ConfigurationError, match=said) as caught:
        BasicCredentials(username, password)

    assert PASSWORD not in f"{caught.value!r} {caught.value}"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_nothing_shows_them():
    state = [getattr(RIGHT, name) for name in BasicCredentials.__slots__]

    assert repr(RIGHT) == str(RIGHT) == "BasicCredentials(***)"
    assert PASSWORD not in str(state)
    assert b64encode(f"{USER}:{PASSWORD}".encode()).decode() not in str(state)
    for steal in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            steal(RIGHT)
