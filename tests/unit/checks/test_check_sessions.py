"""What is said of schemes that log in."""

import json

import yaml

from tests.cases.casebook import BASE
from tests.unit.specs import OPERATION, problems

SESSION = {
    "by": "session",
    "token_url": "/login",
    "fields": {"user": "{key}"},
    "token": "id",
    "in": "cookie",
    "name": "SID",
}


def of_session(files: dict[str, str] | None = None, **changes: object) -> list[str]:
    api = yaml.safe_load((BASE / "api.yaml").read_text())
    api["authentication"] = {
        "schemes": {"own": SESSION | changes},
        "use": ["own"],
        "credentials": {"key": {"doc": "Key of the keeper."}},
    }
    return problems({"api.yaml": json.dumps(api), **(files or {})})


def test_what_is_sent_may_be_called_as_in_oauth() -> None:
    assert of_session(fields={"client_id": "web", "scope": "all", "user": "{key}"}) == []


def test_fields_have_a_credential() -> None:
    for fields in ({}, {"user": "ada"}):
        assert any("`fields` names no credential" in line for line in of_session(fields=fields))


def test_an_error_may_be_among_those_with_faults() -> None:
    (unknown,) = (line for line in of_session(over=["Ended"]) if "Ended" in line)
    assert "there is no error `Ended`" in unknown
    bad = {"errors.yaml": "1: {name: KeyRefused, doc: The key is wrong., spelled: no}\n"}
    assert not any("Ended" in line for line in of_session(bad, over=["Ended"]))


def test_only_what_is_posted_is_a_login() -> None:
    for methods, is_one in (("GET", False), ("[GET, POST]", True), ("[POST, GET]", True)):
        operation = OPERATION.replace("/v2/extra/ping", "/login")
        files = {"resources/extra.yaml": f"{operation}    method: {methods}\n"}
        found = any("`extra.ping` logs in" in line for line in of_session(files))
        assert found == is_one, methods


def test_variables_of_the_address_are_known() -> None:
    found = of_session(token_url="https://{tenant}.aviary.example/login")
    assert any("`tenant`" in line for line in found)
