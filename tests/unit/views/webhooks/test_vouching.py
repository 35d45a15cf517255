"""Who vouches for deliveries: the module, the stub and OpenAPI say it alike."""

from textwrap import dedent

import pytest

from apiscribe.views.openapi.webhooks import webhooks as in_openapi
from apiscribe.views.service import service
from apiscribe.views.webhooks.authentication import vouching
from apiscribe.views.webhooks.webhooks_module import module
from tests.unit.specs import compiled

SECRET = "The secret that vouches for it."
SIGNED = "{by: hmac, key: proof.sign, hash: sha256, signs: '{timestamp}{key:token}',"
SIGNED += " timestamp: {key: moment, tolerance: 9}}"
SIGNATURE = {
    "hash": "sha256",
    "encoding": "hex",
    "signs": "{timestamp}{key:token}",
    "keys": {"token": ("token",)},
    "prefix": "",
    "secret_prefix": "",
    "secret_encoding": "text",
    "once": (("token",),),
}


def api_with(authentication, body="json", *, more="", event="payload: Bird"):
    text = f"""
        section: Hooks
        body: {body}
        authentication: {authentication}
        {more}
        events:
          sung: {{doc: A bird sang., match: {{kind: [owl]}}, {event}}}
    """
    return compiled({"webhooks.yaml": dedent(text)})


@pytest.mark.parametrize(
    ("authentication", "source", "told"),
    [
        (
            "{by: shared_secret, header: X-Key, prefix: 'Bot '}",
            "SharedSecret(header='X-Key', prefix='Bot ')",
            {"header": "X-Key", "prefix": "Bot "},
        ),
        (
            "{by: shared_secret, header: X-Key}",
            "SharedSecret(header='X-Key')",
            {"header": "X-Key", "prefix": ""},
        ),
    ],
    ids=["behind a word", "alone"],
)
def test_a_secret_in_a_header(authentication, source, told):
    api = api_with(authentication)
    found = vouching(api, api.webhooks)

    runtime = "from aviary_v2._runtime.webhooks"
    assert found.imports == (
        f"{runtime}.secret_functions import SecretFunctions",
        f"{runtime}.shared_secret import SharedSecret",
    )
    assert found.source == source
    assert found.functions == "SecretFunctions[WebhookEvent](_API, _AUTHENTICATION)"
    assert service(api)["webhooks"]["shared_secret"] == told
    (header,) = in_openapi(api)["sung"]["post"]["parameters"]
    assert header == {
        "name": "X-Key",
        "in": "header",
        "required": True,
        "description": SECRET,
        "schema": {"type": "string"},
    }


@pytest.mark.parametrize(
    ("body", "key", "form"),
    [("json", ("secret", "word"), ""), ("form", ("secret[word]",), ", form=True")],
)
def test_a_secret_in_the_body(body, key, form):
    api = api_with(f"{{by: shared_secret, key: '{'.'.join(key)}'}}", body)
    found = vouching(api, api.webhooks)

    runtime = "from aviary_v2._runtime.webhooks"
    assert found.imports == (
        f"{runtime}.secret_functions import BodyFunctions",
        f"{runtime}.in_body import BodySecret",
    )
    assert found.source == f"BodySecret(key={key}{form})"
    assert found.functions == "BodyFunctions[WebhookEvent](_API, _AUTHENTICATION)"
    assert service(api)["webhooks"]["body_secret"] == {"key": key, "form": body == "form"}
    schema = _schema(api, body)
    for step in key:
        assert step in schema["required"]
        schema = schema["properties"][step]
    assert schema == {"type": "string", "description": SECRET}


@pytest.mark.parametrize(
    ("body", "key", "form"),
    [("json", ("proof", "sign"), ""), ("form", ("proof.sign",), " form=True,")],
)
def test_a_signature_in_the_body(body, key, form):
    api = api_with(SIGNED, body)
    found = vouching(api, api.webhooks)

    assert found.imports[1].endswith(".in_body import BodySignature, BodyTimestamp")
    assert found.source == (
        f"BodySignature(key={key},{form} hash='sha256', signs='{{timestamp}}{{key:token}}',"
        " keys={'token': ('token',)}, once=(('token',),),"
        " timestamp=BodyTimestamp(key=('moment',), tolerance=9))"
    )
    assert service(api)["webhooks"]["body_signature"] == {
        **SIGNATURE,
        "key": key,
        "timestamp": {"key": ("moment",), "unit": "epoch_seconds", "tolerance": 9},
        "form": body == "form",
    }
    assert _schema(api, body)["properties"]["moment"]["description"] == (
        "When it was sent, in seconds since 1970."
    )


