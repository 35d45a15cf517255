"""Terminals of the checkout: fields of one way, null, what is deprecated, names of choices."""

import json
import warnings

import pytest
from hypothesis import given, settings

from tests.cases import checkout_server as page


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


def sent(service):
    return json.loads(service.received[-1].body)


class TestOneWay:
    def test_a_dict_holds_what_requests_hold(self, client, service):
        made = client.terminal.register(terminal={"pin": "1234", "label": "Bar"})

        assert sent(service) == {"terminal": {"pin": "1234", "label": "Bar"}}
        assert (made.id, made.label) == ("tm_1", "Bar")
        assert not hasattr(made, "pin")

    def test_read_only_fields_are_warned_of(self, client, checkout_v1):
        with pytest.warns(checkout_v1.package.ArgumentWarning) as caught:
            client.terminal.register(terminal={"pin": "1234", "id": "tm_2"})

        assert [str(each.message) for each in caught] == [
            "terminal.register: terminal.id: is set by the service and will be ignored [Terminals]"
        ]

    def test_write_only_fields_are_required_in_requests(self, client, checkout_v1):
        with pytest.raises(
            checkout_v1.package.InvalidArguments, match=r"terminal\.pin: is required"
        ):
            client.terminal.register(terminal={"label": "Bar"})

    def test_the_stub_takes_and_answers_each_way(self, at_stub):
        made = at_stub.terminal.register(terminal={"pin": "1234"})
        assert made.id == "tm_1"

    def test_strategies_draw_what_requests_hold(self, checkout_v1):
        seen = set()

        @settings(max_examples=60)
        @given(checkout_v1.package.strategies.terminal())
        def check(terminal):
            seen.update(terminal)
            found = checkout_v1.validators.validate("terminal.register", {"terminal": terminal})
            assert found == []

        check()
        assert seen == {"pin", "label", "colour", "state", "nick"}

    def test_openapi_says_which_way(self, made):
        document = json.loads((made["checkout"] / "openapi.json").read_text())
        terminal = document["components"]["schemas"]["Terminal"]
        fields = terminal["properties"]

        assert {name for name, each in fields.items() if each.get("readOnly")} == {"id", "seen"}
        assert {name for name, each in fields.items() if each.get("writeOnly")} == {"pin"}
        assert "required" not in terminal


class TestNull:
    def test_none_clears_and_unset_leaves_alone(self, client, service, checkout_v1):
        changed = client.terminal.change(id="tm_1", label=None)
        assert sent(service) == {"label": None}
        assert (changed.label, changed.colour) == (None, "red")

        changed = client.terminal.change(id="tm_1", label=checkout_v1.package.UNSET, colour=None)
        assert sent(service) == {"colour": None}
        assert (changed.label, changed.colour) == ("Door", None)

    def test_openapi_has_null_among_types_and_choices(self, made):
        document = json.loads((made["checkout"] / "openapi.json").read_text())
        change = document["paths"]["/v1/terminals/{id}"]["patch"]
        fields = change["requestBody"]["content"]["application/json"]["schema"]["properties"]

        assert fields["label"]["type"] == ["string", "null"]
        assert fields["colour"]["enum"] == ["red", "blue", None]


class TestDeprecated:
    def test_an_operation_is_warned_of_with_what_to_use(self, client):
        with pytest.warns(DeprecationWarning, match="is deprecated") as caught:
            client.terminal.add(label="Bar")

        assert [str(each.message) for each in caught] == [
            "terminal.add is deprecated since 2023-06-01; use `terminal.register`. "
            "It goes at the end of the year"
        ]
        assert caught[0].filename == __file__

    def test_arguments_are_warned_of_with_what_to_use(self, client):
        with pytest.warns(DeprecationWarning, match="is deprecated") as caught:
            client.terminal.register(terminal={"pin": "1234"}, label="Bar", place="Here")

        assert [str(each.message) for each in caught] == [
            "terminal.register: label: is deprecated since 2024-01-31; use `terminal`. "
            "It is a field now [Terminals]",
            "terminal.register: place: is deprecated [Terminals]",
        ]

    def test_docstrings_and_openapi_say_it(self, made, checkout_v1):
        document = json.loads((made["checkout"] / "openapi.json").read_text())
        add = document["paths"]["/v1/terminals/add"]["post"]
        nick = document["components"]["schemas"]["Terminal"]["properties"]["nick"]

        assert (add["deprecated"], add["x-use-instead"]) == (True, "terminal.register")
        assert (nick["deprecated"], nick["x-deprecated-since"]) == (True, "2024-01-31")
        method = checkout_v1.package.resources.TerminalResource.add
        assert "Deprecated since 2023-06-01; use `terminal.register`." in method.__doc__


class TestNamedChoices:
    def test_a_name_stands_for_its_value(self, client, service, checkout_v1):
        states = checkout_v1.package.types.States
        client.terminal.change(id="tm_1", state=states.OFF)

        assert sent(service) == {"state": 2}
        assert (states.ON, states.OFF) == (1, 2)
        assert not hasattr(states, "BROKEN")

    def test_a_choice_that_came_later_is_kept(self, checkout_v1):
        kind = checkout_v1.models.Terminal
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            terminal = kind.from_dict({"id": "tm_1", "colour": "green", "state": 9})

        assert (terminal.colour, terminal.state) == ("green", 9)
