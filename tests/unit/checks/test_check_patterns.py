"""Regular expressions: which are taken, and that those are matched in linear time."""

import re
import time

import pytest

from apiscribe.checks.regex import characters_fault, regex_fault

TAKEN = [
    "",
    "[a-z]*",
    "[a-z]+(?:-[a-z]+)*",
    "[^@]*@.*",
    r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}",
    "[A-Z]{2}[0-9]{4}",
    "(?:[0-9a-f]{2}:)*[0-9a-f]{2}",
    "https?://[^/]+(?:/[^/]*)*",
    "[a-z]+[0-9]+[a-z]+",
    "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?",
    "(?:[a-z]+,)*[a-z]+",
    "GET|POST|PUT",
    "^[0-9]{10}$",
    "(?:;(?:com|org)[0-9]*)*",
    r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?",
    r"\d{1,3}(?:,\d{3})*",
    "中+文*",
]
REFUSED = [
    "(a+)+",
    "(?:[a-z]+-?)+",
    ".*@.*",
    "(a|a)*",
    "(?:a|ab)*c",
    "[a-z]*[a-z0-9]*x",
    "(?:a?){64}b",
    "(?:,a?a?)*b",
    "[a-z]*[0-9]*[a-z]*!",
    "(?:,(?:ab|ac*))*c*x",
    "[a-z]+(?:-[a-z]+)*[a-z]*!",
    "(?:ab|cd)*(?:a|b)*",
    "(?:.*,){3}",
    "(?:[a-z]{1,5}){1,20}!",
    "a*(?:ba*)*a*!",
    "(?:a*)*",
    "(?:(?:a,)*a)*x",
    r"(a)\1",
    "(?=a)b",
    "(?<!a)b",
    "(?i)a",
    "(?P<name>a)",
    r"\bword",
    r"\Aword\Z",
    "a++",
    "(?>a)",
    "(",
    "[[a]",
    "a{2,1}",
    "*",
    "(" * 500,
]


@pytest.mark.parametrize("pattern", TAKEN)
def test_a_pattern_that_is_plain_to_match_is_taken(pattern: str) -> None:
    assert regex_fault(pattern) is None


@pytest.mark.parametrize("pattern", REFUSED)
def test_a_pattern_that_can_take_for_ever_or_is_not_portable_is_refused(pattern: str) -> None:
    assert regex_fault(pattern) is not None


@pytest.mark.parametrize("pattern", TAKEN)
def test_what_is_taken_really_is_fast(pattern: str) -> None:
    compiled = re.compile(pattern)
    pieces = ("a", "0", "-", "a-", "0.", "a,", "/", "00:", ";com", "000,", "中", "a0")
    started = time.process_time()
    for piece in pieces:
        compiled.fullmatch(piece * 20_000 + "\x00")

    assert time.process_time() - started < 2  # a quadratic one takes minutes


@pytest.mark.parametrize("allowed", ["a-z", r"a-zA-Z0-9@\-_*", "^a", r"a\]b", "é", r"\d."])
def test_the_inside_of_a_class_is_taken(allowed: str) -> None:
    assert characters_fault(allowed) is None


@pytest.mark.parametrize(
    "allowed", ["", "^", "a-z]", "a]b[c", "]", "^]", "\\", "z-a", "a&&b", "a]*|[b"]
)
def test_what_is_more_or_less_than_a_class_is_refused(allowed: str) -> None:
    assert characters_fault(allowed) is not None
