"""The documents of the examples, held against their emulators by Schemathesis with all checks."""

from importlib import import_module

import pytest

from tests.schemathesis_program import ROOT, hold

# What is valid may be refused for what there is already, which no schema knows; and Schemathesis
# writes lists in forms as most APIs do, whatever the document says of their style.
OF_STATE = ("--exclude-checks", "positive_data_acceptance")
CASES = {"github": ("github_rest", "token"), "stripe": ("stripe_rest", "api_key")}


@pytest.mark.parametrize("name", CASES)
def test_an_emulator_is_as_its_document_says(tmp_path, caplog, name):
    caplog.set_level("ERROR")
    package, credential = CASES[name]
    document = ROOT / "examples" / name / "generated" / "openapi.json"
    with import_module(f"{package}.stub").StubServer(
        random_seed=1, credentials={credential: "k"}
    ) as stub:
        token = ("-H", "Authorization: Bearer k")
        hold(tmp_path, document, stub.base_url, *token, *OF_STATE, examples=3)

    assert "a bug of the stub" not in caplog.text
