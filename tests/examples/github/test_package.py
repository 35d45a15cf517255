"""What of the package does not depend on a server: strategies, validators, OpenAPI, imports."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from github_rest import operations, strategies
from github_rest.stub import StubServer
from github_rest.validators import validate
from tests.cases.test_packages import IMPORT_ALL, can_be_in_a_path, examples_of

GENERATED = Path(__file__).parents[3] / "examples" / "github" / "generated"
ALL = list(operations.all_operations())
COUNT = 52
"""Operations, counted off the page."""


def test_every_operation_of_the_page_is_there():
    assert len({operation.id for operation in ALL}) == COUNT


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_strategies_and_validators_agree(data):
    for operation in ALL:
        valid = data.draw(strategies.valid_arguments(operation.id))
        assert validate(operation.id, valid) == []
        if operation.arguments:
            call = data.draw(strategies.invalid_arguments(operation.id))
            found = [(each.argument, each.rule) for each in validate(operation.id, call.arguments)]
            assert (call.argument, call.rule) in found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("mode", ["examples", "emulate"])
def test_what_strategies_draw_is_taken_by_the_stub(mode):
    unhurried = settings(derandomize=True, database=None, phases=[Phase.generate], deadline=None)
    stub = StubServer(mode=mode)
    with stub.client() as client:
        for operation in ALL:
            drawn = find(
                strategies.valid_arguments(operation.id), can_be_in_a_path, settings=unhurried
            )
            client.with_options(retries=0).call_raw(operation, drawn, object)

    refused = {(each.operation, each.status) for each in stub.requests if each.status >= 400}
    assert len(stub.requests) == COUNT
    # An emulator that is empty has nothing to show, and wants a file in a gist.
    expected = {(each.id, 404) for each in ALL} | {("gist.create", 422)}
    assert refused <= (expected if mode == "emulate" else set())


def test_examples_of_the_openapi_document_are_of_their_schemas():
    document = json.loads((GENERATED / "openapi.json").read_text())
    examples = list(examples_of(document))

    assert len(examples) > 50
    for schema, example in examples:
        whole = {**schema, "components": document["components"]}
        jsonschema.Draft202012Validator(whole).validate(example)


def test_every_module_is_imported_without_a_warning(tmp_path):
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL, str(GENERATED), "github_rest"]
    ended = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PATH": os.defpath, "PYTHONPATH": str(GENERATED), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
