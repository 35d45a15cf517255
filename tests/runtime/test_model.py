"""Models: dates that may be blank, and keys that nobody documented."""

import copy
import json
import pickle
import warnings
from datetime import UTC, datetime
from pprint import pformat

import msgspec
import pytest
from msgspec import UNSET, UnsetType
from rich.pretty import pretty_repr

from apiscribe.runtime.api_object import ApiObject
from apiscribe.runtime.call_warnings import ResponseMismatchWarning
from apiscribe.runtime.model import (
    AwareDatetime,
    Identifier,
    SensitiveIdentifier,
    SensitiveText,
    dec_hook,
    keep_source,
    unknown_fields,
)
from tests.runtime.zoo import Animal, Keeper

MOMENT = datetime(2013, 5, 9, 8, 30, tzinfo=UTC)


def answer(body):
    value = msgspec.json.decode(body, type=Animal, dec_hook=dec_hook)
    keep_source(value, body)
    return value


def test_a_whole_answer_knows_the_keys_that_it_does_not_name():
    animal = answer(b'{"id": 1, "name": "Rex", "wings": 2, "odd key ": [null]}')

    assert animal.extra == {"wings": 2, "odd key ": [None]}


def test_keys_that_nobody_names_are_found_at_any_depth():
    animal = answer(
        b'{"id": 1, "name": "Rex", "wings": 2, "keepers": [{"name": "Ann"}, {"name": "Bob",'
        b' "age": 40}], "by_day": {"mon": {"name": "Eve", "shift": "late"}}}'
    )

    assert unknown_fields(animal) == {
        "$.wings": 2,
        "$.keepers[1].age": 40,
        "$.by_day.mon.shift": "late",
    }


def test_objects_inside_know_theirs_where_they_are_kept():
    body = (
        b'{"id": 1, "name": "Rex", "wings": 2, "keepers": [{"name": "Ann"}, {"name": "Bob",'
        b' "age": 40}], "by_day": {"mon": {"name": "Eve", "shift": "late"}}}'
    )
    animal = msgspec.json.decode(body, type=Animal, dec_hook=dec_hook)
    keep_source(animal, body, inside=True)

    assert animal.extra == {"wings": 2}
    assert isinstance(animal.keepers, list)
    assert isinstance(animal.by_day, dict)
    assert [each.extra for each in animal.keepers] == [{}, {"age": 40}]
    assert copy.deepcopy(animal.by_day["mon"]).extra == {"shift": "late"}
    assert unknown_fields(animal)["$.keepers[1].age"] == 40


def test_an_item_tells_those_of_what_is_inside_of_it():
    body = b'[{"id": 1, "name": "Rex", "wings": 2, "by_day": {"mon": {"name": "Eve", "age": 4}}}]'
    animals = msgspec.json.decode(body, type=list[Animal], dec_hook=dec_hook)
    keep_source(animals, body, inside=True)

    assert unknown_fields(animals[0]) == {"$.wings": 2, "$.by_day.mon.age": 4}
    assert unknown_fields(Animal(id=1, name="Rex", keepers=[Keeper(name="Ann")])) == {}


def test_an_answer_without_surprises_has_nothing_extra():
    assert answer(b'{"id": 1, "name": "Rex"}').extra == {}
    assert unknown_fields(answer(b'{"id": 1, "name": "Rex"}')) == {}


def test_a_model_that_was_not_answered_has_nothing_extra():
    assert Animal(id=1, name="Rex").extra == {}


def test_what_an_answer_was_read_from_does_not_show_or_count():
    animal = answer(b'{"id": 1, "name": "Rex", "wings": 2}')

    assert animal == Animal(id=1, name="Rex")
    assert "wings" not in repr(animal)
    assert b"wings" not in msgspec.json.encode(animal)


def test_a_documented_field_may_be_called_extra():
    class Bill(ApiObject):
        extra: int  # type: ignore[assignment]  # a generated model says so too

    assert Bill(extra=3).extra == 3


def test_unknown_keys_are_found_in_a_list_that_was_shortened():
    animal = answer(b'{"id": 1, "name": "", "keepers": [{"name": "Ann", "age": 4}, {"name": ""}]}')
    animal.keepers.pop()

    assert unknown_fields(animal) == {"$.keepers[0].age": 4}


@pytest.mark.parametrize(
    "travel",
    [
        copy.copy,
        copy.deepcopy,
        *(lambda it, n=n: pickle.loads(pickle.dumps(it, n)) for n in (2, 5)),
    ],
    ids=["copy", "deepcopy", "pickle-2", "pickle-5"],
)
def test_what_nobody_documented_travels_with_an_answer(travel):
    animal = answer(b'{"id": 1, "name": "Rex", "wings": 2, "keepers": [{"name": "Ann", "age": 4}]}')
    animal.name = "Max"

    twin = travel(animal)

    assert twin == animal
    assert (twin.name, twin.extra) == ("Max", {"wings": 2})
    assert unknown_fields(twin) == {"$.wings": 2, "$.keepers[0].age": 4}
    assert travel(Animal(id=1, name="Rex")).extra == {}


# What is sensitive


