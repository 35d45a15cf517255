"""The short forms of one scheme, and servers at addresses of this machine, from spec to socket."""

import json
from base64 import b64encode

import pytest
import yaml

from apiscribe import SpecError
from tests.cases.casebook import BASE, CASES
from tests.cases.harbour_server import Harbour
from tests.runtime.scripted import ScriptedServer, answers

ADDED = json.loads((BASE / "examples/bird/add.response.json").read_text())


SHORT = {
    "basic": (
        {"scheme": "basic", "credentials": {"user": {"doc": "User."}, "word": {"doc": "Word."}}},
        {"user": "ada", "word": "s:1"},
        {"authorization": f"Basic {b64encode(b'ada:s:1').decode()}"},
        {"basic": {"type": "http", "scheme": "basic", "description": "User. Word."}},
    ),
    "basic with a key alone": (
        {"scheme": "basic", "credentials": {"key": {"doc": "Key."}}},
        {"key": "sk_1"},
        {"authorization": f"Basic {b64encode(b'sk_1:').decode()}"},
        {"basic": {"type": "http", "scheme": "basic", "description": "Key."}},
    ),
    "bearer with a word": (
        {"scheme": "bearer", "prefix": "Bot", "credentials": {"token": {"doc": "Token."}}},
        {"token": "t-1"},
        {"authorization": "Bot t-1"},
        {
            "bearer": {
                "type": "apiKey",
                "in": "header",
                "name": "Authorization",
                "description": "Token. Behind the word `Bot`.",
            }
        },
    ),
    "header": (
        {"scheme": "header", "header": "X-Key", "credentials": {"key": {"doc": "Key."}}},
        {"key": "k-1"},
        {"x-key": "k-1"},
        {"header": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "Key."}},
    ),
    "basic with a word": (
        {
            "scheme": "basic",
            "value": "{mail}/token:{key}",
            "credentials": {"mail": {"doc": "Mail."}, "key": {"doc": "Key."}},
        },
        {"mail": "a@b.example", "key": "k-1"},
        {"authorization": f"Basic {b64encode(b'a@b.example/token:k-1').decode()}"},
        {
            "basic": {
                "type": "http",
                "scheme": "basic",
                "description": "Mail. Key. As `{mail}/token:{key}`.",
            }
        },
    ),
    "none": ({"scheme": "none"}, {}, {}, None),
}


@pytest.mark.parametrize(
    ("authentication", "credentials", "headers", "schemes"), SHORT.values(), ids=SHORT
)
def test_short_forms(compiled, authentication, credentials, headers, schemes):
    package, stub, errors, openapi = compiled(BASE, authentication=authentication)

    with ScriptedServer() as server:
        server.will(answers(json.dumps(ADDED)))
        with package.AviaryClient(**credentials, base_url=server.base_url) as client:
            client.bird.add(name="Tit", species=1)
    (request,) = server.received
    names = ("authorization", "x-key", "cookie")
    assert {n: request.headers[n] for n in names if n in request.headers} == headers
    assert request.body == b"name=Tit&species=1"
    assert openapi["components"].get("securitySchemes") == schemes

    with (
        stub.StubServer(credentials=credentials) as at_stub,
        package.AviaryClient(**credentials, base_url=at_stub.base_url) as client,
    ):
        client.bird.add(name="Tit", species=1)
        if credentials:
            wrong = {**credentials, next(iter(credentials)): "other"}
            with (
                package.AviaryClient(**wrong, base_url=at_stub.base_url) as stranger,
                pytest.raises(errors.APIError),
            ):
                stranger.bird.add(name="Tit", species=1)


