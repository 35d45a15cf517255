"""Secrets are found in every spelling, and messages stay readable."""

import random
from base64 import b64encode

import pytest

from apiscribe.runtime.redaction import printable, quoted, redact
from tests.contract.spellings import SPELLINGS

LONG = 'p@ss/"wörd" & <\\> 🔑'
SHORT = "a@7&x"


@pytest.mark.parametrize("spell", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize("secret", [LONG, SHORT, "482913", "token+with/slash="])
@pytest.mark.parametrize("around", ["pin={}&x=1", "bad '{}'", "{}", 'the pin "{}" is', "({})"])
def test_a_secret_is_hidden_however_it_is_spelled(secret, spell, around):
    assert redact(around.format(spell(secret)), {"pin": [secret]}) == around.format("***")


@pytest.mark.parametrize("secret", ["7", "abc", "secret", "Ada"])
@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("pin={}", "pin=***"),
        ("pin={}&name=Ada", "pin=***&name=Ada"),
        ('{{"pin": "{}"}}', '{{"pin": "***"}}'),
        ("pin: {}, and more", "pin: ***, and more"),
        ("pin%3D{}%26x", "pin%3D***%26x"),
        ("the pin '{}' is wrong", "the pin '***' is wrong"),
        ("&quot;{}&quot; is wrong", "&quot;***&quot; is wrong"),
    ],
)
def test_a_secret_word_is_hidden_by_name_and_in_quotes(secret, text, hidden):
    assert redact(text.format(secret), {"pin": [secret]}) == hidden.format()


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("secret", "key and secret do not match"),
        ("7", "7 days of 17, by 2017"),
        ("a", "a user has a name"),
        ("482913", "meeting 1482913 or 4829130"),
        ("a1b2", "a1b2c3d4"),
        ("", "nothing at all, pin=''"),
    ],
)
def test_a_short_secret_leaves_other_words_alone(secret, text):
    assert redact(text, {"pin": [secret]}) == text


def test_a_long_secret_is_found_inside_of_words_and_of_base64():
    pair = b64encode(b"key:open-sesame-1;more").decode()

    assert redact("xopen-sesame-1x", {"pin": ["open-sesame-1"]}) == "x***x"
    assert "***" in redact(f"Basic {pair}", {"pin": ["open-sesame-1"]})


def test_one_secret_may_be_a_part_of_another():
    assert redact("planted-9-more", {"a": ["planted-9"], "b": ["planted-9-more"]}) == "***"


def test_a_cut_quotation_shows_no_piece_of_a_secret():
    for before in range(80, 130):
        text = "x" * before + "open-sesame-1" * 9 + "y" * 9999
        said = quoted(text, {"pin": ["open-sesame-1"]}, 100)

        assert "open" not in said
        assert len(said) < 150


def test_very_much_text_is_not_all_looked_at():
    said = quoted("a%" * 30_000_000, {"pin": ["open-sesame-1", "a7"]}, 1000)

    assert said.startswith("a%a%")
    assert said.endswith("... (60000000 characters)")
    assert len(said) < 1100


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J\x9b31m", r"\x1b[2J\x9b31m"),
        ("a\r\nERROR b", r"a\r\nERROR b"),
        ("\u202etxt\u2028\ud800\0", r"\u202etxt\u2028\ud800\x00"),
        ("à\u00a0propos 会议 🔑", "à propos 会议 🔑"),
    ],
)
def test_what_a_terminal_or_a_log_would_obey_is_shown_escaped(text, shown):
    assert printable(text) == shown


def test_messages_without_secrets_are_unchanged():
    dice = random.Random(1)
    for _ in range(300):
        text = "".join(dice.choices("abcdefg 0123&%\\+=;:'\"/", k=60))
        assert redact(text, {"pin": ["zzzzzzzzz", "zz9z", "zz"]}) == text
