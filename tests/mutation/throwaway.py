"""A generated package that lives for a moment: rendered, executed and asked, never written.

The real views and templates make it; only the formatter and the models are left out, which
have no part in a verdict.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from types import CodeType, ModuleType
from typing import Any

from msgspec.structs import replace

from apiscribe import naming, runtime
from apiscribe.model import Api
from apiscribe.rendering import rule_files
from apiscribe.runtime import encoding, operation, semantics, validation
from apiscribe.runtime.encoding import wire
from apiscribe.runtime.semantics import numbers, predicates
from apiscribe.runtime.validation import messages, readers, validate, values, violations
from tests.mutation.rebuild import PACKAGE, lists_of, parts

_RUNTIME = (
    *(encoding, operation, semantics, validation),
    *(messages, numbers, predicates, readers, validate, values, violations, wire),
)


class Throwaway:
    """The validators of an API of one operation."""

    def __init__(self, api: Api) -> None:
        resource = naming.module(api.resources[0].name)
        name = api.operations[0].id
        files = rule_files(_listed(api))
        with _importable():
            self._module("lists", files)
            self._module(
                "_unions", {"_unions.py": "", **files}
            )  # unused imports are not sorted out
            self._module("validators/_shared", files)
            checked = self._module(f"validators/{resource}", files)
            self._module("operations/_objects", files)
            described = self._module(f"operations/{resource}", files)
        self._checks = checked["CHECKS"][name]
        self._operation = described["OPERATIONS"][name]

    def validate(self, _: str, given: Mapping[str, Any]) -> list[violations.Violation]:
        return validate.validate(self._checks, given)

    def validate_form(self, _: str, form: Mapping[str, str]) -> list[violations.Violation]:
        return validate.validate_form(self._checks, self._operation, form)

    def _module(self, name: str, files: Mapping[str, str]) -> dict[str, Any]:
        module = ModuleType(f"{PACKAGE}.{name.replace('/', '.')}")
        package, _, own = module.__name__.rpartition(".")
        sys.modules[module.__name__] = module
        setattr(sys.modules[package], own, module)
        exec(_code(files[f"{name}.py"]), module.__dict__)
        return module.__dict__


@lru_cache(1000)
def _code(text: str) -> CodeType:
    return compile(text, PACKAGE, "exec")


def _listed(api: Api) -> Api:
    """Only the lists that count, for the others are long."""
    used = {name for part in parts(api) for name in lists_of(part)}
    return replace(api, lists={name: each for name, each in api.lists.items() if name in used})


@contextmanager
def _importable() -> Iterator[None]:
    """The package's name, and the runtime under it, for as long as its modules are made."""
    packages = (PACKAGE, f"{PACKAGE}.validators", f"{PACKAGE}.operations")
    for name in packages:
        sys.modules[name] = ModuleType(name)
    sys.modules[f"{PACKAGE}._runtime"] = runtime
    sys.modules[PACKAGE]._runtime = runtime  # type: ignore[attr-defined]
    for module in _RUNTIME:
        sys.modules[f"{PACKAGE}._{module.__name__.removeprefix('apiscribe.')}"] = module
    try:
        yield
    finally:
        for name in [each for each in sys.modules if each.partition(".")[0] == PACKAGE]:
            del sys.modules[name]
