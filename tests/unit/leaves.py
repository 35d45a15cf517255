"""A small list of leaves in the aviary, for what is asked of schemes of paging."""

from tests.cases.casebook import BASE

_RESOURCE = """
resource: leaf
section: Leaves
summary: Leaves.
operations:
  list:
    path: /v2/leaf/list
    effect: read
    summary: List leaves.
"""


def leaves(scheme: str, operation: str, types: str, example: str) -> dict[str, str]:
    """The files of a spec with one more list.

    Args:
        scheme: Of paging; a line of `api.yaml`.
        operation: What `leaf.list` says besides: arguments, what it returns, `paging`.
        types: Its objects.
        example: Its documented response.
    """
    return {
        "api.yaml": (BASE / "api.yaml").read_text() + scheme,
        "resources/leaf.yaml": _RESOURCE + operation,
        "types/leaves.yaml": types,
        "examples/leaf/list.response.json": example,
    }
