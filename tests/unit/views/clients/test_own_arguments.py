"""Arguments of a client that are its API's own: what is said of each."""

import pytest

from apiscribe.model.authentication import Hook
from apiscribe.views.clients.own_arguments import server, signers, variables
from tests.cases.casebook import BASE
from tests.unit.specs import compiled

API = (BASE / "api.yaml").read_text()
SCHEMES = """authentication:
  schemes:
    key: {by: api_key, in: header, name: X-Key, credential: key}
    signed: {by: hook, doc: Signs it., adds: [time, sign], in: PLACE}
  use: [[key, signed]]
  credentials:
    key: {doc: Key of the keeper.}
"""


@pytest.mark.parametrize(
    ("place", "what"), [("header", "headers"), ("query", "parameters of the query")]
)
def test_a_signer_says_where_it_adds(place, what):
    start, end = API.index("authentication:"), API.index("envelope:")
    schemes = SCHEMES.replace("PLACE", place)
    api = compiled({"api.yaml": API[:start] + schemes + "\n" + API[end:]})

    (hook,) = api.authentication.hooks.values()
    assert isinstance(hook, Hook)
    (found,) = signers(api)
    assert (found.name, found.annotation) == ("signed", "Signer")
    assert f"returns the {what} `time` and `sign`." in " ".join(map(str.strip, found.lines))


def test_servers_and_their_parts_are_said():
    servers = """servers:
  live: {url: "https://{zone}.aviary.example", doc: The live one.}
  test: {url: "https://test.{house}.example", doc: To try it.}
server_variables:
  zone: {choices: [eu, us], default: eu, doc: Where the data is.}
  house: {doc: Which house.}
"""
    given = API.replace("base_url: https://api.aviary.example\n", servers)
    api = compiled({"api.yaml": given})

    chosen = server(api)
    assert chosen is not None
    assert chosen.annotation == "Literal['live', 'test']"
    assert " ".join(map(str.strip, chosen.lines)) == (
        'server: Which server: "live" (The live one) or "test" (To try it). Without it,'
        ' AVIARY_SERVER counts, or else "live".'
    )
    assert [(each.name, each.annotation) for each in variables(api)] == [
        ("zone", "Literal['eu', 'us']"),
        ("house", "str"),
    ]
    said = [" ".join(map(str.strip, each.lines)) for each in variables(api)]
    assert said == [
        'zone: Where the data is. Without it, AVIARY_ZONE counts, or else "eu".',
        "house: Which house. Without it, AVIARY_HOUSE counts.",
    ]
    assert server(compiled()) is None
