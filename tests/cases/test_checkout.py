"""The checkout package, run: unions, against a server written by hand and against the stub."""

import asyncio
import json
import urllib.request
import warnings

import jsonschema
import pytest
from hypothesis import given, settings

from tests.cases import checkout_server as page

LOOP = {"kind": "repeat", "steps": [{"kind": "ring"}, {"kind": "wait", "seconds": 1}]}


@pytest.fixture
def service():
    with page.checkout() as server:
        yield server


@pytest.fixture
def client(checkout_v1, service):
    with checkout_v1.package.Checkout(access_token="secret", base_url=service.base_url) as client:
        yield client


@pytest.fixture
def at_stub(checkout_v1):
    with (
        checkout_v1.stub.StubServer(credentials={"access_token": "secret"}) as stub,
        checkout_v1.package.Checkout(access_token="secret", base_url=stub.base_url) as client,
    ):
        yield client


@pytest.fixture
def refused(checkout_v1, client):
    def problems(**arguments):
        with pytest.raises(checkout_v1.package.InvalidArguments) as caught:
            client.payment.create(**{"source": page.CARD, **arguments})
        return [(each.argument, each.message) for each in caught.value.violations]

    return problems


def sent(service):
    return json.loads(service.received[-1].body)


class TestResponses:
    def test_a_member_is_told_by_its_tag(self, client, checkout_v1):
        models = checkout_v1.package.models
        card, account = (
            client.payment.source(id="pay_card"),
            client.payment.source(id="pay_account"),
        )

        assert card == models.Card(object="card", number="4242", holder="cus_1")
        assert account == models.BankAccount(object="bank_account", iban="DE89")

    def test_the_awaited_client_reads_the_same(self, client, checkout_v1, service):
        async def read():
            kind = checkout_v1.package.AsyncCheckout
            async with kind(access_token="secret", base_url=service.base_url) as awaited:
                return await awaited.payment.get(id="pay_new")

        assert asyncio.run(read()) == client.payment.get(id="pay_new")

    def test_an_id_or_an_object_is_told_by_its_kind(self, client, checkout_v1):
        assert client.payment.get(id="pay_card").customer == "cus_1"
        customer = client.payment.get(id="pay_account").customer

        assert isinstance(customer, checkout_v1.package.models.Customer)
        assert [type(each).__name__ for each in customer.sources] == [
            "Card",
            "BankAccount",
            "UnknownMember",
        ]

    def test_objects_are_told_by_their_keys(self, client, checkout_v1):
        photo, note, other = client.payment.get(id="pay_new").attachments

        assert (photo, note) == (
            checkout_v1.models.Photo(width=640),
            checkout_v1.models.Note(body="Thanks"),
        )
        assert (other.tag, other.value) == (None, {"sound": "ding"})

    def test_an_unknown_member_is_kept_without_a_warning(self, client, checkout_v1):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            payment = client.payment.get(id="pay_new")

        assert isinstance(payment.source, checkout_v1.package.models.UnknownMember)
        assert (payment.source.tag, payment.source.value) == ("voucher", page.VOUCHER)
        assert repr(payment.source) == "UnknownMember(tag='voucher')"
        assert payment.to_dict() == page.PAYMENTS["pay_new"]
        assert type(payment).from_json(payment.to_json()) == payment

    def test_null_is_where_it_is_allowed(self, client):
        assert client.payment.get(id="pay_unpaid").source is None

    def test_a_known_member_with_wrong_fields_is_a_mismatch(self, client, checkout_v1):
        with pytest.warns(checkout_v1.package.ResponseMismatchWarning) as caught:
            payment = client.payment.get(id="pay_odd")

        (warning,) = caught
        assert "$.source.number is a number, not str" in str(warning.message)
        assert "$.steps[1] is an object, not Step" in str(warning.message)
        assert isinstance(payment.source, checkout_v1.models.Card)
        assert payment.source.number == 4242
        assert payment.steps == [checkout_v1.models.Pause(kind="wait", seconds=3), {"kind": "sing"}]

    def test_an_unknown_member_of_a_closed_union_is_a_mismatch(self, checkout_v1):
        with pytest.warns(checkout_v1.package.ResponseMismatchWarning, match="steps") as caught:
            payment = checkout_v1.models.Payment.from_dict(
                {**page.PAYMENTS["pay_card"], "steps": [{"kind": "sing"}]}
            )

        assert "$.steps[0] is an object, not Step" in str(caught[0].message)
        assert payment.steps == [{"kind": "sing"}]


