"""Each rule of a single value: what keeps it passes, what breaks it is refused for that alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.calls import call, error, found
from tests.properties.profile import PROPERTIES
from tests.properties.said import Broken, Said
from tests.properties.values import VALUES

RULES = [(said, broken) for said in VALUES for broken in said.broken]


def name(value: object) -> str:
    if isinstance(value, Said):
        return f"{value.where[0]}-{value.argument}"
    return value.rule if isinstance(value, Broken) else str(value)


@pytest.mark.parametrize("said", VALUES, ids=name)
def test_what_keeps_the_rules_passes(said: Said) -> None:
    @PROPERTIES
    @given(st.sampled_from(said.where), said.values)
    def property_(operation: str, value: object) -> None:
        arguments = {**call(operation, **said.beside), said.argument: value}
        assert found(operation, arguments) == set()

    property_()


@pytest.mark.parametrize("said", VALUES, ids=name)
def test_the_last_that_is_allowed_passes_everywhere(said: Said) -> None:
    for operation in said.where:
        for value in said.edges:
            arguments = {**call(operation, **said.beside), said.argument: value}
            assert found(operation, arguments) == set(), (operation, value)


@pytest.mark.parametrize(("said", "broken"), RULES, ids=name)
def test_what_breaks_a_rule_is_refused_for_it(said: Said, broken: Broken) -> None:
    @PROPERTIES
    @given(st.sampled_from(said.where), broken.values)
    def property_(operation: str, value: object) -> None:
        arguments = {**call(operation, **said.beside), said.argument: value}
        assert found(operation, arguments) == error(said.argument + broken.at, broken.rule)

    property_()


@pytest.mark.parametrize(("said", "broken"), RULES, ids=name)
def test_the_first_that_is_wrong_is_refused_everywhere(said: Said, broken: Broken) -> None:
    wanted = error(said.argument + broken.at, broken.rule)
    for operation in said.where:
        for value in broken.edges:
            arguments = {**call(operation, **said.beside), said.argument: value}
            assert found(operation, arguments) == wanted, (operation, value)
