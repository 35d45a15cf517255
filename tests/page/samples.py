"""Values that a person made up for each kind of argument, and what is wrong with each.

A kind is its samples: values that keep its rules, those on each boundary among them, and
values just outside, each of which breaks one rule. Nothing here knows how anything is checked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tests.page.lists import foreign


class Fault(NamedTuple):
    """A violation: where, of which rule, how severe."""

    where: str
    """What stands behind the argument's own name, such as `.type` or `[1]`."""
    rule: str
    severity: str = "error"


class Absent:
    """In place of a Python value, where only the text of a form can be so."""


class Same:
    """In place of the JSON of a value, where it is the value itself."""


@dataclass(frozen=True)
class Sample:
    value: object
    faults: tuple[Fault, ...] = ()
    forms: tuple[Mapping[str, str], ...] = ()
    """What a form may carry for it: what stands behind the argument's name -> text."""
    json: object = Same
    """What JSON carries for it."""


@dataclass(frozen=True)
class Kind:
    """What an argument may be. The first sample keeps every rule."""

    samples: tuple[Sample, ...]
    choices: tuple[object, ...] = ()
    """All values, where they are few and other arguments may depend on them."""

    @property
    def good(self) -> Sample:
        return self.samples[0]


def wrong(rule: str, where: str = "") -> tuple[Fault, ...]:
    return (Fault(where, rule),)


def fine(value: object, written: str | None = None) -> Sample:
    text = value if isinstance(value, str) else written
    return Sample(value, (), () if text is None else ({"": text},))


def bad(value: object, rule: str, written: str | None = None) -> Sample:
    text = value if isinstance(value, str) else written
    return Sample(value, wrong(rule), () if text is None else ({"": text},))


def ill(value: object, rule: str = "type") -> Sample:
    """A Python value of the wrong type, which a form cannot carry as it is."""
    return Sample(value, wrong(rule))


def unreadable(text: str, rule: str = "type") -> Sample:
    """Text of a form that stands for no value of the kind."""
    return Sample(Absent, wrong(rule), ({"": text},))


_ANY_TEXT = (
    "x",
    "é",
    "a b",
    "李小龍",
    "一二三四五六七",
    "\U0001f600",
    "0",
    "true",
    " x ",
    "a\nb",
    "None",
    "@-_*+#",
    "a,b",
    "x" * 1000,
)


