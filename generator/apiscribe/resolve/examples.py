"""Documented examples, found by the names of their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from apiscribe.load.source import Place, SourceFile
from apiscribe.model import EVENT, HEADERS, NEXT, Example
from apiscribe.resolve.origins import Origins

WEBHOOKS = "webhooks"
"""The directory of examples of events."""
EXAMPLE_KINDS = ("curl", "node", "response", HEADERS, NEXT)


class ExampleFile(Struct, frozen=True):
    """A file that is named like an operation's, whether there is one or not."""

    resource: str
    operation: str
    kind: str
    source: SourceFile


class Examples:
    def __init__(self, sources: Iterable[SourceFile], origins: Origins) -> None:
        self.files = tuple(_example_files(sources))
        self._origins = origins
        self._by_operation: dict[tuple[str, str], dict[str, SourceFile]] = {}
        for file in self.files:
            found = self._by_operation.setdefault((file.resource, file.operation), {})
            found[file.kind] = file.source

    def of(self, resource: str, operation: str) -> tuple[Example, ...]:
        """The examples of an operation: what was sent, then what was answered."""
        found = self._by_operation.get((resource, operation), {})
        kinds = (*EXAMPLE_KINDS, f"{NEXT}.{HEADERS}", *sorted(filter(_has_status, found)))
        kinds += tuple(sorted({*filter(_is_content, found)} - {*EXAMPLE_KINDS}))
        return tuple(self._example(kind, found[kind]) for kind in kinds if kind in found)

    def of_event(self, event: str) -> dict[str, Example]:
        """The documented bodies of an event, the usual one first."""
        found = self._by_operation.get((WEBHOOKS, event), {})
        return {
            kind.removesuffix(EVENT).removesuffix(".") or event: self._example(kind, found[kind])
            for kind in sorted(found, key=lambda kind: (kind != EVENT, kind))
            if is_event(kind)
        }

    def _example(self, kind: str, source: SourceFile) -> Example:
        example = Example(kind=kind, path=source.file, value=source.value)
        return self._origins.note(example, Place(source))


def is_event(kind: str) -> bool:
    """Whether an example is of a delivery: `event`, or `NAME.event`."""
    return kind == EVENT or kind.endswith(f".{EVENT}")


def _example_files(sources: Iterable[SourceFile]) -> Iterator[ExampleFile]:
    """Those of `examples/<resource>/<operation>.<kind>.json`, and of events."""
    for source in sources:
        _, *directories, name = source.file.split("/")
        operation, *kind = name.removesuffix(".json").split(".")
        is_plain = len(kind) == 1 or (len(kind) == 2 and kind[1] in (HEADERS, EVENT))
        if len(directories) == 1 and is_plain and not source.damaged:
            yield ExampleFile(directories[0], operation, ".".join(kind), source)


def _is_content(kind: str) -> bool:
    """Whether an example may be of a response in another media type, which it is called after."""
    return kind[:1].isalpha() and "." not in kind and kind != EVENT


def _has_status(kind: str) -> bool:
    """Whether an example is of a response, or of its headers, of one status."""
    return kind.partition(".")[0].isdecimal()
