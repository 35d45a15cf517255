"""All files of a spec at once: their sources, and everything that is wrong with them as files."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from apiscribe.load.files import EXAMPLES, read_files
from apiscribe.load.json_text import read_json
from apiscribe.load.source import SourceFile
from apiscribe.load.yaml_text import read_yaml
from apiscribe.problems import Position, Problem


@dataclass(frozen=True, slots=True)
class Spec:
    """A spec directory as it was read."""

    directory: str
    """As the user gave it."""
    contents: dict[str, bytes] = field(repr=False)
    """Each file's bytes by relative path, which is what the manifest is about."""
    sources: dict[str, SourceFile] = field(repr=False)
    """By relative path; a file that could not be read at all is missing."""
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """What the directory itself is called, wherever it lies."""
        return os.path.basename(os.path.realpath(self.directory))

    def below(self, directory: str) -> list[SourceFile]:
        """The files of one directory, in alphabetical order."""
        return [s for path, s in self.sources.items() if path.startswith(f"{directory}/")]

    def shown(self, path: str) -> Position:
        """The beginning of a file, whether it exists or not."""
        return Position(os.path.join(self.directory, path))


def load(spec_dir: str) -> Spec:
    return parse(spec_dir, *read_files(spec_dir))


def parse(spec_dir: str, contents: dict[str, bytes], problems: list[Problem]) -> Spec:
    """A spec from the bytes of its files and what was wrong in reading them."""
    found = [*problems]
    sources: dict[str, SourceFile] = {}
    for path in sorted(contents):
        content = contents[path]
        shown = os.path.join(spec_dir, path)
        text = read_json(content) if path.startswith(f"{EXAMPLES}/") else read_yaml(content)
        found += [Problem(Position(shown, *p.spot), p.rule, p.message) for p in text.problems]
        if text.values:  # the file was parsed, even if parts of it are refused
            sources[path] = SourceFile(
                path, shown, text.value, text.values, text.keys, frozenset(text.damaged)
            )
    return Spec(spec_dir, contents, sources, tuple(found))