@pytest.mark.parametrize(
    ("written", "source", "kind", "schema"),
    [
        ("", "", "text/plain", {"type": "string"}),
        (
            ", as: json",
            ", as_json=True",
            "application/json",
            {"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"]},
        ),
    ],
    ids=["text", "JSON"],
)
def test_what_is_asked_is_sent_back(written, source, kind, schema):
    api = api_with("none", more=f"asks: {{method: GET, query: word{written}}}")

    assert ("asks", f"Ask(method='GET', query='word'{source})") in module(
        api, api.webhooks
    ).keywords
    asked = in_openapi(api)["_asks"]["get"]
    assert asked["parameters"] == [
        {
            "name": "word",
            "in": "query",
            "required": True,
            "schema": {"type": "string"},
            "description": "What is sent back.",
        }
    ]
    assert asked["responses"]["200"]["content"] == {kind: {"schema": schema}}


@pytest.mark.parametrize(
    ("secret", "source", "about"),
    [
        ("", "", "Is sent back."),
        (
            ", secret: true",
            ", secret=True",
            "The secret of deliveries, which is sent back.",
        ),
    ],
    ids=["a word", "the secret"],
)
def test_a_header_that_is_asked_is_sent_back(secret, source, about):
    asks = f"asks: {{method: POST, header: X-Hook{secret}}}"
    api = api_with("{by: shared_secret, header: X-Key}", more=asks)

    found = module(api, api.webhooks)
    assert ("asks", f"Ask(method='POST', header='X-Hook'{source})") in found.keywords
    assert found.exported == ["authenticated", "sign", "handshake", "asgi", "wsgi"]
    asked = in_openapi(api)["_asks"]["post"]
    assert [(each["name"], each["description"]) for each in asked["parameters"]] == [
        ("X-Hook", about)
    ]
    assert asked["responses"]["200"]["headers"] == {
        "X-Hook": {"required": True, "schema": {"type": "string"}}
    }


def test_an_event_of_the_other_kind_says_so():
    event = "payload: Bird, body: json, headers: {X-Kind: [a, b]}, basis: observed"
    api = api_with("none", "form", event=event)
    groups = module(api, api.webhooks).groups

    assert [(each.body, each.known, each.unknown) for each in groups] == [
        ("form", "KnownEvent", "UnknownEvent"),
        ("json", "KnownJsonEvent", "UnknownJsonEvent"),
    ]
    ((sung,),) = (each.events for each in groups if each.events)
    assert " ".join(sung.notes) == (
        "Sent as JSON where `kind` is `owl` and the header `X-Kind` is `a` or `b`."
        " Not on the page: observed."
    )


def test_a_form_has_some_things_as_json():
    types = """
    objects:
      Song:
        doc: A song.
        fields:
          notes: {type: list, of: text, doc: Notes.}
          bird: {type: Bird, doc: Who sang.}
          words: {type: map, of: text, doc: Words.}
          kind: {type: text, doc: Kind.}
    """
    deep = {"style": "deepObject", "explode": True}
    found = {}
    for style in ("objects: brackets", "lists: indexed"):
        text = f"""
        section: Hooks
        authentication: none
        style: {{{style}}}
        events: {{sung: {{doc: A bird sang., payload: Song}}}}
        """
        api = compiled({"webhooks.yaml": text, "types/songs.yaml": types})
        body = in_openapi(api)["sung"]["post"]["requestBody"]["content"]
        found[style] = body["application/x-www-form-urlencoded"]["encoding"]

    assert found == {
        "objects: brackets": {"bird": deep, "words": deep},
        "lists: indexed": {"notes": {**deep, "x-style": "indexed"}},
    }


def _schema(api, body):
    media_type = {"json": "application/json", "form": "application/x-www-form-urlencoded"}[body]
    request = in_openapi(api)["sung"]["post"]["requestBody"]
    payload, added = request["content"][media_type]["schema"]["allOf"]
    assert payload == {"$ref": "#/components/schemas/Bird"}
    return added