class Vault(ApiObject):
    number: SensitiveIdentifier
    code: SensitiveText
    hint: SensitiveText | UnsetType = UNSET
    older: list[SensitiveText] | UnsetType = UNSET


class Bank(ApiObject):
    vaults: list[Vault]


BANK = b'{"vaults": [{"number": 4711, "code": "open-sesame", "older": ["mellon"]}], "key": "k3y"}'


def bank():
    value = msgspec.json.decode(BANK, type=Bank, dec_hook=dec_hook)
    keep_source(value, BANK)
    return value


@pytest.mark.parametrize(
    "looked_at",
    [
        repr,
        str,
        pformat,
        pretty_repr,
        "{}".format,
        lambda bank: pretty_repr([bank, {"a": bank.vaults}]),
        lambda bank: str(bank.vaults),
    ],
    ids=["repr", "str", "pformat", "rich", "format", "rich-nested", "list"],
)
def test_no_look_at_an_answer_shows_what_is_sensitive(looked_at):
    shown = looked_at(bank())

    assert "code=***" in shown
    assert [secret for secret in ("4711", "sesame", "mellon", "k3y") if secret in shown] == []


@pytest.mark.parametrize("serialise", [vars, dict, list, json.dumps])
def test_what_takes_objects_apart_unasked_is_refused(serialise):
    with pytest.raises(TypeError) as caught:
        serialise(bank())

    assert "sesame" not in str(caught.value)


# Written out and read back

WRITTEN = {
    "id": "1",
    "name": "Rex",
    "fed_at": "2013-05-09T08:30:00Z",
    "keepers": [{"name": "Ann", "since": "2013-05-09"}],
}


class Renamed(ApiObject, rename={"kind": "class "}):
    kind: str
    seen: AwareDatetime | UnsetType = UNSET


def test_an_answer_is_written_by_its_names_in_the_api():
    animal = answer(json.dumps(WRITTEN | {"id": 1, "wings": 2}).encode())

    assert animal.to_dict() == WRITTEN | {"id": 1}
    assert json.loads(animal.to_json()) == WRITTEN | {"id": 1}
    assert Renamed(kind="bird").to_dict() == {"class ": "bird"}
    assert bank().to_dict()["vaults"][0]["code"] == "open-sesame"


@pytest.mark.parametrize(
    "read_back",
    [
        lambda animal: Animal.from_dict(animal.to_dict()),
        lambda animal: Animal.from_json(animal.to_json()),
        lambda animal: Animal.from_json(animal.to_json().encode("utf-16")),
    ],
    ids=["dict", "text", "bytes"],
)
def test_what_was_written_is_read_back(read_back):
    animal = answer(json.dumps(WRITTEN).encode())

    assert read_back(animal) == animal


def test_what_is_read_back_may_hold_keys_that_nobody_documented():
    assert Animal.from_dict(WRITTEN | {"wings": 2}).extra == {"wings": 2}


def test_what_does_not_fit_is_kept_when_it_is_read_back():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        animal = Animal.from_dict({"id": "1", "legs": "four"})

    assert (animal.legs, animal.name) == ("four", UNSET)  # type: ignore[comparison-overlap]  # that is the point
    assert isinstance(caught[0].message, ResponseMismatchWarning)
    assert str(caught[0].message).startswith("Animal: ")
    assert caught[0].filename == __file__
    with pytest.warns(ResponseMismatchWarning):
        assert Animal.from_json(animal.to_json()) == animal


@pytest.mark.parametrize("text", ["", "[]", "null", "{", b"\xff", "[" * 100_000])
def test_what_is_no_object_is_not_read_back(text):
    with pytest.raises(ValueError, match="Animal"):
        Animal.from_json(text)


def test_only_a_dict_is_read_back_as_one():
    with pytest.raises(TypeError, match=r"Animal\.from_dict takes a dict, not str"):
        Animal.from_dict("{}")  # type: ignore[arg-type]  # that is the point
    with pytest.raises(ValueError, match=r"Animal\.from_dict"):
        Animal.from_dict({"id": object()})


# Identifiers


class Pack(ApiObject):
    id: Identifier
    father: Identifier | UnsetType | None = UNSET
    members: list[Identifier] | UnsetType = UNSET
    by_name: dict[str, Identifier] | UnsetType = UNSET


@pytest.mark.parametrize("number", ["0", "7", "-1", "123456789012345678901234567890"])
def test_an_identifier_is_text_whatever_comes(number):
    body = '{"id": %s, "father": %s, "members": [%s, "007"], "by_name": {"Rex": %s}}'

    pack = Pack.from_json(body.replace("%s", number))

    assert pack == Pack.from_json(body.replace("%s", f'"{number}"'))
    assert pack == Pack(id=number, father=number, members=[number, "007"], by_name={"Rex": number})


@pytest.mark.parametrize("other", ["1.5", "true", "[7]", "null", "{}"])
def test_only_text_and_whole_numbers_are_identifiers(other):
    with pytest.warns(ResponseMismatchWarning, match=r"\$\.id"):
        assert Pack.from_json(f'{{"id": {other}}}').id == json.loads(other)
