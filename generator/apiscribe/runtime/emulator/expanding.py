"""Puts what ids name in their place, where whoever asks names the way to them: `data.customer`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..program import Entity, Link, Plan, Program, Shape, ShownField
from .records import Records
from .refusing import Refused
from .showing_values import Presenter

_SEVERAL = ("list", "union")


class Unexpandable(Exception):
    """A path that leads to nothing which could be put in the place of its id."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Expanding:
    """Expands responses of one tenant. Paths are of keys as responses have them."""

    def __init__(self, records: Records, presenter: Presenter) -> None:
        self._records = records
        self._program = records.program
        self._presenter = presenter

    def check(self, plan: Plan, paths: Iterable[str]) -> None:
        """Look whether paths lead to ids, whatever there is.

        Raises:
            Refused: one does not.
            Unexpandable: the same, where there is no error for it.
        """
        for path in paths:
            if plan.returns is None or not self._leads(plan.returns, path.split(".")):
                expands = plan.expands
                if expands is None or expands.otherwise is None:
                    raise Unexpandable(path)
                raise Refused(expands.otherwise, expands.message.replace("{path}", path))

    def expand(self, body: object, shape: Shape, paths: Iterable[str]) -> None:
        """Put what ids name in their place, in a body as it is shown."""
        for path in paths:
            self._walk(body, shape, path.split("."))

    def _leads(self, shape: Shape, keys: Sequence[str]) -> bool:
        if shape.kind in _SEVERAL:
            return any(self._leads(each, keys) for each in _inside(shape))
        found = _field(self._program, shape, keys[0])
        if found is None:
            return False
        if len(keys) > 1:
            return self._leads(found.shape, keys[1:])
        return _link(self._program, shape, found) is not None

    def _walk(self, value: object, shape: Shape, keys: Sequence[str]) -> None:
        if isinstance(value, list):
            for item in value:
                self._walk(item, shape.item or shape, keys)
        elif isinstance(value, dict) and shape.kind == "union":
            at = shape.arms.find(value, value) if shape.arms is not None else None
            if at is not None:
                self._walk(value, shape.members[at], keys)
        elif isinstance(value, dict):
            self._into(value, shape, keys)

    def _into(self, holder: dict[str, object], shape: Shape, keys: Sequence[str]) -> None:
        found = _field(self._program, shape, keys[0])
        if found is None:
            return
        link = _link(self._program, shape, found)
        if link is not None:
            holder[found.wire] = self._put(holder.get(found.wire), link)
        if len(keys) > 1:
            self._walk(holder.get(found.wire), found.shape, keys[1:])

    def _put(self, value: object, link: Link) -> object:
        """What an id names, as it is shown; the id itself where there is nothing any more."""
        if isinstance(value, list):
            return [self._put(each, link) for each in value]
        if not isinstance(value, str | int):
            return value
        record = self._records.get(link.entity, str(value))
        shown_as = self._program.entities[link.entity].shape
        return value if record is None else self._presenter.show_object(record, shown_as)


def paths_of(plan: Plan, given: Mapping[str, object]) -> list[str]:
    """Where ids are to become what they name."""
    listed = None if plan.expands is None else given.get(plan.expands.argument)
    return [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []


def _inside(shape: Shape) -> tuple[Shape, ...]:
    return shape.members if shape.kind == "union" else (shape.item,) if shape.item else ()


def _field(program: Program, shape: Shape, key: str) -> ShownField | None:
    if shape.kind != "object":
        return None
    fields = program.objects.get(shape.object, ())
    return next((each for each in fields if each.wire == key), None)


def _link(program: Program, shape: Shape, field: ShownField) -> Link | None:
    """What a field of an object names, where an id may be replaced by that."""
    for entity in program.entities.values():
        link = entity.links.get(field.name) if entity.shape == shape.object else None
        if link is not None and _takes(field.shape, program.entities[link.entity]):
            return link
    return None


def _takes(shape: Shape, entity: Entity) -> bool:
    """Whether a value may be an entity's record as a whole."""
    if shape.kind in _SEVERAL:
        return any(_takes(each, entity) for each in _inside(shape))
    return shape.kind == "object" and shape.object == entity.shape