def text(
    *, empty: bool = True, most: int | None = None, han: int | None = None, also: Iterable[str] = ()
) -> Kind:
    """Text that may hold any character that can be sent.

    Args:
        empty: whether it may have none.
        most: how many characters it may have: combined accents count apart.
        han: how many Chinese characters it may have.
        also: what else is taken.
    """
    samples = [fine(each) for each in (*_ANY_TEXT, *also) if not (han or most) or len(each) < 7]
    samples.append(fine("") if empty else bad("", "min_length"))
    if most is not None:
        accents = "e\u0301" * (most // 2)
        samples += map(fine, ("x" * most, "\U0001f600" * most, accents))
        longer = ("x" * (most + 1), "\U0001f600" * (most + 1), accents + "x")
        samples += (bad(each, "max_length") for each in longer)
    if han is not None:
        first = "一李\u3400\uf900\U00020000"
        samples += map(
            fine, ((first * han)[:han], "あ" * 9, "한" * 9, "x" * 500, "A " + "龍" * han)
        )
        more = (
            "一" * (han + 1),
            (first * han)[: han + 1],
            "龍 " * (han + 1),
            "x" + "李y" * (han + 1),
        )
        samples += (bad(each, "max_chinese_words") for each in more)
    return Kind((*samples, *_NO_TEXT))


_NO_TEXT = (
    *(bad(each, "characters") for each in ("\0", "a\0b", "\ud800", "b\udfff")),
    *map(ill, (True, 2, 2.0, None, b"x", ["x"], {"x": "x"})),
)


def password(allowed: str, most: int) -> Kind:
    """Text of some characters alone, and so many at most."""
    samples = [fine(allowed[at : at + most]) for at in range(0, len(allowed), most)]
    samples += map(fine, (*allowed, allowed[-1] * most, ""))
    strangers = {chr(code) for code in range(1, 256)} - set(allowed)
    strangers |= {"\n", "\uff41", "\u0661", "一", "\U0001f600", "\u212a"}
    samples += (bad(each, "characters") for each in sorted(strangers))
    samples += (bad(f"{allowed[0]}{each}9", "characters") for each in sorted(strangers))
    samples += (bad("a\n", "characters"), bad(allowed[:most] + "x", "max_length"))
    return Kind((*samples, *_NO_TEXT))


def email() -> Kind:
    taken = (
        "ada@example.com",
        "a@b",
        "a.b+c_d-e@sub.example.co.uk",
        "a@b.c",
        "é@münchen.de",
        "'@x.org",
        "x" * 308 + "@example.com",
    )
    refused = [
        "ada",
        "@",
        "ada@",
        "@example.com",
        "ada@@example.com",
        "a@b@c",
        "ada@.com",
        "ada@example.",
        "ada@example..com",
        "ada,bob@example.com",
        "ada@example,com",
    ]
    blanks = ("", "ada @example.com", "ada@ example.com", " ada@example.com", "ada@example.com\n")
    tabs = (
        "ada@example.com ",
        "a\tb@example.com",
        "ada@exam\u00a0ple.com",
        "x" * 309 + "@example.com",
    )
    faults = [bad(each, "email") for each in (*refused, *blanks, *tabs)]
    return Kind((*map(fine, taken), *faults, *_NO_TEXT[4:]))


def words(*choices: str) -> Kind:
    """One of a few texts, to the letter."""
    near = {each for word in choices for each in (word + " ", word + "\n", word[:-1])}
    near |= {each for word in choices for each in (word.lower(), word.upper(), word.title())}
    refused = sorted({"", "stranger", *near} - set(choices))
    samples = (*map(fine, choices), *(bad(each, "choices") for each in refused), *_NO_TEXT[4:])
    return Kind(samples, choices)


def listed(ids: list[str], *others: list[str]) -> Kind:
    """An id of a list, or of one of several."""
    known = {each for several in (ids, *others) for each in several}
    first, last = ids[0], ids[-1]
    near = {each.swapcase() for each in (first, last)} | {last + "\n", " " + first, first + "x"}
    near |= foreign(known) | {first.lower(), first.upper()}
    refused = sorted({"", "stranger", "ZZ", f"{first},{last}", *near} - known)
    samples = [*map(fine, dict.fromkeys(sum(others, ids)))]
    return Kind((*samples, *(bad(each, "list") for each in refused), *_NO_TEXT[4:]))


def numbered(*choices: int) -> Kind:
    """One of a few whole numbers."""
    near = {each for choice in choices for each in (choice - 1, choice + 1, -choice, choice * 10)}
    refused = [bad(each, "choices", str(each)) for each in sorted({4, 50, *near} - set(choices))]
    return Kind(
        (*(fine(each, str(each)) for each in choices), *refused, *_no_numbers(choices[0])), choices
    )


def whole(least: int | None = None, most: int | None = None) -> Kind:
    """A whole number between two bounds."""
    low = -(10**12) if least is None else least
    high = 10**12 if most is None else most
    taken = [each for each in (low, high, -1, 0, 1, 2, 12, 101) if low <= each <= high]
    samples = [fine(each, str(each)) for each in taken]
    if least is not None:
        samples += (bad(each, "minimum", str(each)) for each in (least - 1, -(10**12)))
    if most is not None:
        samples += (bad(each, "maximum", str(each)) for each in (most + 1, 10**12))
    else:
        samples += (fine(2**63 - 1, str(2**63 - 1)), bad(2**63, "type", str(2**63)))
    if least is None:
        samples += (fine(-(2**63), str(-(2**63))), bad(-(2**63) - 1, "type", str(-(2**63) - 1)))
    return Kind((*samples, *_no_numbers(taken[0])))


def _no_numbers(one: int) -> tuple[Sample, ...]:
    endless = (float("nan"), float("inf"), -float("inf"))
    # JSON does not tell 1.0 from 1.
    whole = Sample(float(one), wrong("type"), json=Absent)
    ills = (*map(ill, (True, False, None, [one], *endless)), whole)
    signs = (
        f"+{one}",
        f" {one}",
        f"{one} ",
        f"{one}\n",
        f"{one}.0",
        f"{one}e0",
        f"{one}_0",
        f"--{one}",
    )
    scripts = ("", "-", "x", "true", "0x1", "\u0662", "\uff12", "1" * 30)
    # The same text passed by a Python program is no number either.
    texts = (Sample(each, wrong("type"), ({"": each},)) for each in (*signs, *scripts))
    return (*ills, ill(str(one)), *texts)


def boolean() -> Kind:
    samples = [fine(True, "true"), fine(False, "false")]
    samples += map(ill, (1, 0, "true", "false", None, 1.0, [True]))
    texts = ("True", "TRUE", "1", "0", "yes", "on", "", " true", "true\n", "null")
    return Kind((*samples, *(bad(each, "type") for each in texts)), (True, False))


def identifier() -> Kind:
    """An id that is text in one place and a number in the next."""
    taken = (
        "ucc69C82Q5mTNyCRWE29Aw==",
        "B9C73AF4-2F36-4399-9337-2091584DBD03",
        "x",
        "1234567890",
        "é",
    )
    samples = [*map(fine, taken), *(fine(each, str(each)) for each in (1234567890, 1, 10**12))]
    samples += (bad("", "min_length"), *_NO_TEXT[:4])
    return Kind((*samples, *map(ill, (True, 1.0, None, ["x"], b"x", {"x": 1}))))


def digits(length: int) -> Kind:
    """So many digits, as text or as a whole number."""
    one = "1234567890"[:length]
    least = 10 ** (length - 1)
    samples = [
        *map(fine, (one, "0" * length, "9" * length)),
        fine(int(one), one),
        fine(least, str(least)),
    ]
    near = [
        one[:-1],
        one + "1",
        "",
        f"+{one[1:]}",
        f"-{one[1:]}",
        f"-{one}",
        f"{one[:-1]} ",
        f"{one}\n",
    ]
    near += [f"{one[:-1]}{each}" for each in ("x", ".", "_", "\u0661", "\uff11", "²")]
    samples += (bad(each, "digits") for each in near)
    numbers = (10**length, least - 1, -int(one[1:]), -int(one))
    samples += (bad(each, "digits", str(each)) for each in numbers)
    return Kind((*samples, *(ill(each, "digits") for each in (True, None, float(one), [one]))))
