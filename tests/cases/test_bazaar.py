"""The bazaar's package, run: bodies under a key, failures by field, and what its state answers."""

import json
import threading
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import urlopen

import jsonschema
import pytest
import urllib3

from tests.emulator.receiving import receiver
from tests.runtime.scripted import answers

CLIENT = {"id": "app", "secret": "s3cret"}
LAMP = {
    "id": 7,
    "name": "Lamp",
    "stage": "shown",
    "bestBefore": None,
    "madeAt": "2020-01-02T03:04:05Z",
}
TOKEN = answers('{"access_token": "t-1", "token_type": "Bearer"}')


@contextmanager
def client_at(bazaar_v1, server, *responses):
    server.will(TOKEN, *responses)
    base_url = f"{server.base_url}/v1"
    with bazaar_v1.package.BazaarClient(**CLIENT, base_url=base_url) as client:
        yield client


def page_of(wares, total):
    return answers(json.dumps({"found": {"wares": {"wares": wares, "total": total}}}))


@pytest.fixture
def stub(bazaar_v1):
    with bazaar_v1.stub.StubServer() as running:
        yield running


@pytest.fixture
def client(stub):
    with stub.client() as client:
        yield client


def refused(call, error):
    with pytest.raises(error) as caught:
        call()
    return caught.value


def test_tokens_are_beside_the_api_and_not_below(bazaar_v1, server):
    with client_at(bazaar_v1, server, answers('{"wares": []}')) as client:
        assert client.ware.list() == []

    assert [each.target for each in server.received] == ["/shop/token", "/v1/wares"]


def test_tokens_are_where_a_client_says(bazaar_v1, server, monkeypatch):
    def asked(**given):
        server.will(TOKEN, answers('{"wares": []}'))
        with bazaar_v1.package.BazaarClient(**CLIENT, **given) as client:
            client.ware.list()
        return server.received[-2].target

    assert asked(base_url=server.base_url, shop="corner") == "/corner/token"
    monkeypatch.setenv("BAZAAR_BASE_URL", server.base_url)
    assert asked() == "/shop/token"
    monkeypatch.setenv("BAZAAR_SHOP", "market")
    assert asked() == asked(base_url=server.base_url) == "/market/token"


def test_where_tokens_are_has_to_be_known(bazaar_v1):
    kind, refused = bazaar_v1.package.BazaarClient, bazaar_v1.errors.ConfigurationError
    for given, why in (
        ({}, "shop is part of the address"),
        ({"shop": "a", "region": "mars"}, "region= is 'mars'"),
        ({"shop": "a/b"}, "shop= is 'a/b'"),
    ):
        with pytest.raises(refused, match=why):
            kind(**CLIENT, **given)
    with kind(**CLIENT, shop="corner", region="us") as client:
        assert client.base_url == "https://bazaar.example/v1"


@pytest.mark.parametrize(
    ("path", "status"), [("/corner/token", 200), ("/token", 404), ("/a/b/token", 404)]
)
def test_the_stub_has_tokens_for_any_shop(stub, path, status):
    form = {"grant_type": "client_credentials", "subject_type": "shop"}
    headers = urllib3.make_headers(basic_auth="app:s3cret")
    got = urllib3.PoolManager().request(
        "POST", stub.base_url + path, fields=form, headers=headers, encode_multipart=False
    )

    assert got.status == status


@pytest.mark.parametrize(
    ("errors", "message"),
    [
        ("no", "no"),
        ({"name": ["is blank", "is short"], "base": []}, "name: is blank; name: is short"),
        ({"name": "is blank", "stage": "is none"}, "name: is blank; stage: is none"),
    ],
)
def test_a_failure_says_what_is_wrong_with_which_field(bazaar_v1, server, errors, message):
    told = json.dumps({"status": 422, "code": "invalid", "errors": errors})

    with client_at(bazaar_v1, server, answers(told, status=422)) as client:
        error = refused(lambda: client.ware.list(), bazaar_v1.errors.Invalid)

    assert (error.message, error.wrong) == (message, errors)


@pytest.mark.parametrize(("more", "pause"), [("", 30), ("Retry-After: 2\r\n", 2)])
def test_how_long_to_wait_where_nothing_says_it(bazaar_v1, server, more, pause):
    with client_at(bazaar_v1, server, answers("{}", status=429, more=more)) as client:
        quick = client.with_options(retries=0)
        error = refused(lambda: quick.ware.list(), bazaar_v1.errors.Crowded)

    assert error.retry_after == pause


def test_the_document_has_failures_of_each_field(made):
    document = json.loads((made["bazaar"] / "openapi.json").read_text())
    schema = document["components"]["schemas"]["_Failure"]
    valid = jsonschema.Draft202012Validator(schema).is_valid

    for errors in ("no", {"name": ["is blank"]}, {"name": "is blank"}):
        assert valid({"status": 422, "code": "invalid", "errors": errors})
    assert not valid({"status": "422"})


