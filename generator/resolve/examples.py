"""Documented examples, found by the names of their files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

from generator.load.source import Place, Source
from generator.model import Example
from generator.resolve.origins import Origins

Kind = Literal["curl", "node", "response"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """A file under `examples/` that is named as if it belonged to an operation."""

    resource: str
    operation: str
    kind: Kind
    source: Source


@dataclass(slots=True)
class Examples:
    origins: Origins
    files: dict[tuple[str, str, str], ExampleFile] = field(default_factory=dict)

    def of(self, resource: str, operation: str) -> tuple[Example, ...]:
        """The examples of an operation: what was sent, then what was answered."""
        files = (self.files.get((resource, operation, kind)) for kind in KINDS)
        return tuple(self._example(file) for file in files if file is not None)

    def _example(self, file: ExampleFile) -> Example:
        example = Example(kind=file.kind, path=file.source.file, value=file.source.value)
        return self.origins.note(example, Place(file.source))


def example_files(sources: Iterable[Source], origins: Origins) -> Examples:
    examples = Examples(origins)
    for source in sources:
        _, *directories, name = source.file.split("/")
        operation, *kind = name.removesuffix(".json").split(".")
        if len(directories) != 1 or len(kind) != 1 or source.damaged:
            continue
        for known in KINDS:
            if kind[0] == known:
                key = (directories[0], operation, known)
                examples.files[key] = ExampleFile(*key, source)
    return examples