class TestServers:
    """Three servers of the harbour: the API, its files, and where tokens come from."""

    @pytest.fixture
    def three(self):
        servers = [Harbour() for _ in range(3)]
        for server in servers[1:]:
            server.valid = servers[0].valid
        servers[0].valid = servers[1].valid = servers[2].valid
        yield servers
        for server in servers:
            server.stop()

    @pytest.fixture
    def package(self, compiled, three):
        api, files, login = (server.base_url for server in three)
        source = CASES / "good" / "harbour" / "spec"
        written = yaml.safe_load((source / "api.yaml").read_text())
        written["authentication"]["schemes"]["app"]["token_url"] = f"{login}/oauth/token"
        here = {"url": api, "doc": "Here.", "others": {"uploads": files}}
        there = {"url": f"{api}/{{region}}", "doc": "There.", "others": {"uploads": api}}
        return compiled(
            source,
            servers={"production": here, "sandbox": there},
            authentication=written["authentication"],
        )[0]

    def test_each_request_goes_to_its_own(self, package, three):
        api, files, _ = three
        with package.Harbour(client_id="app 1", client_secret="s&cret+of/app") as client:
            client.berth.list()
            client.berth.photo(id=7, photo=b"\x89PNG\r\n\x1a\n")
        assert (api.seen, files.seen) == ([("GET", "/berths")], [("POST", "/berths/7/photo")])
        assert [len(each.token_requests) for each in three] == [0, 0, 1]

    def test_the_chosen_one(self, package, three, monkeypatch):
        with (
            package.Harbour(api_key="k", server="sandbox", region="south") as client,
            pytest.raises(package.APIError),
        ):
            client.berth.list()
        monkeypatch.setenv("HARBOUR_SERVER", "sandbox")
        with package.Harbour(api_key="k") as client, pytest.raises(package.APIError):
            client.berth.list()
        assert three[0].seen == [("GET", "/south/berths"), ("GET", "/north/berths")]

    def test_one_address_serves_everything(self, package, three):
        one = three[1]
        app = {"client_id": "app 1", "client_secret": "s&cret+of/app"}
        with package.Harbour(**app, server="sandbox", base_url=one.base_url) as client:
            client.berth.list()
            client.berth.photo(id=7, photo=b"\x89PNG\r\n\x1a\n")
        assert (len(one.seen), len(one.token_requests)) == (2, 1)
        assert not three[0].seen
        assert not three[2].token_requests

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ({"server": "test"}, "server= is 'test', not 'production' or 'sandbox'"),
            (
                {"server": "sandbox", "region": "west"},
                "region= is 'west', not 'north' or 'south'",
            ),
        ],
        ids=["server", "variable"],
    )
    def test_what_there_is_not(self, package, given, told):
        with pytest.raises(package.ConfigurationError) as caught:
            package.Harbour(api_key="k", **given)
        assert str(caught.value) == told


class TestVariables:
    """A part of the address that every account has for itself."""

    @pytest.fixture
    def package(self, compiled):
        return compiled(
            BASE,
            base_url="https://{subdomain}.aviary.example",
            server_variables={"subdomain": {"doc": "The account's own."}},
        )[0]

    def test_it_has_to_be_given(self, package, monkeypatch):
        with pytest.raises(package.ConfigurationError) as caught:
            package.AviaryClient(key="k")
        assert str(caught.value) == (
            "Aviary API: subdomain is part of the address: pass subdomain= or set AVIARY_SUBDOMAIN"
        )
        monkeypatch.setenv("AVIARY_SUBDOMAIN", "zoo-1")
        assert package.AviaryClient(key="k").base_url == "https://zoo-1.aviary.example"

    @pytest.mark.parametrize("text", ["evil.example/", "a@b", "a:1", "a#", "-a", "", "a b", "é"])
    def test_it_leads_to_no_other_host(self, package, text):
        with pytest.raises(package.ConfigurationError, match="subdomain"):
            package.AviaryClient(key="k", subdomain=text)

    def test_an_address_needs_none(self, package):
        client = package.AviaryClient(key="k", base_url="http://localhost:1")
        assert client.base_url == "http://localhost:1"


def test_neither_address_nor_servers(compiled):
    with pytest.raises(SpecError, match="missing-key: `base_url` is missing"):
        compiled(BASE, base_url=None)
