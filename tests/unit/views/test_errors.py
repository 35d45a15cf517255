"""Exceptions: what each says of the code that it stands for."""

from typing import Any

import pytest
from msgspec.structs import replace

from apiscribe.model import ErrorCode
from apiscribe.views.errors import errors_module
from tests.unit.specs import compiled

API = compiled()


def only(**facts: Any):
    given: dict[str, Any] = {"code": 1, "name": "Hidden", "meaning": "The bird hides"}
    error = ErrorCode(**{"basis": "documented", **given, **facts})
    (found,) = errors_module(replace(API, errors=(error,))).errors
    return found


@pytest.mark.parametrize(
    ("facts", "notes"),
    [
        ({}, ()),
        ({"section": "Errors"}, ("Section: Errors",)),
        ({"basis": "inferred"}, ("The code is not on the page: inferred.",)),
        (
            {"basis": "observed", "section": "Errors"},
            ("Section: Errors", "The code is not on the page: observed."),
        ),
    ],
    ids=str,
)
def test_a_code_says_on_what_it_rests(facts, notes):
    hidden = only(**facts)

    assert (hidden.name, hidden.base, hidden.code) == ("Hidden", "APIError", "1")
    assert hidden.doc == "The bird hides."
    assert hidden.notes == notes
    assert hidden.hint is None


def test_a_limit_is_a_class_of_its_own():
    assert only(kind="rate_limit").base == "RateLimited"


def test_codes_and_hints_are_literals():
    hidden = only(code="it's", hint='"there"')

    assert (hidden.code, hidden.hint) == ('"it\'s"', "'\"there\"'")


def test_the_root_is_called_as_the_spec_says():
    assert errors_module(API).root == "AviaryError"
