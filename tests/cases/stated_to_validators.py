"""Whether validators tell of a broken rule, and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample

from apiscribe.model import Operation
from tests.cases.stated_rules import BetweenStated, ValueStated

ONCE = settings(
    max_examples=200,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Validators:
    def __init__(self, package: str) -> None:
        self._strategies = import_module(f"{package}.strategies")
        self._validate = import_module(f"{package}.validators").validate

    def refuse(self, rule: ValueStated | BetweenStated, operation: Operation, path: str) -> bool:
        return all(self._refuse(rule, kind, operation.id, path) for kind in rule.kinds)

    def _refuse(
        self, rule: ValueStated | BetweenStated, kind: str, operation: str, path: str
    ) -> bool:
        if isinstance(rule, BetweenStated) and isinstance(rule.owner, Operation):
            about = rule.argument
        else:  # what is inside an argument goes by the argument's name
            about = re.split(r"\\[.\[]|\(", path)[0].replace("\\", "")
        wanted = re.compile(path)
        ground = (rule.ground.basis, rule.ground.erratum or "")

        def is_told(call: Any) -> bool:
            return any(
                wanted.fullmatch(each.argument)
                and each.rule == kind
                and (each.basis, each.erratum) == ground
                for each in self._found(operation, call.arguments)
            )

        try:
            wrong = self._strategies.invalid_arguments(operation, argument=about, rule=kind)
            find(wrong, is_told, settings=ONCE)
        except (NoSuchExample, ValueError):
            return False
        return True

    def _found(self, operation: str, arguments: Mapping[str, object]) -> Any:
        return self._validate(operation, arguments)
