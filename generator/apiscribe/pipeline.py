"""The journey of a spec, from its directory to the text of everything that is made from it.

What a step needs is imported in it: to find that nothing changed takes none of them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apiscribe.differences import compare, differences
from apiscribe.manifest import NAME, generator_digest, inputs_digest, manifest, wanted_digest
from apiscribe.problems import Problem, Problems, counted

if TYPE_CHECKING:
    from apiscribe.load.sources import Spec
    from apiscribe.making_models import Begin
    from apiscribe.model import Api
    from apiscribe.resolve import Origins


@dataclass(frozen=True, slots=True)
class CompiledSpec:
    """A spec without problems."""

    api: Api
    """The model that every back end reads: frozen, and all that `render` looks at."""
    origins: Origins = field(repr=False)
    """Where in the spec each part of the model was written."""
    digest: str
    """A hash of the spec's files and of its directory's name."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a comparison of a spec with a directory found."""

    files: int
    """How many files the spec makes."""
    problems: tuple[Problem, ...]
    """One for each file that is missing, changed or stale; empty if all is well."""
    foreign: tuple[str, ...]
    """What else is in the directory, which is no problem; a directory ends in a slash."""


def compile_spec(spec_dir: str | os.PathLike[str]) -> CompiledSpec:
    """Read a directory of spec files and understand all of it.

    Raises:
        SpecError: with every problem that the spec has.
    """
    from apiscribe.load.sources import load

    return compile_loaded(load(os.fspath(spec_dir)))


def compile_loaded(spec: Spec) -> CompiledSpec:
    """The same of files that were read already, or never were on a disk."""
    from apiscribe.checks import check
    from apiscribe.document import read_documents
    from apiscribe.model.partials import with_partials
    from apiscribe.resolve import resolve

    problems = Problems()
    problems.update(spec.problems)
    resolved = resolve(read_documents(spec, problems), problems)
    check(resolved, problems)
    problems.raise_any()
    digest = inputs_digest(spec.name, spec.contents)
    return CompiledSpec(with_partials(resolved.api), resolved.origins, digest)


def render(spec: CompiledSpec, *, project: bool = False) -> dict[str, str | bytes]:
    """All files that are made from a spec, by path, with the manifest of them; nothing is written.

    The same spec gives the same bytes, wherever it lies. With `project`, `pyproject.toml` and
    `README.md` are among them, so that they are a distribution.
    """
    from apiscribe.making_models import here

    return rendered(spec, here, project=project)


def rendered(spec: CompiledSpec, begin: Begin, *, project: bool = False) -> dict[str, str | bytes]:
    """The same, with the models made as `begin` has them made."""
    # Slow to import, and not needed by whoever only looks for problems.
    from apiscribe.render_models import begin_models

    api = spec.api
    models = begin_models(api, begin)

    from apiscribe.format import format_python
    from apiscribe.rendering import data_files, project_files, python_files, runtime_files

    python, others = python_files(api), {**data_files(api), **runtime_files(api)}
    files = {**format_python(python, models), **others}
    if project:
        files |= project_files(api)
    digest = wanted_digest(spec.digest, project=project)
    return {NAME: manifest(digest, files, generator_digest(), summary(api)), **files}


def check(
    spec_dir: str | os.PathLike[str], out_dir: str | os.PathLike[str], *, project: bool = False
) -> Checked:
    """Compare what a spec makes with what a directory holds; nothing is written.

    Raises:
        SpecError: with every problem that the spec has.
    """
    files, out = render(compile_spec(spec_dir), project=project), os.fspath(out_dir)
    found = compare(files, out)
    problems = tuple(sorted(differences(files, found, out)))
    return Checked(len(files), problems, found.foreign)


def summary(api: Api) -> str:
    """What there is in an API, in one line."""
    arguments = [argument for operation in api.operations for argument in operation.arguments]
    required = sum(argument.required for argument in arguments)
    return (
        f"{counted(len(api.operations), 'operation')} in "
        f"{counted(len(api.resources), 'resource')}, "
        f"{counted(len(arguments), 'argument')} of which {required} required, "
        f"{counted(len(api.objects), 'object')}, {counted(len(api.lists), 'list')}, "
        f"{counted(len(api.errors), 'error')}"
    )
