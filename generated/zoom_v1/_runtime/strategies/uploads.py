"""Files to upload."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..files import FilePart
from .kind import Flaw, Kind, flaw, wrong_types


@dataclass(frozen=True, eq=False, kw_only=True)
class File(Kind[bytes]):
    """The content of a file, which begins with `magic`."""

    magic: bytes
    extensions: tuple[str, ...] = ()

    @cached_property
    def valid(self) -> SearchStrategy[bytes]:
        return st.binary().map(lambda rest: self.magic + rest)

    def _flaws(self) -> Iterator[Flaw]:
        # A text is a path: whether there is such a file is not for a strategy to know.
        yield from wrong_types(bytes, str)
        yield flaw("file", st.sampled_from(self._cut_off))
        if self.magic:
            others = bytes({0, 0x89, 0xFF} - {self.magic[0]})
            yield flaw("file", st.tuples(st.sampled_from(others), self.valid).map(_with_first))
        if self.extensions:
            name = f"{self.extensions[0]}.not_{self.extensions[0]}"
            yield flaw("file", self.valid.map(lambda content: FilePart(name, content)))

    @cached_property
    def _cut_off(self) -> list[bytes]:
        return [self.magic[:size] for size in range(len(self.magic))]

    @property
    def is_single(self) -> bool:
        return True


def _with_first(given: tuple[int, bytes]) -> bytes:
    first, content = given
    return bytes((first,)) + content[1:]
