"""The words in which these tests put what the page says of a single value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy


@dataclass(frozen=True)
class Broken:
    """Values that break one rule."""

    rule: str
    values: SearchStrategy[object]
    edges: tuple[object, ...]
    """Always tried: the first that are wrong, and what is most easily mistaken for right."""
    at: str = ""
    """Where in the argument, such as `[1].email`."""


@dataclass(frozen=True)
class Said:
    """What the page says of one argument, in all operations where it says the same."""

    operations: str
    argument: str
    values: SearchStrategy[object]
    edges: tuple[object, ...]
    """Always tried: the last that are right."""
    broken: tuple[Broken, ...]
    beside: Mapping[str, object] = field(default_factory=dict)
    """What has to be given with it for it to be looked at."""

    @property
    def where(self) -> list[str]:
        return self.operations.split()


UNSENDABLE = "\0\ud800\udfff"
"""What the project refuses in any text: no encoding carries it."""

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.text(CHARACTERS, max_size=20)
WHOLE = st.integers(-(2**63), 2**63 - 1)

NO_TEXT = Broken(
    "type",
    st.one_of(st.none(), st.booleans(), WHOLE, st.floats(), st.binary(max_size=4)),
    (None, 1, True, b"x", 1.5, ["x"], {"x": "x"}),
)
NO_INTEGER = Broken(
    "type",
    st.one_of(st.none(), st.booleans(), TEXTS, st.floats(), st.binary(max_size=4)),
    (None, True, False, "1", "2", 1.0, 2.0, float("nan"), float("inf"), [1], {}),
)


def one_of(
    operations: str,
    argument: str,
    right: tuple[object, ...],
    wrong: tuple[object, ...],
    **beside: object,
) -> Said:
    """One of a few values: everything else of their type is none of them."""
    others: SearchStrategy[object]
    if all(isinstance(value, str) for value in right):
        others = st.one_of(TEXTS, st.sampled_from(right).map(lambda text: f"{text} "))
        stranger = NO_TEXT
    else:
        others, stranger = WHOLE, NO_INTEGER
    return Said(
        operations,
        argument,
        st.sampled_from(right),
        right,
        (Broken("choices", others.filter(lambda value: value not in right), wrong), stranger),
        beside,
    )


def listed(
    operations: str, argument: str, ids: list[str], wrong: tuple[str, ...], **beside: object
) -> Said:
    """An id of one of the page's lists."""
    others = TEXTS.filter(lambda text: text not in ids)
    return Said(
        operations,
        argument,
        st.sampled_from(ids),
        tuple(ids),
        (Broken("list", others, (*wrong, "", f"{ids[0]} ", f"{ids[0]}\n")), NO_TEXT),
        beside,
    )


def between(operations: str, argument: str, low: int, high: int, **beside: object) -> Said:
    """A whole number with both bounds."""
    return Said(
        operations,
        argument,
        st.integers(low, high),
        (low, low + 1, high - 1, high),
        (
            Broken(
                "minimum", st.integers(-(2**63), low - 1), (low - 1, -1 if low > 0 else low - 2)
            ),
            Broken("maximum", st.integers(high + 1, 2**63 - 1), (high + 1, 2**31)),
            NO_INTEGER,
        ),
        beside,
    )


def digits(operations: str, argument: str, length: int) -> Said:
    """A number of exactly so many digits, as a number or as text."""
    low, high = 10 ** (length - 1), 10**length
    right = "1234567890"[:length]
    wrong = st.one_of(
        st.text("0123456789", max_size=length - 1),
        st.text("0123456789", min_size=length + 1, max_size=length + 5),
        st.text(CHARACTERS, min_size=length, max_size=length).filter(
            lambda text: not _is_digits(text)
        ),
        st.integers(-(2**63), low - 1),
        st.integers(high, 2**63 - 1),
    )
    lengths: tuple[object, ...] = (right[:-1], f"{right}1", "", low - 1, high, -low)
    signs = (f"+{right[1:]}", f"-{right}", f" {right}", f"{right} ", f"{right}\n")
    spelled = (f"{right[0]}_{right[2:]}", f"{right[1:]}a")
    scripts = tuple(digit * length for digit in ("\uff11", "\u0661", "\u00b2"))
    edges = (*lengths, *signs, *spelled, *scripts, None, True, 1.0)
    return Said(
        operations,
        argument,
        st.one_of(
            st.text("0123456789", min_size=length, max_size=length), st.integers(low, high - 1)
        ),
        (right, "0" * length, "9" * length, low, high - 1),
        (Broken("digits", wrong, edges),),
    )


def _is_digits(text: str) -> bool:
    return all(character in "0123456789" for character in text)
