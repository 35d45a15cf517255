"""Lists inside of objects that only names with keys write: no items could not be told there."""

import pytest

from apiscribe.model import ItemCount, ListType, MapType
from tests.unit.specs import OPERATION, compiled

Leasts = list[list[tuple[int | None, str]]]
TYPES = """
objects:
  Box:
    doc: A box.
    fields:
      names: {type: list, of: text, optional: true, doc: Names.}
      rows: {type: map, of: {type: list, of: integer}, optional: true, doc: Rows.}
      some: {type: list, of: text, optional: true, min_items: 2, doc: Some.}
      inner: {type: Inner, optional: true, doc: Another.}
  Inner:
    doc: Another.
    fields:
      names: {type: list, of: text, optional: true, doc: Names.}
"""
FLAT = "{lists: brackets, objects: brackets}"


def leasts(keys: str, style: str = FLAT, *, beside: str = "") -> Leasts:
    """How few items the lists of `Box`, and that of `Inner`, may have, and on what that rests."""
    arguments = f"    arguments:\n      box: {{type: Box, style: {style}, doc: A box.}}\n"
    operation = OPERATION.replace("ping:", "pack:").replace("/ping", "/pack")
    files = {
        "types/extra.yaml": TYPES,
        "resources/extra.yaml": f"{operation}    {keys}\n{arguments}{beside}",
    }
    if "returns" in beside:
        files["examples/extra/send.response.json"] = "{}"
    api = compiled(files)
    found: Leasts = []
    for field in (*api.objects["Box"].fields, *api.objects["Inner"].fields):
        of = field.type.value if isinstance(field.type, MapType) else field.type
        if isinstance(of, ListType):
            counts = [rule for rule in of.rules if isinstance(rule, ItemCount)]
            found.append([(rule.minimum, rule.ground.basis) for rule in counts])
    return found


ONE = [(1, "inferred")]
SOME = [(2, "documented")]


@pytest.mark.parametrize("keys", ["encoding: form", "encoding: multipart", "method: GET"])
@pytest.mark.parametrize("lists", ["brackets", "indexed", "repeat", "commas"])
def test_they_have_one_item_at_least(keys: str, lists: str) -> None:
    style = f"{{lists: {lists}, objects: dots}}"

    assert leasts(keys, style) == [ONE, ONE, SOME, ONE]


@pytest.mark.parametrize(
    ("keys", "style"),
    [
        ("encoding: json", "{}"),
        ("encoding: json", FLAT),
        ("encoding: form", "{lists: brackets}"),
        ("encoding: form", "{objects: brackets}"),
    ],
)
def test_where_json_has_them_they_may_be_empty(keys: str, style: str) -> None:
    assert leasts(keys, style) == [[], [], SOME, []]


@pytest.mark.parametrize(
    "more",
    [
        "    encoding: json\n    arguments: {{box: {{type: {}, doc: A box.}}}}\n",
        "    arguments: {{box: {{type: {}, style: {{lists: commas}}, doc: A box.}}}}\n",
        "    returns: {}\n",
    ],
)
@pytest.mark.parametrize(
    ("name", "expected"), [("Box", [[], [], SOME, []]), ("Inner", [ONE, ONE, SOME, []])]
)
def test_objects_that_stand_elsewhere_too_may_be_empty(
    more: str, name: str, expected: Leasts
) -> None:
    beside = "  send:\n    path: /v2/extra/send\n    effect: read\n    summary: Send.\n"

    assert leasts("encoding: form", beside=beside + more.format(name)) == expected
