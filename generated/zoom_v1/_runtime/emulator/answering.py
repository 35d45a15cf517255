"""Functions that answer: with a value, or with a page of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..program import Page, Plan
from ..semantics.paths import keys_of, path_of, put, reach_keys
from .comparing import canonical
from .cursors import StalePage, Walk, resumed
from .listing import Listing
from .over_records import Source
from .pages import Turned, Turning
from .running import Do, Run
from .showing_values import Objects, Show
from .values import Refuse
from .world import Compute, Record, Scope, Search, World

Computed = Mapping[str, Compute]


def respond(
    value: Compute,
    fields: Computed,
    show: Show | None,
    *,
    head: tuple[Compute, Show] | None = None,
    status: int | None = None,
    of_nothing: int | None = None,
) -> Do:
    """Answers under a `status`, or under that `of_nothing` where there is one and no value.

    Args:
        value: what is returned.
        fields: what takes the place of some of it.
        show: makes JSON of what is returned; None if nothing is.
        head: the same for headers.
        status: the first that is documented if it is None.
        of_nothing: under which nothing is returned.
    """

    def do(run: Run) -> None:
        found = _with(value(run.scope, run.records), fields, run.scope, run.records)
        run.outcome.status = status
        if found is None and of_nothing is not None:
            run.outcome.status = of_nothing
        elif show is not None:
            run.outcome.body = show(found)
        if head is not None:
            told, show_head = head
            run.outcome.head = show_head(told(run.scope, run.records))
        run.answered = True

    return do


def resume(
    cursor: Compute,
    otherwise: Refuse,
    operation: str,
    plans: Mapping[str, Plan],
    go_on: Callable[[Run, Walk], None],
) -> Do:
    """Has `go_on` answer with the page behind the one that handed out a cursor."""

    def do(run: Run) -> None:
        records = run.records
        token = canonical(cursor(run.scope, records))
        try:
            walk = resumed(token, operation, plans, records.clock.seconds())
        except StalePage:
            raise otherwise(run.scope, records) from None
        go_on(run, walk)
        run.answered = True

    return do


class PageAnswer:
    """Answers with a page of a list.

    Args:
        step: what is said of it.
        source: what the list is of.
        fields: what is computed of each item.
        around: what is computed of the page.
        last: what is computed of the last page besides.
        otherwise: the error, if what asks for the page is none that was handed out.
        operation: whose list it is.
        plan: what the operation says of pages, and of what it returns.
        objects: the fields of what is returned, and of all that is inside.
        show: makes JSON of what is returned.
    """

    def __init__(
        self,
        step: Page,
        source: Search | Source,
        fields: Computed,
        around: Computed,
        last: Computed,
        otherwise: Refuse | None,
        operation: str,
        plan: Plan,
        objects: Objects,
        show: Show,
    ) -> None:
        self._name = step.name
        self._source = source
        self._fields, self._around, self._last = fields, around, last
        self._otherwise = otherwise
        self._part = step.part
        self._operation = operation
        self._pages = plan.pages
        self._items = step.items if plan.pages is None else plan.pages.scheme.items
        self._is_list = plan.returns is not None and plan.returns.kind == "list"
        self._objects = objects
        self._returned = "" if plan.returns is None else plan.returns.object
        self._show = show

    def __call__(self, run: Run) -> None:
        records, scope = run.records, run.scope
        turning = Turning(
            Listing(records, self._source, scope),
            scope,
            records.clock.seconds(),
            Walk(self._operation, run.given, run.resumed),
            run.defaults,
        )
        try:
            turned = turning.page(self._pages)
        except StalePage:
            if self._otherwise is None:
                raise
            raise self._otherwise(scope, records) from None
        outcome = run.outcome
        outcome.status = self._part if turned.more else None
        outcome.body = self._show(self._shown(turned, scope, records))
        outcome.beside, outcome.links = turned.said, turned.links
        outcome.headers = turned.headers
        outcome.scheme = None if self._pages is None else self._pages.scheme
        run.answered = True

    def _shown(self, turned: Turned, scope: Scope, world: World) -> object:
        items = turned.items
        if self._fields:
            items = [
                _with(item, self._fields, {**scope, self._name: item}, world) for item in items
            ]
        seen = {"total": turned.total, **scope}
        computed = self._around if turned.more else {**self._around, **self._last}
        around = {name: compute(seen, world) for name, compute in computed.items()}
        if self._is_list:
            turned.said |= around
            return items
        page: Record = {}
        said = {self._inside(key): value for key, value in turned.said.items()}
        told = {**turned.echoed, **said}
        for key, value in sorted(told.items(), key=lambda each: each[1] is None):
            if value is not None or not self._may_lack(page, key):
                put(page, key, value)
        put(page, self._items, items)
        for name, value in around.items():
            put(page, name, value)
        return page

    def _inside(self, path: str) -> str:
        """The path of a key of the response in what is handed out, if it stands in there."""
        around = () if self._pages is None else self._pages.around
        keys = keys_of(path)
        is_inside = tuple(keys[: len(around)]) == around and len(keys) > len(around)
        return path_of(keys[len(around) :]) if around and is_inside else path

    def _may_lack(self, page: Record, key: str) -> bool:
        """Whether something that holds a key can be left out where there is nothing in it."""
        *holders, _ = keys_of(key)
        found: object = page
        name = self._returned
        for holder in holders:
            fields = self._objects.get(name, ())
            field = next((each for each in fields if holder in (each.name, each.wire)), None)
            if field is None:
                return False
            found = reach_keys(found, (holder,))
            if found is None and field.optional:
                return True
            name = field.shape.object
        return False


def _with(value: object, fields: Computed, scope: Scope, world: World) -> object:
    """A value with fields in place of its own."""
    if not fields:
        return value
    computed = {name: each(scope, world) for name, each in fields.items()}
    return {**(value if isinstance(value, dict) else {}), **computed}
