"""Texts that are part of a path: one without characters would ask for something else."""

import pytest

from apiscribe.model import Length
from tests.unit.specs import OPERATION, compiled


def least(rules: str) -> list[tuple[int | None, str]]:
    """How few characters a text of a path may have, and on what that rests."""
    operation = OPERATION.replace("/ping", "/ping/{nest}")
    argument = f"    arguments: {{nest: {{type: text, required: true, doc: Which.{rules}}}}}\n"
    api = compiled({"resources/extra.yaml": f"{operation}{argument}"})
    (nest,) = next(each.arguments for each in api.operations if "nest" in each.path)
    lengths = [rule for rule in nest.type.rules if isinstance(rule, Length)]
    return [(rule.minimum, rule.ground.basis) for rule in lengths if rule.minimum is not None]


@pytest.mark.parametrize("rules", ["", ", max_length: 9", ", max_bytes: 9", ", characters: a-z"])
def test_they_have_one_character_at_least(rules: str) -> None:
    assert least(rules) == [(1, "inferred")]


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        (", min_length: 3", [(3, "documented")]),
        (", min_length: 0", [(0, "documented")]),
        (", min_bytes: 2", []),
        (', pattern: "a+"', []),
    ],
)
def test_what_says_more_is_left_alone(rules: str, found: list[tuple[int | None, str]]) -> None:
    assert least(rules) == found
