"""Scopes and credentials of the cabinet: pairs, halves of them, and nobody's."""

import json
import urllib.error
import urllib.request
from importlib import import_module

import pytest

from tests.runtime.scripted import answers

FILE = {".tag": "file", "name": "a.txt", "size": 3}


@pytest.fixture
def client(cabinet_v2, server):
    with cabinet_v2.package.Cabinet(base_url=server.base_url) as client:
        yield client


class TestScopes:
    def test_a_docstring_has_them(self, cabinet_v2):
        resource = import_module("cabinet_v2.resources.file").FileResource

        assert "Scopes: `files.metadata.read`.\n" in resource.list.__doc__
        choice = "Scopes: `files.content:write`; `files.metadata.read` or `files.all`.\n"
        assert choice in resource.get.__doc__
        assert "Scopes" not in resource.upload.__doc__

    def test_openapi_requires_them(self, made):
        document = json.loads((made["cabinet"] / "openapi.json").read_text())
        paths = document["paths"]
        read = ["files.metadata.read"]
        write = ["files.content:write", "files.metadata.read"]
        everything = ["files.content:write", "files.all"]

        assert paths["/files/list"]["post"]["security"] == [
            {"user": read, "key": read},
            {"app": read},
            {"person": read},
            {},
        ]
        assert paths["/files/get"]["post"]["security"] == [
            {"user": write},
            {"user": everything},
            {"app": write},
            {"app": everything},
            {},
        ]
        assert "security" not in paths["/files/upload"]["post"]
        flow = document["components"]["securitySchemes"]["app"]["flows"]["clientCredentials"]
        assert set(flow["scopes"]) == {*write, *everything}


def test_credentials_that_a_stub_is_given_are_of_one_account(cabinet_v2):
    own = {"token": "t", "app_key": "k", "app_secret": "s"}
    with cabinet_v2.stub.StubServer(credentials=own) as stub:
        at = {"base_url": stub.base_url}
        with cabinet_v2.package.Cabinet(token="t", app_key="k", **at) as person:
            person.file.upload(info={"path": "/a"}, content=b"x")
        with cabinet_v2.package.Cabinet(app_key="k", app_secret="s", **at) as app:
            assert app.file.get(path="/a").name == "/a"
        with cabinet_v2.package.Cabinet(**at) as anybody:
            assert anybody.file.get(path="/a").name == "/a"


@pytest.mark.parametrize("name", ["Cabinet", "AsyncCabinet"])
def test_half_of_a_pair_is_no_client(cabinet_v2, monkeypatch, name):
    make = getattr(cabinet_v2.package, name)
    for given in ({"app_key": "k"}, {"app_key": "k", "app_secret": ""}):
        with pytest.raises(cabinet_v2.errors.ConfigurationError) as caught:
            make(**given)
        assert "credentials beside app_key=: pass token= or set" in str(caught.value)
        assert "; or pass app_secret= or set" in str(caught.value)
    monkeypatch.setenv("CABINET_APP_SECRET", "s")
    make(app_key="k")
    with pytest.raises(cabinet_v2.errors.ConfigurationError) as caught:
        make()
    assert str(caught.value).endswith(
        "missing credentials beside CABINET_APP_SECRET: pass app_key= or set CABINET_APP_KEY"
    )


def test_what_one_operation_takes_is_a_client(cabinet_v2, server):
    server.will(answers(json.dumps({"the.result": {"meta": FILE}})), answers("[]"))
    with cabinet_v2.package.Cabinet(token="t", base_url=server.base_url) as client:
        client.file.get(path="/a")
        client.search.find(name="a")

    sent = [each.headers.get("authorization") for each in server.received]
    assert sent == ["Bearer t", None]


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"Authorization": "Basic !!!"}, "what is there cannot be read as credentials"),
        ({"Authorization": "Digest x"}, "what is there cannot be read as credentials"),
        ({"Authorization": "Bearer "}, "what is there cannot be read as credentials"),
        ({"Cabinet-Key": "k"}, "what lacks beside the header `Cabinet-Key: ...` is the header"),
        ({"Authorization": ""}, None),
        ({"Cabinet-Key": ""}, None),
        ({}, None),
    ],
)
def test_only_nothing_is_nobodys(cabinet_v2, headers, told):
    with cabinet_v2.stub.StubServer(mode="examples") as stub:
        request = urllib.request.Request(f"{stub.base_url}/search", headers=headers)
        if told is None:
            with urllib.request.urlopen(request) as response:
                assert response.status == 200
            return
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request)
        with refused.value as error:
            assert error.headers["X-Stub-Problem"].startswith(told)
