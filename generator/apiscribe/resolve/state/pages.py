"""Reads the steps that answer with pages."""

from __future__ import annotations

from apiscribe.document.state import ChosenOrderDoc, PageDoc, ResumeDoc
from apiscribe.load.source import Place
from apiscribe.resolve.state.names import Scope
from apiscribe.resolve.state.refusals import Refusals
from apiscribe.resolve.state.values import Reader
from apiscribe.runtime.program import Clause, Constant, Equals, Page, Query, Resume, Step, When


class Pages:
    def __init__(self, reader: Reader, refusals: Refusals) -> None:
        self._reader = reader
        self._looking = reader.looking
        self._refusals = refusals

    def page(self, doc: PageDoc, place: Place, scope: Scope) -> Step | None:
        if isinstance(doc.order, ChosenOrderDoc):
            return self._in_order(doc, doc.order, place, scope)
        source = self._looking.source(doc.page, doc.where, doc.order, place, place / "page", scope)
        entity = source.entity if isinstance(source, Query) else None
        name = doc.bound or entity or "item"
        inner, of_page = scope.inner(name, entity), scope.inner("total", None)
        return Page(
            source=source,
            name=name,
            fields=self._reader.values(doc.values, place / "with", inner),
            around=self._reader.values(doc.around, place / "around", of_page),
            last=self._reader.values(doc.last, place / "last", of_page),
            items=doc.items or "",
            otherwise=self._refusals.read(doc.otherwise, place / "otherwise", scope),
            part=doc.part,
            numbers=doc.identifiers == "number",
        )

    def _in_order(
        self, doc: PageDoc, order: ChosenOrderDoc, place: Place, scope: Scope
    ) -> Step | None:
        """The page in one of several orders, each of which has an index."""
        on = self._reader.value(order.choose, place / "order" / "choose", scope)
        found = self.page(doc.model_copy(update={"order": order.otherwise}), place, scope)
        for case, field in reversed(order.cases.items()):
            page = self.page(doc.model_copy(update={"order": field}), place, scope)
            if page is None or found is None:
                return None
            clause = Clause(value=on, test=Equals(value=Constant(value=case)))
            found = When(condition=(clause,), then=(page,), otherwise=(found,))
        return found

    def resume(self, doc: ResumeDoc, place: Place, scope: Scope) -> Step | None:
        cursor = self._reader.value(doc.resume, place / "resume", scope)
        refusal = self._refusals.read(doc.otherwise, place / "otherwise", scope)
        return None if refusal is None else Resume(cursor=cursor, otherwise=refusal)
