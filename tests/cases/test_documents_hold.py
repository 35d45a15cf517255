"""Documents of APIs with other verbs, held against their stubs by Schemathesis."""

from importlib import import_module

import pytest

from tests.schemathesis_program import hold

# Schemathesis writes lists as most APIs do, whatever the document says of their style.
STYLES = ("--exclude-checks", "positive_data_acceptance")
CASES = {
    "courier": ("courier_v2", "token", ()),
    "bakery": ("bakery_v1", "api_key", STYLES),
    "till": ("till_v1", "secret_key", ()),
}


@pytest.mark.parametrize("name", CASES)
def test_a_stub_is_as_its_document_says(made, tmp_path, caplog, name):
    caplog.set_level("ERROR")
    package, credential, options = CASES[name]
    with import_module(f"{package}.stub").StubServer(credentials={credential: "k"}) as stub:
        token = ("-H", "Authorization: Bearer k")
        hold(tmp_path, made[name] / "openapi.json", stub.base_url, *token, *options, examples=3)

    assert "a bug of the stub" not in caplog.text
