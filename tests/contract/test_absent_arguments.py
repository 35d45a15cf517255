"""UNSET stands for an argument that is not given, wherever an operation has one."""

import pytest
from msgspec import UNSET

from tests.contract.arguments import PYTHON_NAMES, typed_arguments
from zoom_v1 import operations
from zoom_v1.validators import checks_for, validate

WIRE_NAMES = {python: wire for wire, python in PYTHON_NAMES.items()}


@pytest.mark.parametrize("operation", operations.IDS)
def test_an_argument_that_is_unset_is_as_good_as_absent(operation):
    typed = typed_arguments(operation, "curl")
    given = {WIRE_NAMES.get(name, name): value for name, value in typed.items()}

    for name in checks_for(operation).fields:
        without = {key: value for key, value in given.items() if key != name}
        assert validate(operation, {**given, name: UNSET}) == validate(operation, without), name