class TestArguments:
    def test_models_dicts_and_scalars_are_written_as_they_are(self, client, service, checkout_v1):
        account = checkout_v1.models.BankAccount(object="bank_account", iban="DE89")
        client.payment.create(
            source=account, chat_id="@shop", places={"a": page.CARD, "b": account}, steps=[LOOP]
        )

        assert sent(service) == {
            "source": page.ACCOUNT,
            "chat_id": "@shop",
            "places": {"a": page.CARD, "b": page.ACCOUNT},
            "steps": [LOOP],
        }

    def test_an_unknown_member_is_sent_again_as_it_came(self, client, service):
        strange = client.payment.get(id="pay_new").source
        made = client.payment.create(source=strange)

        assert sent(service) == {"source": page.VOUCHER}
        assert made.source == strange

    def test_a_query_has_a_number_or_text(self, client, service):
        for chat, text in ((5, "5"), ("@shop", "@shop"), (-3, "-3")):
            client.payment.get(id="pay_card", chat_id=chat)
            assert service.received[-1].target.partition("?")[2].replace("%40", "@") == (
                f"chat_id={text}"
            )

    def test_a_wrong_tag_is_told_at_the_tag(self, refused):
        assert refused(source={"object": "crad", "number": "4242"}) == [
            (
                "source.object",
                "'crad' is not one of 'card', 'bank_account'; did you mean 'card'?",
            )
        ]
        assert refused(source={"number": "4242"}) == [("source.object", "is required")]

    def test_the_member_that_is_meant_says_what_is_wrong(self, refused):
        assert refused(source={"object": "card", "number": "42"}) == [
            ("source.number", "'42' has 2 characters; at least 4 are needed")
        ]
        assert refused(steps=[{"kind": "repeat", "steps": [{"kind": "wait", "seconds": 0}]}]) == [
            ("steps[0].steps[0].seconds", "0 is less than 1, the least allowed")
        ]
        assert refused(attachments=[{"body": 3}]) == [
            ("attachments[0].body", "3 (of type int) is not text")
        ]

    def test_what_is_no_member_is_told_what_there_is(self, refused):
        assert refused(chat_id=[1]) == [
            ("chat_id", "[1] (of type list) is not a whole number or text")
        ]
        assert refused(chat_id=True)[0][0] == "chat_id"
        assert refused(chat_id=1.5) == [("chat_id", "1.5 (of type float) is not a whole number")]

    def test_a_closed_union_takes_no_unknown_member(self, refused, checkout_v1):
        strange = checkout_v1.package.models.UnknownMember({"kind": "sing"}, "sing")
        assert [name for name, _ in refused(steps=[strange])] == ["steps[0]"]


class TestStub:
    def test_it_takes_what_the_client_sends(self, at_stub):
        made = at_stub.payment.create(source=page.ACCOUNT, chat_id=5, steps=[LOOP])

        assert made.steps[0].steps[0].times == 2
        assert at_stub.payment.get(id="pay_2", chat_id=5).customer.name == "Ada"
        assert at_stub.payment.get(id="pay_2", chat_id="@shop").source is None

    def test_it_takes_and_refuses_plain_http(self, at_stub):
        for number, status in (("4242", 200), ("42", 400)):
            body = json.dumps({"source": {"object": "card", "number": number}}).encode()
            head = {"Authorization": "Bearer secret", "Content-Type": "application/json"}
            request = urllib.request.Request(f"{at_stub.base_url}/v1/payments", body, head)
            try:
                with urllib.request.urlopen(request) as response:
                    found = response.status
            except urllib.error.HTTPError as error:
                found = error.code
            assert found == status


class TestStrategies:
    def test_valid_sources_are_valid_everywhere(self, made, checkout_v1):
        strategies = checkout_v1.package.strategies
        document = json.loads((made["checkout"] / "openapi.json").read_text())
        body = document["paths"]["/v1/payments"]["post"]["requestBody"]["content"]
        schema = {**body["application/json"]["schema"], "components": document["components"]}
        valid = jsonschema.Draft202012Validator(schema)
        seen = set()

        @settings(max_examples=60)
        @given(strategies.source())
        def check(source):
            seen.add(source["object"])
            assert checkout_v1.validators.validate("payment.create", {"source": source}) == []
            assert valid.is_valid({"source": source})

        check()
        assert seen == {"card", "bank_account"}

    def test_every_step_has_a_tag_of_its_own(self, checkout_v1):
        seen = set()

        @settings(max_examples=100)
        @given(checkout_v1.package.strategies.step())
        def check(step):
            seen.add(step["kind"])

        check()
        assert seen == {"wait", "ring", "chime", "repeat"}


def test_openapi_tells_members_apart(made):
    document = json.loads((made["checkout"] / "openapi.json").read_text())
    fields = document["components"]["schemas"]["Payment"]["properties"]
    known, unknown = fields["by_place"]["additionalProperties"]["anyOf"]

    assert known["discriminator"] == {
        "propertyName": "object",
        "mapping": {
            "card": "#/components/schemas/Card",
            "bank_account": "#/components/schemas/BankAccount",
        },
    }
    assert unknown == {"description": "A member that is not documented."}
    assert fields["steps"]["items"]["discriminator"]["propertyName"] == "kind"
    assert {"type": "null"} in fields["source"]["anyOf"]
