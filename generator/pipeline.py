"""The journey of a spec, from its directory to the text of everything that is made from it."""

from __future__ import annotations

from generator.document import read_documents
from generator.load.sources import Spec, load
from generator.model import Api
from generator.problems import Problems
from generator.resolve import resolve


def compile_spec(spec_dir: str) -> Api:
    """The model of an API; raises `SpecError` with all problems of its spec."""
    return compile_loaded(load(spec_dir))


def compile_loaded(spec: Spec) -> Api:
    problems = Problems()
    problems.update(spec.problems)
    resolved = resolve(read_documents(spec, problems), problems)
    problems.raise_any()
    return resolved.api


def generate(spec_dir: str) -> dict[str, str | bytes]:
    """All files that are made from a spec, by path; nothing is written."""
    return render(compile_spec(spec_dir))


def render(api: Api) -> dict[str, str | bytes]:
    """All files that are made from a model."""
    # Slow to import, and not needed by whoever only looks for problems.
    from generator.format import format_python
    from generator.models_code import models_code
    from generator.render import data_files, python_files, runtime_files

    python = format_python({**python_files(api), **models_code(api)})
    return {**python, **data_files(api), **runtime_files(api)}
