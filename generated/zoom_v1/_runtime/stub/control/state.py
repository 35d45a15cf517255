"""Records of the emulator: seen, changed by what the service itself does, and put away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from ...emulator import Emulator, Event, KeyTaken, NotInState, Refused, Unknown
from ...program import Constant, Value
from ..namespaces import is_within, parts, within
from .fields import LONGEST, BadInput, Field, Problem, bad
from .journal import HIDDEN
from .routing import OBJECT, WHOLE, Call, Missing, Route, list_of, object_of

_TENANT = Field(name="tenant", kind="text", doc="Whose: the API key.", required=True)
_ONE_TENANT = Field(name="tenant", kind="text", doc="Whose: the API key; everybody's without it.")
_LIMIT = Field(
    name="limit", kind="integer", doc="How many at most; the last ones.", least=0, most=LONGEST
)

Told = Callable[[str, list[Event]], None]
"""Hears of events, and whose they are."""


class StateControl:
    """The state of an emulator."""

    def __init__(
        self, emulator: Emulator, told: Told, cleared: Callable[[str | None, str], None]
    ) -> None:
        self._emulator = emulator
        self._told = told
        self._cleared = cleared

    def routes(self) -> tuple[Route, ...]:
        return (*self._of_all(), *self._of_entities(), *self._of_transitions())

    def _of_all(self) -> tuple[Route, ...]:
        counts = {"type": "object", "additionalProperties": WHOLE}
        tenants = {"type": "object", "additionalProperties": counts}
        return (
            Route(
                method="POST",
                path="reset",
                doc="Take all state away, or that of one tenant, and apply the seed again.",
                do=self.reset,
                body=(_ONE_TENANT,),
                answer=object_of(removed=WHOLE),
            ),
            Route(
                method="GET",
                path="state",
                doc="How many records there are of each entity: of all tenants, and of each.",
                do=self.counts,
                query=(_ONE_TENANT,),
                answer=object_of(counts=counts, tenants=tenants),
            ),
        )

    def _of_entities(self) -> tuple[Route, ...]:
        entities = self._emulator.program.entities
        if not entities:
            return ()
        return (
            Route(
                method="GET",
                path="state/{entity}",
                among={"entity": list(entities)},
                doc="The records of an entity, oldest first.",
                do=self.records,
                there=lambda place: self._require(place["entity"]),
                query=(_TENANT, _LIMIT),
                answer=object_of(records=list_of(OBJECT)),
            ),
        )

    def _of_transitions(self) -> tuple[Route, ...]:
        entities = self._emulator.program.entities
        moving = dict.fromkeys(name for each in entities.values() for name in each.transitions)
        if not moving:
            return ()
        events = list_of(object_of(event={"type": "string"}, fields=OBJECT))
        return (
            Route(
                method="POST",
                path="state/{entity}/{id}/{transition}",
                among={
                    "entity": [name for name, each in entities.items() if each.transitions],
                    "transition": list(moving),
                },
                doc="Do what the service itself does to a record. What the transition takes stands "
                "beside the tenant.",
                do=self.transition,
                there=lambda place: self._require(place["entity"]),
                body=(_TENANT,),
                open=True,
                looks=self._problems,
                answer=object_of(record={"type": ["object", "null"]}, events=events),
            ),
        )

    def reset(self, call: Call) -> object:
        before = self._emulator.tenants()
        removed = self.clear(call.body.get("tenant"), call.namespace)
        for kept in before:
            self._emulator.sow(kept)
        return {"removed": removed}

    def clear(self, tenant: str | None = None, namespace: str = "") -> int:
        """Take state away; how many records there were. Whoever comes then is new."""
        emulator = self._emulator
        removed = 0
        meant = [each for each in emulator.tenants() if is_within(each, tenant, namespace)]
        with emulator.store.writing():
            counts = emulator.store.counts()
            for kept in meant:
                removed += sum(counts.get(kept, {}).values())
                emulator.clear(kept)
        self._cleared(tenant, namespace)
        return removed

    def counts(self, call: Call) -> object:
        self._catch_up()
        if call.query.get("tenant"):
            self._emulator.sow(within(call.query["tenant"], call.namespace))
        with self._emulator.store.reading():
            found = self._emulator.store.counts()
        total = dict.fromkeys(self._emulator.program.entities, 0)
        tenants: dict[str, dict[str, int]] = {}
        for kept, counts in found.items():
            if not is_within(kept, call.query.get("tenant"), call.namespace):
                continue
            mine = tenants.setdefault(parts(kept)[0], {})
            for entity, number in counts.items():
                mine[entity] = mine.get(entity, 0) + number
                total[entity] = total.get(entity, 0) + number
        return {"counts": total, "tenants": tenants}

    def records(self, call: Call) -> object:
        self._require(call.path["entity"])
        self._catch_up()
        tenant = within(call.query["tenant"], call.namespace)
        found = self._emulator.every(tenant, call.path["entity"], call.query.get("limit"))
        return {"records": [self._shown(call.path["entity"], each) for each in found]}

    def happen(self, call: Call) -> object:
        """A transition that nobody has looked at before."""
        if problems := self._problems(call.body, call.path):
            raise BadInput(problems)
        return self.transition(call)

    def transition(self, call: Call) -> object:
        entity, key, name = (call.path[each] for each in ("entity", "id", "transition"))
        self._require(entity)
        given = _beside_tenant(call.body)
        tenant = within(call.body["tenant"], call.namespace)
        self._catch_up()
        try:
            outcome = self._emulator.transition(tenant, entity, key, name, given)
        except Unknown as unknown:
            raise Missing(str(unknown)) from None
        except NotInState as elsewhere:
            raise bad("transition", str(elsewhere)) from None
        except (Refused, KeyTaken) as refused:
            raise bad("transition", str(refused)) from None
        self._told(tenant, outcome.events)
        events = [{"event": each.name, "fields": each.fields} for each in outcome.events]
        return {"record": self._record(tenant, entity, key), "events": events}

    def _problems(self, given: Mapping[str, Any], place: Mapping[str, str]) -> list[Problem]:
        entity = self._emulator.program.entities.get(place["entity"])
        if entity is None or (transition := entity.transitions.get(place["transition"])) is None:
            return []  # which is nothing that the body could mend
        known = transition.arguments
        says = f"is nothing that this transition takes; it takes: {', '.join(known) or 'nothing'}"
        told = _beside_tenant(given)
        problems = [Problem(name, says) for name in told if name not in known]
        for name in told.keys() & known.keys():
            wanted = _other_kind(told[name], known[name])
            problems += [Problem(name, f"is no {wanted}, which it is otherwise")] if wanted else []
        return problems

    def _record(self, tenant: str, entity: str, key: str) -> Mapping[str, object] | None:
        found = self._emulator.find(tenant, entity, key)
        return None if found is None else self._shown(entity, found)

    def _shown(self, entity: str, record: Mapping[str, object]) -> dict[str, object]:
        sensitive = self._emulator.program.entities[entity].sensitive
        return {
            name: HIDDEN if name in sensitive and value else value for name, value in record.items()
        }

    def _require(self, entity: str) -> None:
        entities = self._emulator.program.entities
        if entity not in entities:
            near = get_close_matches(entity[:100], entities, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(entities)}"
            raise Missing(f"there is no entity of that name; {hint}")

    def _catch_up(self) -> None:
        for tenant, events in self._emulator.catch_up():
            self._told(tenant, events)


def _other_kind(value: object, default: Value | None) -> str:
    """What an argument of a transition has to be, by what it is otherwise; empty if it is that."""
    usual = default.value if isinstance(default, Constant) else None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    match usual:
        case bool():
            return "" if isinstance(value, bool) else "`true` or `false`"
        case int() | float():
            return "" if is_number else "number"
        case str():
            return "" if isinstance(value, str) or is_number else "text"
        case _:
            return ""


def _beside_tenant(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name != "tenant"}
