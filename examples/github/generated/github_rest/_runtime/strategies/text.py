"""Text and all its rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .domain import BrokenValue, Domain, ValueBreakage, among, rest_of, value_breakage, wrong_types
from .emails import EMAILS, NO_EMAILS
from .judgement import chinese_words
from .odd_texts import ODD, PROBES
from .utf8 import WIDE, just_over, resized

UNENCODABLE = "\0\ud800\udfff"
"""Characters that no encoding carries."""

ENCODABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
"""Every character that can be sent."""

HAN = "\u4e00\u5f20\u4f1f\u9fff\u3400\u3007\U00020000"

_USUAL = 20
_LONG = 200
"""How long a text mostly is, and at most, if it may be as long as it likes."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Text(Domain[str]):
    choices: Collection[str] = ()
    listed: Collection[str] = ()
    characters: str | None = None
    """The inside of a regular expression's character class."""
    pattern: str | None = None
    drawn_as: str | None = None
    """The pattern of those that are drawn, where there are others of which none is any use."""
    min_length: int = 0
    max_length: int | None = None
    min_bytes: int = 0
    """In UTF-8."""
    max_bytes: int | None = None
    max_chinese_words: int | None = None
    email: bool = False
    deprecated: tuple[str, ...] = ()
    """Further choices, which the page advises against."""
    excluded: str = ""
    """Characters that cannot be part of it where it stands, such as the comma in a list."""

    @cached_property
    def valid(self) -> SearchStrategy[str]:
        known = self._known
        if known is not None:
            return among(known)
        pattern = self.drawn_as or self.pattern
        if pattern is not None:
            spelled = st.from_regex(re.compile(pattern), fullmatch=True, alphabet=ENCODABLE)
            return spelled.filter(self.fits) if self._is_more_than_a_pattern else spelled
        found = st.one_of(self._usual, *self._bounds(), *self._between(), *self._odd())
        if not self._counts_bytes:
            return found
        return found.map(partial(resized, least=self.min_bytes, most=self.max_bytes)).filter(
            self.fits
        )

    def other_than(self, values: Sequence[object]) -> SearchStrategy[object] | None:
        if self._known is not None:
            return rest_of(self._known, values)
        texts = [value for value in values if isinstance(value, str)]
        near = [other for text in texts for other in _near(text) if other not in texts]
        fitting = list(filter(self.fits, near))
        others = Domain.other_than(self, values)
        assert others is not None
        return st.one_of(st.sampled_from(fitting), others) if fitting else others

    def without(self, excluded: str) -> Text:
        return replace(self, excluded=self.excluded + excluded)

    def fits(self, text: str) -> bool:
        """Whether a text keeps every rule but those that name all values that there are."""
        return (
            self.min_length <= len(text) <= self._longest(len(text))
            and not any(character in text for character in UNENCODABLE + self.excluded)
            and (self.characters is None or self._spells(text) is not None)
            and (self.pattern is None or re.fullmatch(self.pattern, text) is not None)
            and (self.max_chinese_words is None or chinese_words(text) <= self.max_chinese_words)
            and (not self._counts_bytes or self._is_of_size(text))
        )

    def takes(self, text: str) -> bool:
        """Whether a text keeps every rule."""
        known = self._known
        return self.fits(text) if known is None else text in known

    @property
    def is_single(self) -> bool:
        return True

    @cached_property
    def _known(self) -> list[str] | None:
        """All values that there are, where the rules name them."""
        if not (self.choices or self.deprecated or self.listed):
            return None
        both = self.choices and self.listed
        named = [text for text in self.choices or self.listed if not both or text in self.listed]
        return list(filter(self.fits, named))

    @property
    def _counts_bytes(self) -> bool:
        return bool(self.min_bytes) or self.max_bytes is not None

    def _is_of_size(self, text: str) -> bool:
        size = len(text.encode(errors="surrogatepass"))
        return self.min_bytes <= size and (self.max_bytes is None or size <= self.max_bytes)

    @property
    def _is_more_than_a_pattern(self) -> bool:
        if self._counts_bytes or self.drawn_as is not None:
            return True
        others = (self.characters, self.max_length, self.max_chinese_words)
        return bool(self.min_length or self.excluded) or any(each is not None for each in others)

    @property
    def _spells(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(f"[{self.characters}]*").fullmatch

    def _longest(self, otherwise: int) -> int:
        bounds = [each for each in (self.max_length, self.max_bytes) if each is not None]
        return min(bounds, default=otherwise)

    @cached_property
    def _alphabet(self) -> SearchStrategy[str] | str:
        """Characters that keep the rules, and no Han among them if those are counted."""
        if self.characters is None and self.max_chinese_words is None:
            return st.characters(exclude_categories=["Cs"], exclude_characters="\0" + self.excluded)
        probes = PROBES if self.characters is None else PROBES + "".join(map(chr, range(0x3000)))
        spells = self._spells if self.characters is not None else bool
        return "".join(
            character
            for character in sorted(set(probes), key=_simplest_first)
            if spells(character)
            and character not in UNENCODABLE + self.excluded
            and (self.max_chinese_words is None or not chinese_words(character))
        )

    @cached_property
    def _usual(self) -> SearchStrategy[str]:
        if self.email:
            return EMAILS.filter(self.fits) if self._longest(-1) >= 0 else EMAILS
        usual = self.min_length + _USUAL
        plain = st.text(
            self._alphabet, min_size=self.min_length, max_size=min(usual, self._longest(usual))
        )
        if self.max_chinese_words is None:
            return plain
        return plain | self._with_words(0, self.max_chinese_words)

    def _bounds(self) -> list[SearchStrategy[str]]:
        """The shortest, the longest, and as many Chinese words as may be."""
        if self.email:
            return []
        least = max(self.min_length, self.min_bytes) or None
        most = self._longest(-1)
        sizes = {size for size in (least, most) if size not in (None, -1)}
        found = [self._of_length(size) for size in sorted(sizes)]
        if self.max_chinese_words is not None:
            found.append(self._with_words(self.max_chinese_words, self.max_chinese_words))
        return found

    def _between(self) -> list[SearchStrategy[str]]:
        """Texts of every length between a usual one and the longest."""
        usual = self.min_length + _USUAL
        longest = self._longest(max(usual, _LONG))
        if self.email or longest <= usual:
            return []
        found = st.integers(usual, longest).flatmap(self._of_length)
        return [found if self.max_chinese_words is None else found.filter(self.fits)]

    def _odd(self) -> list[SearchStrategy[str]]:
        fitting = [] if self.email else list(filter(self.fits, ODD))
        return [st.sampled_from(fitting)] if fitting else []

    def _of_length(self, size: int) -> SearchStrategy[str]:
        """Texts of exactly that size, of few different characters: long ones cost no more."""
        units = st.text(self._alphabet, min_size=1, max_size=3)
        return units.map(lambda unit: (unit * size)[:size])

    def _with_words(self, least: int, most: int) -> SearchStrategy[str]:
        """Texts with so many Chinese words in one place."""
        room = self._longest(most + _USUAL)
        words = st.text(HAN, min_size=least, max_size=min(most, room))
        few = max(0, self.min_length - least)
        many = max(few, min(room, most + _USUAL) - most)
        others = st.text(self._alphabet, min_size=few, max_size=many)
        return st.tuples(words, others, st.integers(0, _USUAL)).map(_inserted)

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(str)
        if self.choices:
            yield value_breakage("choices", self._unknown((*self.choices, *self.deprecated)))
        if self.deprecated:
            yield ValueBreakage(
                "deprecated", st.sampled_from(self.deprecated).map(BrokenValue), "warning"
            )
        if self.listed:
            yield value_breakage("list", self._unknown(self.listed))
        if self.email:
            yield value_breakage("email", st.sampled_from(NO_EMAILS))
        if self.pattern is not None and self._unmatched:
            yield value_breakage("pattern", st.sampled_from(self._unmatched))
        if self.characters is not None and self._forbidden:
            yield value_breakage("characters", self._with_one_of(self._forbidden))
            if "\n" in self._forbidden:
                yield value_breakage(
                    "characters", self._usual.map(lambda text: self._ended(text, "\n"))
                )
        if not (self.choices or self.listed or self.email or self.characters):
            yield value_breakage("characters", self._with_one_of(UNENCODABLE))
        yield from self._flaws_of_size()

    def _flaws_of_size(self) -> Iterator[ValueBreakage]:
        if self.min_length:
            few = self.min_length - 1
            yield value_breakage(
                "min_length",
                st.one_of(self._of_length(few), st.integers(0, few).flatmap(self._of_length)),
            )
        if self.max_length is not None:
            many = self.max_length + 1
            longer = st.integers(many, 2 * many).flatmap(self._of_length)
            yield value_breakage("max_length", st.one_of(self._of_length(many), longer))
        yield from self._flaws_of_bytes()
        if self.max_chinese_words is not None:
            words = self.max_chinese_words + 1
            yield value_breakage("max_chinese_words", self._with_words(words, words))
            yield value_breakage("max_chinese_words", self._with_words(words, words + 3))

    def _flaws_of_bytes(self) -> Iterator[ValueBreakage]:
        """Of each length that is allowed, where one is too few or too many bytes."""
        if self.min_bytes > self.min_length:
            few = self.min_bytes - 1
            short = st.integers(self.min_length, few).flatmap(self._of_length)
            yield value_breakage("min_bytes", short.map(partial(resized, least=0, most=few)))
        if self.max_bytes is None:
            return
        longest, many = self.max_length, self.max_bytes + 1
        if longest is None or longest >= many:
            long = self._of_length(many).map(partial(just_over, most=self.max_bytes))
            yield value_breakage("max_bytes", long)
        elif self.characters is None and longest * len(WIDE.encode()) >= many:
            yield value_breakage("max_bytes", st.just(just_over(WIDE * many, self.max_bytes)))

    def _unknown(self, known: Collection[str]) -> SearchStrategy[object]:
        near = {other for text in known for other in _near(text)}.difference(known)
        others = st.text(self._alphabet, max_size=_USUAL).filter(lambda text: text not in known)
        return st.one_of(st.sampled_from(sorted(near)), others)

    @cached_property
    def _unmatched(self) -> list[str]:
        assert self.pattern is not None
        matches = re.compile(self.pattern).fullmatch
        texts = [text for text in ("", *ODD, *PROBES[:0x80]) if not matches(text)]
        return [text for text in texts if not any(each in text for each in self.excluded)]

    @cached_property
    def _forbidden(self) -> str:
        return "".join(c for c in PROBES if not self._spells(c) and c not in self.excluded)

    def _with_one_of(self, characters: str) -> SearchStrategy[str]:
        """Texts of a length that is allowed, with one character of those somewhere in it."""
        bad = st.sampled_from(characters)
        return st.tuples(bad, self._usual, st.integers(0, _USUAL)).map(self._shortened)

    def _shortened(self, parts: tuple[str, str, int]) -> str:
        bad, text, _ = parts
        if self.max_bytes is not None:
            text = resized(text, 0, max(self.max_bytes - len(WIDE.encode()), 0))
        return _inserted((bad, text[: self._longest(len(text) + 1) - 1], parts[2]))

    def _ended(self, text: str, end: str) -> str:
        return text[: self._longest(len(text) + 1) - 1] + end


def _near(text: str) -> Iterator[str]:
    """Texts that somebody might take for `text`."""
    yield from (f"{text} ", f" {text}", f"{text}\n", text[:-1], f"{text}{text[-1:]}")
    yield from (text.swapcase(), text.lower(), text.upper(), text.replace("_", "-"), "")


def _inserted(parts: tuple[str, str, int]) -> str:
    piece, text, place = parts
    return text[:place] + piece + text[place:]


def _simplest_first(character: str) -> tuple[bool, bool, str]:
    return (not character.isascii(), not character.isalnum(), character)


TEXT = Text()
