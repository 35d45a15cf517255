"""Objects that may come in part: which fields each may lack, and where they stand."""

import json

from tests.unit.specs import compiled

OPERATION = """
resource: extra
section: Extra
summary: Extra
operations:
"""
FIND = """
  {name}:
    path: /v2/extra/{name}
    method: GET
    effect: read
    summary: Find.
    arguments:
      fields: {{type: text, selects: {selects}, doc: Which fields.}}
      pen: {{type: Pen, doc: Where.}}
    returns: Sheet
"""
TYPES = """
values:
  animal: {type: union, members: [Cat, Dog], by: kind, doc: Either.}
  home: {type: union, members: [Hut, text], doc: "A hut, or what it is called."}
objects:
  Sheet:
    doc: A page.
    fields:
      count: {type: integer, header: X-Count, doc: C.}
      total: {type: integer, doc: T.}
      items: {type: list, of: Item, doc: I.}
  Item:
    doc: An item.
    fields:
      id: {type: text, doc: I.}
      pet: {type: animal, doc: P.}
      pens: {type: map, of: Pen, doc: P.}
      home: {type: home, optional: true, doc: H.}
  Pen:
    doc: A pen.
    shorthand: id
    rules: [{rule: applies_when, argument: size, when: {id: [p]}}]
    fields: {id: {type: text, doc: I.}, size: {type: integer, optional: true, doc: S.}}
  Hut: {doc: A hut., fields: {name: {type: text, doc: N.}}}
  Cat:
    doc: A cat.
    fields: {kind: {type: text, choices: [cat], doc: K.}, id: {type: integer, doc: I.}}
  Dog:
    doc: A dog.
    fields:
      kind: {type: text, choices: [dog], doc: K.}
      pups: {type: list, of: Dog, optional: true, doc: P.}
"""
PET = {"kind": "cat", "id": 2}
FOUND = {"total": 1, "items": [{"id": "i", "pet": PET, "pens": {"p": {"id": "p"}}}]}


def finding(*selects, returns="Sheet"):
    """An API with so many operations that choose fields."""
    named = {f"find_{number}": each for number, each in enumerate(selects)}
    finds = [FIND.format(name=name, selects=each) for name, each in named.items()]
    return compiled(
        {
            "resources/extra.yaml": "".join([OPERATION, *finds]).replace("Sheet", returns),
            "types/extra.yaml": TYPES,
            **{f"examples/extra/{name}.response.json": json.dumps(FOUND) for name in named},
            **{f"examples/extra/{name}.headers.json": '{"X-Count": "1"}' for name in named},
        }
    )


def parts(*selects):
    """The partial objects of such an API."""
    found = finding(*selects).objects.values()
    return {each.part_of: each for each in found if each.part_of}


def required(*selects):
    """The fields that each of them always has."""
    found = parts(*selects)
    return {name: [f.name for f in each.fields if f.required] for name, each in found.items()}


def test_all_that_stands_inside_may_lack_fields():
    inside = {"Item": [], "Pen": [], "Hut": [], "Cat": ["kind"], "Dog": []}

    assert required("true") == {"Sheet": ["count"], **inside}


def test_what_is_around_a_place_lacks_nothing():
    found = required("{at: items, always: [id]}")

    assert (found["Sheet"], found["Item"]) == (["count", "total", "items"], ["id"])
    assert found["Cat"] == ["kind"]


def test_what_is_beside_a_place_stays_as_it_is():
    assert required("items.pet") == {
        "Sheet": ["count", "total", "items"],
        "Item": ["id", "pet", "pens"],
        "Cat": ["kind"],
        "Dog": [],
    }


def test_a_field_is_there_if_it_is_for_all_operations():
    found = required("{at: items, always: [id]}", "{at: items, always: [id, pet]}")

    assert found["Item"] == ["id"]
    assert required("true", "{at: items, always: [id]}")["Item"] == []


def test_a_part_obeys_no_rule_and_is_never_sent():
    part = parts("true")["Pen"]

    assert (part.rules, part.shorthand, part.used_in) == ((), None, {"response"})


def test_a_part_comes_under_each_status():
    found = finding("true", returns="{200: Sheet, 204: nothing}").operation("extra.find_0").in_part

    assert {status: of and of.object for status, of in found.statuses.items()} == {
        200: "PartialSheet",
        204: None,
    }
