"""What an operation sends: where to, which arguments, and the rules between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.api import CommonDoc
from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.model import Argument, ArgumentRule, Field, Location, WholeUrl
from apiscribe.problems import Problems, quoted
from apiscribe.resolve import authentication, conditional, whole_urls
from apiscribe.resolve.argument_rules import argument_rules, with_conditions
from apiscribe.resolve.arguments import ArgumentResolver, Declaration, Expanded
from apiscribe.resolve.attributes import attributes_of
from apiscribe.resolve.binding import Bound, Scope
from apiscribe.resolve.encodings import Encodings, in_body_alone, single_of
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.placeholders import placeholders

_IN_QUERIES = ("GET", "HEAD", "OPTIONS", "DELETE")
"""Methods whose arguments stand in the query: their bodies mean nothing in HTTP (RFC 9110)."""


class Request(Struct, frozen=True, kw_only=True):
    method: str
    other_methods: tuple[str, ...]
    path: str
    url: WholeUrl | None
    arguments: tuple[Argument, ...]
    rules: tuple[ArgumentRule, ...]
    encodings: Encodings

    @property
    def is_foreign(self) -> bool:
        """Whether it goes to somebody else, who has nothing of what the API always takes."""
        return self.url is not None and self.url.is_foreign

    @property
    def otherwise(self) -> Location:
        """Where arguments stand that do not say it."""
        return self.encodings.otherwise


class Requests(Struct, frozen=True):
    documents: Documents
    names: Names
    arguments: ArgumentResolver
    fields: Mapping[str, tuple[Field, ...]]
    """Of every object."""
    origins: Origins
    problems: Problems

    def resolve(self, id: str, doc: OperationDoc, place: Place) -> Request:
        stated = doc.method or self.documents.api.doc.method
        method = stated[0] if isinstance(stated, list) else stated
        path = whole_urls.path_of(id, doc, place, self.problems)
        url = whole_urls.whole_url(doc, self.documents, place, self.problems)
        taken = self.arguments.take(doc.arguments, place / "arguments")
        if url is None or not url.is_foreign:
            taken = self._with_keys(taken, method)
        if not taken.complete:
            self.names.incomplete.add(id)
        encodings = self._encodings(doc, method, place)
        arguments = self._arguments(doc, path, url, taken, encodings, place)
        scope = self._scope(id, arguments, complete=taken.complete)
        rules = argument_rules(doc.rules, taken.arguments, scope, place, self.origins)
        return Request(
            method=method,
            other_methods=self._other_methods(doc, stated, arguments, place),
            path=path,
            url=url,
            arguments=with_conditions(arguments, rules, self.origins),
            rules=rules,
            encodings=encodings,
        )

    def _arguments(
        self,
        doc: OperationDoc,
        path: str,
        url: WholeUrl | None,
        taken: Expanded,
        encodings: Encodings,
        place: Place,
    ) -> list[Argument]:
        """Those that are taken, and those of what is asked conditionally."""
        in_path = placeholders(doc, path, self._known(taken), place, self.problems)
        arguments = [
            self.arguments.build(each, in_path, encodings.otherwise, json=encodings.fields_in_json)
            for each in taken.arguments
        ]
        if url is not None:
            arguments = [
                whole_urls.as_address(each, url, self.origins, self.problems) for each in arguments
            ]
        return [
            *arguments,
            *conditional.arguments(doc, arguments, place, self.origins, self.problems),
        ]

    def _known(self, taken: Expanded) -> set[str] | None:
        """What a path may name; None if that is not known."""
        if not taken.complete or self.names.is_dropped("api"):
            return None
        names = {declared.name for declared in taken.arguments}
        return names | authentication.keys_in_paths(self.documents.api.doc)

    def _scope(self, id: str, arguments: Sequence[Argument], *, complete: bool) -> Scope:
        members = {argument.name: Bound(argument.name, argument.type) for argument in arguments}
        return Scope(id, "argument", members, self.fields, self.names, complete)

    def _with_keys(self, taken: Expanded, method: str) -> Expanded:
        """With the API's idempotency key, which every POST takes."""
        place = self.documents.api.place / "common"
        names = {declared.name for declared in taken.arguments}
        keys = [
            Declaration(name, attributes_of(doc, place / name), place / name)
            for name, doc in self.documents.api.doc.common.items()
            if isinstance(doc, CommonDoc) and doc.idempotency_key and name not in names
        ]
        return replace(taken, arguments=(*taken.arguments, *(keys if method == "POST" else ())))

    def _encodings(self, doc: OperationDoc, method: str, place: Place) -> Encodings:
        stated = doc.encoding or (
            "query" if method in _IN_QUERIES else self.documents.api.doc.encoding
        )
        return Encodings(stated, doc, place, self.origins, self.problems)

    def _other_methods(
        self,
        doc: OperationDoc,
        stated: str | Sequence[str],
        arguments: Sequence[Argument],
        place: Place,
    ) -> tuple[str, ...]:
        """The methods that the service takes besides; what needs a body is no `GET`."""
        if isinstance(stated, str):
            return ()
        single = single_of(arguments) if stated[0] == "GET" else in_body_alone(arguments)
        if single is None or "GET" not in stated:
            return tuple(stated[1:])
        if doc.method is not None:
            message = f"{quoted(single.name)} needs a body, which a GET has not; leave it out"
            self.problems.add((place / "method").position, "encoding", message)
        return tuple(each for each in stated[1:] if each != "GET")
