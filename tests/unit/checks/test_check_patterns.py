"""Regular expressions: which are taken, and that those are matched in linear time."""

import pytest

from apiscribe.checks.regex import characters_fault, regex_fault
from tests.unit.checks.backtracking import steps

TAKEN = [
    "",
    "[a-z]*",
    "[a-z]{0,9}[a-z]{0,9}",
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
    "(?:a|ab)*c",
    "(?:ab|cde)*",
    "(?:(?:a,)*a)*x",
    r"\d{3}-\d{4}",
    "[a-z]+-[a-z]+",
    r"\s*x\s*",
    "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    r"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}",
    r"[a-z]{1,63}(?:\.[a-z]{1,63})*",
    "(?:a{20}b|a{30}b)*",
    "[a-z]{65}[a-z]{65}",
    "w" * 2000,
]
REFUSED = [
    "(a+)+",
    "(?:[a-z]+-?)+",
    ".*@.*",
    "(a|a)*",
    "(?:ab)*(?:ab)*c",
    "(?:ab)+a(?:ba)*c",
    "a*a*b",
    r"\d+\d+x",
    "(?:a|b)*[ab]*c",
    "(?:aa|aaa)*b",
    "(?:ab?)*(?:ba?)*c",
    "(?:,(?:a*)?)*b",
    "(?:a{40}b|a{20}a{20}b)*c",
    r"[^@\s]+@[^@\s]+\.[^@\s]+",
    "[a-z]{0,65}[a-z]{0,65}x",
    "((a{64}){64}){64}",
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
def test_a_slow_or_unportable_pattern_is_refused(pattern: str) -> None:
    assert regex_fault(pattern) is not None


def grows(pattern: str) -> float:
    """How many times as many steps a text of twice the length takes, at worst."""
    pieces = (
        "a",
        "ab",
        "aaab",
        "0",
        "@",
        "-",
        "a-",
        "0.",
        "a,",
        "/",
        "00:",
        ";com",
        "000,",
        "中",
        "a0",
    )
    return max(
        steps(pattern, piece * 400 + "\x00") / steps(pattern, piece * 200 + "\x00")
        for piece in pieces
    )


@pytest.mark.parametrize("pattern", TAKEN)
def test_what_is_taken_is_matched_in_linear_time(pattern: str) -> None:
    assert grows(pattern) < 2.1


@pytest.mark.parametrize(
    "pattern", ["a*a*b", ".*@.*-", "(?:a|0)*[a0]*-", "(?:ab)*(?:ab)*c", "(?:ab)+a(?:ba)*c"]
)
def test_what_is_refused_may_take_quadratic_time(pattern: str) -> None:
    assert regex_fault(pattern) is not None
    assert grows(pattern) > 3


def test_a_fault_shows_a_text_and_says_what_to_do() -> None:
    fault = regex_fault("x(?:ab)*(?:ab)*c")
    assert fault is not None
    assert "`ab` over and over" in fault or "`ba` over and over" in fault
    assert "let a character that only one of them takes tell where each begins" in fault


@pytest.mark.parametrize("allowed", ["a-z", r"a-zA-Z0-9@\-_*", "^a", r"a\]b", "é", r"\d."])
def test_the_inside_of_a_class_is_taken(allowed: str) -> None:
    assert characters_fault(allowed) is None


@pytest.mark.parametrize(
    "allowed", ["", "^", "a-z]", "a]b[c", "]", "^]", "\\", "z-a", "a&&b", "a]*|[b"]
)
def test_what_is_more_or_less_than_a_class_is_refused(allowed: str) -> None:
    assert characters_fault(allowed) is not None
