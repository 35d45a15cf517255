"""Credentials and servers in the harbour's OpenAPI document."""

import json

import pytest

SIGNED: dict[str, list[str]] = {
    "key": [],
    "signature.X-Harbour-Signature": [],
    "signature.X-Harbour-Time": [],
}


class TestOpenApi:
    @pytest.fixture
    def document(self, made):
        return json.loads((made["harbour"] / "openapi.json").read_text())

    def test_each_operation_says_what_it_takes(self, document):
        assert document["security"] == [{"key": []}, {"app": ["berths.read", "berths.write"]}]
        found = {
            operation["operationId"]: operation["security"]
            for item in document["paths"].values()
            for operation in item.values()
            if "security" in operation
        }
        assert found == {
            "berth.tides": [],
            "berth.book": [{"key": []}],
            "berth.say": [],
            "berth.report": [{name: []} for name in ("legacy", "desk", "mail", "pager", "fleet")],
            "berth.mine": [{"session": []}, {"user": []}],
            "berth.logbook": [{"staff": []}],
            "berth.pay": [SIGNED],
            "berth.fees": [SIGNED],
            "berth.moor": [{"app": ["berths.read", "berths.write"]}],
        }

    def test_what_is_no_scheme_of_openapi_is_an_argument(self, document):
        say = document["paths"]["/bot{bot_token}/say"]["post"]
        (token,) = say["parameters"]
        assert (token["name"], token["in"], token["required"]) == ("bot_token", "path", True)
        booking = document["paths"]["/berths/{id}/book"]["post"]["requestBody"]
        schema = booking["content"]["application/json"]["schema"]
        assert schema["required"] == ["site_code", "ship"]

    def test_servers(self, document):
        assert [each["url"] for each in document["servers"]] == [
            "https://{region}.harbour.example/v1",
            "https://sandbox.harbour.example/v1",
        ]
        photo = document["paths"]["/berths/{id}/photo"]["post"]
        assert photo["servers"][0] == {
            "url": "https://files.{region}.harbour.example",
            "description": "The real harbour.",
            "variables": {
                "region": {
                    "default": "north",
                    "enum": ["north", "south"],
                    "description": "Where the account is kept.",
                }
            },
        }
