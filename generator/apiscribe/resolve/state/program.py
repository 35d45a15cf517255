"""What operations do, and what makes up an account; with the entities, all of it together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from apiscribe.document import Documents
from apiscribe.model import ErrorCode, ObjectType, Operation, State, ValueList
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.state.entities import Entities
from apiscribe.resolve.state.fitting import misfits, types_of_fields, written_fields
from apiscribe.resolve.state.gathered import gather
from apiscribe.resolve.state.indexes import Indexes
from apiscribe.resolve.state.known_fields import known_fields
from apiscribe.resolve.state.names import Known, Scope
from apiscribe.resolve.state.refusals import Refusals
from apiscribe.resolve.state.steps import Steps
from apiscribe.resolve.state.values import Reader
from apiscribe.runtime.program import Step

_TAKING = ("api", "operations", "resources", "types", "objects", "values", "groups")
"""What operations are made of: what was refused of these may be what fits."""
_DOING = ("operations", "entities", "steps", "populate")
"""Where shared steps are done: what was refused of these may do them."""


def state(
    documents: Documents,
    operations: Sequence[Operation],
    objects: Mapping[str, ObjectType],
    lists: Mapping[str, ValueList],
    errors: Sequence[ErrorCode],
    events: Mapping[str, tuple[str, ...]],
    origins: Origins,
    problems: Problems,
) -> State | None:
    """What the spec says of state; None if it says nothing."""
    if not documents.state:
        return None
    return _Builder(
        documents, operations, objects, lists, errors, events, origins, problems
    ).build()


class _Builder:
    def __init__(
        self,
        documents: Documents,
        operations: Sequence[Operation],
        objects: Mapping[str, ObjectType],
        lists: Mapping[str, ValueList],
        errors: Sequence[ErrorCode],
        events: Mapping[str, tuple[str, ...]],
        origins: Origins,
        problems: Problems,
    ) -> None:
        self._problems = problems
        self._operations = {operation.id: operation for operation in operations}
        self._documents = documents
        self._objects = objects
        self._gathered = gathered = gather(documents, problems)
        ids = {name: tuple(each.values) for name, each in lists.items()}
        self._known = known = self._names(ids)
        indexes = Indexes()
        reader = Reader(known, indexes, origins)
        refusals = Refusals(errors, self._told(), documents.dropped, reader, problems)
        transitions = {n: frozenset(d.transitions) for n, (d, _) in gathered.entities.items()}
        self._steps = Steps(reader, refusals, known, transitions, events, gathered.shared)
        webhooks = None if documents.webhooks is None else documents.webhooks.doc
        self._described = Entities(
            gathered.entities, webhooks, known, indexes, reader, refusals, self._steps
        )

    def _names(self, ids: Mapping[str, tuple[str, ...]]) -> Known:
        docs = {name: doc for name, (doc, _) in self._gathered.entities.items()}
        done = {id: steps for id, (steps, _) in self._gathered.plans.items()}
        fields = known_fields(
            docs, done, self._operations, self._objects, self._documents, self._gathered.shared
        )
        shapes = {name: self._objects.get(doc.shape or "") for name, doc in docs.items()}
        return Known(
            dict(fields),
            ids,
            self._problems,
            types={name: types_of_fields(shape) for name, shape in shapes.items()},
            written={name: written_fields(shape) for name, shape in shapes.items()},
            objects=self._objects,
            dropped=self._documents.dropped,
        )

    def _told(self) -> list[str] | None:
        """The fields that failures have; None if that is not known."""
        if ("api",) in self._documents.dropped:
            return None
        api = self._documents.api.doc
        return [
            name for envelope in (api.envelope, *api.envelopes.values()) for name in envelope.fields
        ]

    def build(self) -> State:
        self._check_shapes()
        plans = dict(self._read_plans())
        self._check_all_are_said()
        populate = self._read_populate()
        entities = self._described.read()
        if not any(path[0] in _DOING for path in self._documents.dropped):
            self._gathered.shared.check_used()
        return State(entities=entities, plans=plans, populate=populate)

    def _check_shapes(self) -> None:
        for doc, place in self._gathered.entities.values():
            name = doc.shape
            if name is None or name in self._objects or self._documents.lacks_object(name):
                continue
            message = f"there is no object {quoted(name)}{did_you_mean(name, self._objects)}"
            self._problems.add((place / "shape").position, "unknown-name", message)

    def _read_plans(self) -> Iterator[tuple[str, tuple[Step, ...]]]:
        for id, (steps, place) in self._gathered.plans.items():
            operation = self._operations.get(id)
            if operation is None and self._documents.lacks_operation(id):
                continue
            if operation is None:
                message = f"there is no operation {quoted(id)}{did_you_mean(id, self._operations)}"
                self._problems.add(place.key_position, "unknown-name", message)
                continue
            within = tuple(self._gathered.shared.within(steps))
            if not any(path[0] in _TAKING for path in self._documents.dropped):
                for rule, message in misfits(operation, within, self._operations, self._objects):
                    self._problems.add(place.key_position, rule, message)
            arguments = frozenset(argument.name for argument in operation.arguments)
            types = {argument.name: argument.type for argument in operation.arguments}
            scope = Scope(id, self._known, arguments, types=types)
            yield id, self._steps.read(steps, place, scope)

    def _check_all_are_said(self) -> None:
        """Each operation does something to state, or says that it does nothing."""
        plans = self._gathered.plans
        known = {
            *plans,
            *(path[-1] for path in self._documents.dropped if path[0] == "operations"),
        }
        unknown = [id for id in plans if id not in self._operations]
        missing = [
            id
            for id in self._operations
            if id not in known and not any(did_you_mean(each, [id]) for each in unknown)
        ]
        if missing and plans:
            _, place = next(iter(plans.values()))
            listed = ", ".join(map(quoted, missing[:5]))
            more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
            message = f"what these operations do to state is not said: {listed}{more}"
            self._problems.add(place.key_position, "missing-state", message)

    def _read_populate(self) -> tuple[Step, ...]:
        """What makes up a part of an account, file after file."""
        scope = Scope("populate", self._known, frozenset(), {"turn": None})
        read = [self._steps.read(steps, place, scope) for steps, place in self._gathered.populate]
        return tuple(step for steps in read for step in steps)
