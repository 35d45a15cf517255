"""What the page shows: its operations, and the examples beside them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KEY = "your_api_key"
SECRET = "your_api_secret"
"""The credentials of the page's examples."""

EXAMPLES = Path(__file__).parents[2] / "spec" / "examples"


@dataclass(frozen=True)
class PageOperation:
    """A line of operations.txt, which a person has read off the page."""

    id: str
    path: str
    node: str
    """The method of the vendor's Node client, or -."""


def operations() -> list[PageOperation]:
    lines = (Path(__file__).parent / "operations.txt").read_text().splitlines()
    return [PageOperation(*line.split()) for line in lines if not line.startswith("#")]


def example(operation: str, kind: str) -> dict[str, Any]:
    """The arguments of a `curl` or `node` example, or the documented `response`."""
    found: dict[str, Any] = json.loads(_file(operation, kind).read_text())
    return found


def has_example(operation: str, kind: str) -> bool:
    return _file(operation, kind).exists()


def _file(operation: str, kind: str) -> Path:
    resource, method = operation.split(".")
    return EXAMPLES / resource / f"{method}.{kind}.json"


OPERATIONS = operations()
IDS = [operation.id for operation in OPERATIONS]