def test_the_stub_says_the_status_in_the_body(stub):
    with pytest.raises(HTTPError) as caught:
        urlopen(stub.base_url + "/v1/wares")
    with caught.value as response:
        assert json.load(response)["status"] == response.status == 401


def test_a_walk_over_what_may_be_missing(bazaar_v1, server):
    pages = [page_of([LAMP], total=2), page_of([LAMP | {"id": 8}], total=2)]
    nothing = answers('{"found": {"stalls": ["North"]}}')

    with client_at(bazaar_v1, server, *pages, nothing) as client:
        assert [each.id for each in client.ware.iter_search(words="lamp", size=1)] == [7, 8]
        assert list(client.ware.iter_search(words="north")) == []


def test_a_walk_over_something_else(bazaar_v1, server):
    told = answers('{"found": {"wares": "none"}}')

    with (
        client_at(bazaar_v1, server, told) as client,
        pytest.warns(bazaar_v1.errors.ResponseMismatchWarning),
    ):
        assert list(client.ware.iter_search(words="lamp")) == []


def test_null_in_a_query_is_null_for_the_stub(client):
    made = client.ware.create(ware={"name": "Lamp", "bestBefore": "2031-05-06"})

    assert made.best_before.year == 2031
    assert client.ware.defer(id=made.id, until=None).best_before is None


def test_records_are_made_of_an_object(bazaar_v1, client):
    made = client.ware.create(ware={"name": "Lamp", "bestBefore": "2031-05-06"})
    changed = client.ware.update(id=made.id, ware={"name": "Torch", "stage": "sold"})

    assert (changed.name, changed.stage, changed.best_before) == (
        "Torch",
        "draft",
        made.best_before,
    )
    error = refused(lambda: client.ware.update(id=1, ware={"name": "x"}), bazaar_v1.errors.Missing)
    assert error.status == 404


def test_filters_by_several_values(client):
    lamp, rug, _ = (client.ware.create(ware={"name": name}) for name in ("Lamp", "Rug", "Pot"))
    client.ware.create(ware={"name": "Vase", "stage": "sold"})

    assert [each.id for each in client.ware.list(ids=[lamp.id, rug.id])] == [lamp.id, rug.id]
    assert [each.name for each in client.ware.list(stage=["sold", "shown"])] == ["Vase"]
    assert len(client.ware.list()) == 4
    assert client.ware.list(ids=[lamp.id], stage=["sold"]) == []


def test_a_filter_that_asks_for_one_of_several(client):
    for name, marks in {"Lamp": ["old", "brass"], "Rug": ["red"], "Pot": None}.items():
        client.ware.create(ware={"name": name} | ({"marks": marks} if marks else {}))

    def found(marks):
        return [each.name for each in client.ware.list(marks=marks)]

    assert found(["red", "brass"]) == ["Lamp", "Rug"]
    assert found(["blue", "old"]) == ["Lamp"]
    assert found(["blue"]) == []
    assert len(client.ware.list()) == 3


def test_state_answers_under_each_status(client, bazaar_v1):
    models = bazaar_v1.models

    assert client.ware.showing() is None
    client.ware.create(ware={"name": "Lamp"})
    assert client.ware.showing() == models.Queue(waiting=1)
    shown = client.ware.create(ware={"name": "Rug", "stage": "shown"})
    assert client.ware.showing() == models.Showing(ware=shown)


def test_an_event_tells_all_of_a_record(stub, client):
    with receiver() as hook:
        stub.subscribe(hook.url)
        made = client.ware.create(ware={"name": "Lamp"})
        client.ware.update(id=made.id, ware={"name": "Torch"})
        told = [json.loads(body) for _, _, body in hook.wait_for(2)]

    numbers = {each.pop("notice")["number"] for each in told}
    assert len(numbers) == 2
    assert told[0] == {"event": "made", "ware": json.loads(made.to_json())}
    assert told[1] == {"event": "renamed", "id": made.id, "name": "Torch"}


def test_a_record_counts_who_has_not_received_it(stub, client):
    def unread(count):
        pause = threading.Event()
        return any(told() == [count] or pause.wait(0.02) for _ in range(500))

    def told():
        return [each["unread"] for each in stub.records("notice")]

    with receiver(500) as hook, receiver() as other:
        for each in (hook, other):
            stub.subscribe(each.url, events=["ware_renamed"])
        made = client.ware.create(ware={"name": "Lamp"})
        client.ware.update(id=made.id, ware={"name": "Torch"})
        hook.wait_for(1)
        assert unread(1)
        (failed,) = (each.id for each in stub.deliveries if each.webhook == 1)
        redeliver(stub, failed)
        assert unread(0)
        redeliver(stub, failed)
        hook.wait_for(3)
        assert unread(0)


def redeliver(stub, id):
    pause, address = threading.Event(), f"{stub.base_url}/_stub/deliveries/{id}/redeliver"
    with urllib3.PoolManager(retries=False) as pool:
        assert any(
            pool.request("POST", address).status == 200 or pause.wait(0.02) for _ in range(500)
        )
