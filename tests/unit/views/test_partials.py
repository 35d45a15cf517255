"""Objects that may come in part: which fields each may lack, and where they stand."""

import json

from tests.unit.specs import compiled

OPERATION = """
resource: extra
section: Extra
summary: Extra
operations:
  find:
    path: /v2/extra/find
    method: GET
    effect: read
    summary: Find.
    arguments:
      fields: {{type: text, selects: {selects}, doc: Which fields.}}
    returns: Sheet
"""
TYPES = """
values:
  animal: {type: union, members: [Cat, Dog], by: kind, doc: Either.}
objects:
  Sheet:
    doc: A page.
    fields: {total: {type: integer, doc: T.}, items: {type: list, of: Item, doc: I.}}
  Item: {doc: An item., fields: {id: {type: text, doc: I.}, pet: {type: animal, doc: P.}}}
  Cat:
    doc: A cat.
    fields: {kind: {type: text, choices: [cat], doc: K.}, age: {type: integer, doc: A.}}
  Dog:
    doc: A dog.
    fields:
      kind: {type: text, choices: [dog], doc: K.}
      pups: {type: list, of: Dog, optional: true, doc: P.}
"""
FOUND = {"total": 1, "items": [{"id": "i", "pet": {"kind": "cat", "age": 2}}]}


def required(selects):
    """The fields that each partial object always has."""
    api = compiled(
        {
            "resources/extra.yaml": OPERATION.format(selects=selects),
            "types/extra.yaml": TYPES,
            "examples/extra/find.response.json": json.dumps(FOUND),
        }
    )
    parts = [each for each in api.objects.values() if each.part_of]
    return {each.part_of: [f.name for f in each.fields if f.required] for each in parts}


def test_all_that_stands_inside_may_lack_fields():
    assert required("true") == {"Sheet": [], "Item": [], "Cat": ["kind"], "Dog": []}


def test_what_is_around_a_place_lacks_nothing():
    found = required("{at: items, always: [id]}")

    assert (found["Sheet"], found["Item"]) == (["total", "items"], ["id"])


def test_what_is_beside_a_place_stays_as_it_is():
    assert required("items.pet") == {
        "Sheet": ["total", "items"],
        "Item": ["id", "pet"],
        "Cat": ["kind"],
        "Dog": [],
    }
