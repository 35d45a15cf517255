"""What an operation answers, and what of it is returned."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from apiscribe.document import Documents
from apiscribe.document.files import OperationDoc
from apiscribe.document.streams import StreamDoc
from apiscribe.load.source import Place
from apiscribe.model import BooleanType, ListType, ObjectRef, Pending, Stream, ValueType
from apiscribe.problems import Problems
from apiscribe.resolve import streams, success
from apiscribe.resolve.attributes import attributes_of
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.types import Types


class Response(Struct, frozen=True, kw_only=True):
    returns: ValueType | None
    stream: Stream | None
    statuses: Mapping[int, ValueType | None]
    truths: Mapping[int, bool]
    pending: Pending | None
    head: ObjectRef | None
    unwrap: tuple[str, ...]
    beside: ObjectRef | None


class Responses(Struct, frozen=True):
    documents: Documents
    names: Names
    types: Types
    origins: Origins
    problems: Problems

    def resolve(self, doc: OperationDoc, place: Place) -> Response:
        statuses = success.statuses(doc, self.types, self.origins, place, self.problems)
        unwrap = success.unwrap(doc, self.documents, place, self.problems)
        return Response(
            returns=self._returns(doc, place, statuses),
            stream=streams.stream(doc, place, self.problems),
            statuses=statuses,
            truths=success.truths(doc, place, self.problems),
            pending=success.pending(doc, place, self.problems),
            head=success.head(doc, self.names, self.origins, place),
            unwrap=unwrap,
            beside=success.beside(
                doc, unwrap, self.documents, self.names, self.origins, place, self.problems
            ),
        )

    def _returns(
        self, doc: OperationDoc, place: Place, statuses: Mapping[int, ValueType | None]
    ) -> ValueType | None:
        if doc.returns is None:
            return None
        if statuses:
            return next((of for of in statuses.values() if of is not None), None)
        place /= "returns"
        if isinstance(doc.returns, dict):
            return self.origins.note(BooleanType(), place)
        if isinstance(doc.returns, StreamDoc):
            place /= "stream"
            item = self.types.resolve(attributes_of(doc.returns.stream, place), place)
            return self.origins.note(ListType(item=item), place)
        return self.types.resolve(attributes_of(doc.returns, place), place)
