"""Routes of the control API as data, and what a call of one holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from .fields import Field, Problem

NAMESPACE = Field(
    name="namespace",
    kind="text",
    doc="Of which namespace; the one of the header X-Stub-Namespace without it.",
)


class Missing(Exception):
    """An entity, name or id that there is not."""


class Call(Struct, frozen=True, kw_only=True):
    """A request to the control API."""

    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]
    namespace: str = ""
    """Apart from others of the same tenant."""


class Link(Struct, frozen=True):
    """A route that goes on with what was answered."""

    to: str
    """Its id."""
    name: str
    """What stands in its path."""
    found: str
    """Where in the answer that is, as a JSON pointer."""


class Route(Struct, frozen=True, kw_only=True):
    """What is done at a path, and how it is described."""

    method: str
    path: str
    doc: str
    do: Callable[[Call], object]
    """Gives what is answered, as JSON; None for an empty answer."""
    query: tuple[Field, ...] = ()
    body: tuple[Field, ...] | None = None
    looks: Callable[[Mapping[str, Any], Mapping[str, str]], list[Problem]] | None = None
    """What else is wrong with a body, by what stands in the path; None for what is wrong anyhow."""
    there: Callable[[Mapping[str, str]], None] | None = None
    """Raises `Missing` for what stands in the path and is not there, whatever is asked of it."""
    open: bool = False
    """Whether the body may have other keys."""
    answer: Mapping[str, Any] = {}
    """JSON Schema of the answer."""
    status: int = 200
    says: Mapping[str, Any] = {}
    """What is asked of the body as a whole, as JSON Schema."""
    among: Mapping[str, Sequence[str]] = {}
    """What there is, by names in the path."""
    links: tuple[Link, ...] = ()

    @property
    def id(self) -> str:
        words = self.path.replace("{", "").replace("}", "").replace(".", "_").split("/")
        return "_".join([self.method.lower(), *words])


def object_of(**fields: Any) -> dict[str, Any]:
    """The schema of an object with these keys, all of which are there."""
    return {"type": "object", "required": list(fields), "properties": fields}


TEXT: Mapping[str, Any] = {"type": "string"}
NUMBER: Mapping[str, Any] = {"type": "number"}
WHOLE: Mapping[str, Any] = {"type": "integer"}
TRUE_OR_FALSE: Mapping[str, Any] = {"type": "boolean"}
OBJECT: Mapping[str, Any] = {"type": "object"}


def list_of(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}
