"""A generated package that lives for a moment: rendered, executed and asked, never written.

The real views and templates make it; only the formatter and the models are left out, which
have no part in a verdict.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from types import CodeType, ModuleType
from typing import Any

from apiscribe import naming, render, runtime
from apiscribe.model import Api
from apiscribe.runtime import encoding, operation, semantics, validation
from apiscribe.runtime.encoding import wire
from apiscribe.runtime.semantics import numbers, predicates
from apiscribe.runtime.validation import messages, readers, validate, values, violations
from apiscribe.views import package
from apiscribe.views.operations import operation_modules
from apiscribe.views.validators import validator_modules
from tests.mutation.rebuild import PACKAGE, lists_of, parts

_RUNTIME = (
    *(encoding, operation, semantics, validation),
    *(messages, numbers, predicates, readers, validate, values, violations, wire),
)


class Throwaway:
    """The validators of an API of one operation."""

    def __init__(self, api: Api) -> None:
        resource = naming.variable(api.resources[0].name)
        name = api.operations[0].id
        files = _rendered(api)
        with _importable():
            self._module("lists", files)
            self._module("validators._shared", files)
            checked = self._module(f"validators.{resource}", files)
            self._module("operations._objects", files)
            described = self._module(f"operations.{resource}", files)
        self._checks = checked["CHECKS"][name]
        self._operation = described["OPERATIONS"][name]

    def validate(self, _: str, given: Mapping[str, Any]) -> list[violations.Violation]:
        return validate.validate(self._checks, given)

    def validate_form(self, _: str, form: Mapping[str, str]) -> list[violations.Violation]:
        return validate.validate_form(self._checks, self._operation, form)

    def _module(self, name: str, files: Mapping[str, str]) -> dict[str, Any]:
        module = ModuleType(f"{PACKAGE}.{name}")
        package, _, own = module.__name__.rpartition(".")
        sys.modules[module.__name__] = module
        setattr(sys.modules[package], own, module)
        exec(_code(files[name]), module.__dict__)
        return module.__dict__


@lru_cache(1000)
def _code(text: str) -> CodeType:
    return compile(text, PACKAGE, "exec")


def _rendered(api: Api) -> dict[str, str]:
    """What decides about verdicts, and nothing else of the package."""
    (resource,) = api.resources
    name = naming.variable(resource.name)
    made = {
        "lists": render._fill("lists", api, "", **package.lists(_listed(api))),
        "operations._objects": render._fill(
            "operations_objects", api, "", **operation_modules.objects(api)
        ),
        f"operations.{name}": render._fill(
            "operations_module", api, "", **operation_modules.module(api, resource)
        ),
    }
    for module in validator_modules.modules(api):
        made[f"validators.{module.name}"] = render._fill(
            "validators_module", api, "", module=module
        )
    return made


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
