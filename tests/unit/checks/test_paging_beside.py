"""What pages go by may stand beside what is unwrapped, and be described there alone."""

import pytest

from tests.unit.leaves import leaves
from tests.unit.specs import problems

SCHEME = "  cursors: {by: cursor, cursor: after, next: pages.after}\n"
OPERATION = """
    arguments:
      after: {type: text, doc: Where to go on.}
    returns: {type: list, of: text}
    unwrap: leaves
    beside: Around
    paging: cursors
"""
TYPES = """
objects:
  Around:
    doc: What is beside leaves.
    fields:
      pages: {type: Pages, doc: Pages.}
  Pages:
    doc: Pages.
    fields:
      %s: {type: text, optional: true, doc: Where to go on.}
"""


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("after", []),
        ("next", ["neither what `leaf.list` returns nor its example has `pages.after`"]),
    ],
)
def test_what_stands_there_is_looked_at(key, told):
    found = problems(leaves(SCHEME, OPERATION, TYPES % key, '{"leaves": [], "pages": {}}'))

    assert len(found) == len(told)
    assert all(text in problem for text, problem in zip(told, found, strict=True))
