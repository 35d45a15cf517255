"""Files to upload."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..encoding.files import FilePart
from ..semantics.media_types import is_among
from .domain import Domain, ValueBreakage, value_breakage, wrong_types

_OTHER = "chemical/x-pdb"
"""A media type that hardly any API documents."""


@dataclass(frozen=True, eq=False, kw_only=True)
class File(Domain[bytes]):
    """The content of a file, which begins with `magic`."""

    magic: bytes = b""
    extensions: tuple[str, ...] = ()
    max_bytes: int | None = None
    media_types: tuple[str, ...] = ()

    @cached_property
    def valid(self) -> SearchStrategy[bytes]:
        room = None if self.max_bytes is None else max(self.max_bytes - len(self.magic), 0)
        return st.binary(max_size=room).map(lambda rest: self.magic + rest)

    def _breakages(self) -> Iterator[ValueBreakage]:
        # A text is a path: whether there is such a file is not for a strategy to know.
        yield from wrong_types(bytes, str)
        if self.magic:
            yield value_breakage("file", st.sampled_from(self._cut_off))
            others = bytes({0, 0x89, 0xFF} - {self.magic[0]})
            yield value_breakage(
                "file", st.tuples(st.sampled_from(others), self.valid).map(_with_first)
            )
        if self.extensions:
            name = f"{self.extensions[0]}.not_{self.extensions[0]}"
            yield value_breakage("file", self.valid.map(lambda content: FilePart(name, content)))
        if self.media_types and not is_among(_OTHER, self.media_types):
            other = FilePart(None, self.magic, "", _OTHER)
            yield value_breakage("media_type", st.just(other))
        if self.max_bytes is not None:
            yield value_breakage("file", st.builds(self._too_large))

    @cached_property
    def _cut_off(self) -> list[bytes]:
        return [self.magic[:size] for size in range(len(self.magic))]

    def _too_large(self) -> FilePart:
        # A part, because nobody wants to see so many bytes in a falsifying example.
        assert self.max_bytes is not None
        return FilePart(None, self.magic.ljust(self.max_bytes + 1, b"\0"))

    @property
    def is_single(self) -> bool:
        return True


def _with_first(given: tuple[int, bytes]) -> bytes:
    first, content = given
    return bytes((first,)) + content[1:]
