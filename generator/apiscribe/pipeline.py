"""The journey of a spec, from its directory to the text of everything that is made from it.

What a step needs is imported in it: to find that nothing changed takes none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiscribe.manifest import NAME, generator_digest, manifest
from apiscribe.problems import Problems

if TYPE_CHECKING:
    from apiscribe.load.sources import Spec
    from apiscribe.model import Api


def compile_spec(spec_dir: str) -> Api:
    """The model of an API; raises `SpecError` with all problems of its spec."""
    from apiscribe.load.sources import load

    return compile_loaded(load(spec_dir))


def compile_loaded(spec: Spec) -> Api:
    from apiscribe.check import check
    from apiscribe.document import read_documents
    from apiscribe.resolve import resolve

    problems = Problems()
    problems.update(spec.problems)
    resolved = resolve(read_documents(spec, problems), problems)
    check(resolved, problems)
    problems.raise_any()
    return resolved.api


def generate(spec_dir: str) -> dict[str, str | bytes]:
    """All files that are made from a spec, by path; nothing is written."""
    from apiscribe.load.sources import load

    spec = load(spec_dir)
    return render_all(compile_loaded(spec), spec)


def render_all(api: Api, spec: Spec) -> dict[str, str | bytes]:
    """All files of a model, and the manifest that says what they were made from."""
    files = render(api)
    noted = manifest(spec.contents, files, generator_digest(), summary(api))
    return {NAME: noted, **files}


def render(api: Api) -> dict[str, str | bytes]:
    """All files that are made from a model."""
    # Slow to import, and not needed by whoever only looks for problems.
    from apiscribe.format import format_python
    from apiscribe.render import data_files, python_files, runtime_files
    from apiscribe.render_models import render_models

    python = format_python({**python_files(api), **render_models(api)})
    return {**python, **data_files(api), **runtime_files(api)}


def summary(api: Api) -> str:
    """What there is in an API, in one line."""
    arguments = [argument for operation in api.operations for argument in operation.arguments]
    required = sum(argument.required for argument in arguments)
    return (
        f"{_counted(len(api.operations), 'operation')} in "
        f"{_counted(len(api.resources), 'resource')}, "
        f"{_counted(len(arguments), 'argument')} of which {required} required, "
        f"{_counted(len(api.objects), 'object')}, {_counted(len(api.lists), 'list')}, "
        f"{_counted(len(api.errors), 'error')}"
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
