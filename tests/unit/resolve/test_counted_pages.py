"""Pages that are counted: whether each response says how many there are, or some do not."""

import pytest

from apiscribe.model import NumberPaging
from apiscribe.model.paging import CountedPages
from tests.unit.leaves import leaves
from tests.unit.specs import compiled

SCHEME = "  leaves: {by: page, page: page, size: size, pages: pages}\n"
OPERATION = """
    arguments:
      page: {type: integer, doc: Which page.}
      size: {type: integer, default: 30, doc: How many.}
    returns: LeafPage
    paging: {by: leaves, items: leaves}
"""
TYPES = """
objects:
  LeafPage:
    doc: A page.
    fields:
      pages: {type: integer, %sdoc: How many there are.}
      leaves: {type: list, of: text, doc: The leaves.}
"""


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("", NumberPaging),
        ("optional: true, ", CountedPages),
        ("nullable: true, ", CountedPages),
    ],
)
def test_a_count_that_may_lack_leaves_the_end_to_the_items(said, kind):
    api = compiled(leaves(SCHEME, OPERATION, TYPES % said, '{"pages": 1, "leaves": []}'))
    (operation,) = (each for each in api.operations if each.id == "leaf.list")

    assert isinstance(operation.paging, kind)
