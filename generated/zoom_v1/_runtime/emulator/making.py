"""Random keys and codes; the same seed makes the same, in the same order."""

from __future__ import annotations

import random
from base64 import b64encode, urlsafe_b64encode

from ..program import Made
from .words import WORDS

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ALPHANUMERIC = _LETTERS + "0123456789"


class Maker:
    """Makes what nobody has made before, as far as length allows."""

    def __init__(self, seed: int | str | None = None) -> None:
        self._seed = seed
        self.restart()

    def restart(self) -> None:
        """Make the same again, if there is a seed."""
        self._random = random.Random(self._seed)

    def between(self, low: int, high: int) -> int:
        """A number from one to another."""
        return self._source().randint(low, max(low, high))

    def pick(self, count: int) -> int:
        """Which of so many."""
        return self._source().randrange(count)

    def word(self, kind: str) -> str:
        """A text that could well be one of its kind."""
        return " ".join(self._source().choice(words) for words in WORDS[kind])

    def make(self, made: Made) -> str | int:
        if made.shape == "url_safe":  # what is random in bytes takes a fifth of what choices take
            octets = self._source().randbytes(made.length * 3 // 4 + 1)
            return made.prefix + urlsafe_b64encode(octets)[: made.length].decode()
        if made.shape == "base64":
            return made.prefix + b64encode(self._source().randbytes(made.length)).decode()
        if made.shape == "hex":
            octets = self._source().randbytes(made.length // 2 + 1)
            return made.prefix + octets.hex()[: made.length]
        if made.shape == "uuid":
            digits = self._source().randbytes(16).hex()
            text = f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"
            return made.prefix + text
        if made.shape in ("digits", "number"):
            lowest = 10 ** (made.length - 1)
            number = self._source().randrange(lowest, 10 * lowest)
            return number if made.shape == "number" else f"{made.prefix}{number}"
        return made.prefix + "".join(self._source().choices(_ALPHANUMERIC, k=made.length))

    def _source(self) -> random.Random:
        return self._random
