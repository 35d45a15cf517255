"""Operations: what is sent and what is answered, with paging, limits, errors and examples."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.files import OperationDoc, ResourceDoc
from apiscribe.load.source import Place
from apiscribe.model import Constant, Field, Limit, Operation, Paging
from apiscribe.model.authentication import Alternatives
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve import authentication, bindings, envelopes, json_types, servers, wrapping
from apiscribe.resolve.deprecation import deprecation
from apiscribe.resolve.examples import Examples
from apiscribe.resolve.limits import RateLimits
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.paging import paging
from apiscribe.resolve.placeholders import without_signs
from apiscribe.resolve.requests import Request, Requests
from apiscribe.resolve.responses import Response, Responses


class Operations(Struct):
    documents: Documents
    names: Names
    requests: Requests
    responses: Responses
    fields: Mapping[str, tuple[Field, ...]]
    """Of every object."""
    error_names: frozenset[str]
    limits: RateLimits
    examples: Examples
    origins: Origins
    problems: Problems

    def resolve(self, resource: ResourceDoc, name: str, place: Place) -> Operation:
        doc = resource.operations[name]
        request = self.requests.resolve(f"{resource.resource}.{name}", doc, place)
        response = self.responses.resolve(doc, place)
        operation = self._operation(resource, name, request, response, place)
        if operation.content_types is not None or operation.stream is not None:
            operation = replace(operation, unwrap=(), beside=None)
        wrapper = wrapping.Wrapper(self.documents, self.origins, self.problems)
        operation = request.encodings.with_part(wrapper.around(operation, doc, place))
        operation = json_types.with_json_types(operation, doc, self.documents, place, self.problems)
        return self.origins.note(operation, place)

    def _operation(
        self, resource: ResourceDoc, name: str, request: Request, response: Response, place: Place
    ) -> Operation:
        doc = resource.operations[name]
        return Operation(
            resource=resource.resource,
            name=name,
            method=request.method,
            other_methods=request.other_methods,
            path=without_signs(request.path),
            url=request.url,
            aliases=tuple(map(without_signs, doc.aliases)),
            section=doc.section or resource.section,
            summary=doc.summary,
            effect=doc.effect,
            arguments=request.arguments,
            rules=request.rules,
            encoding=request.encodings.on_the_wire(request.arguments),
            also=request.encodings.also(request.arguments),
            returns=response.returns,
            stream=response.stream,
            head=response.head,
            unwrap=response.unwrap,
            beside=response.beside,
            statuses=response.statuses,
            truths=response.truths,
            pending=response.pending,
            documented_as=doc.documented_as,
            description=doc.description,
            paging=self._paging(doc, request, response, place / "paging"),
            limits=self._limits(f"{resource.resource}.{name}", doc, request),
            examples=self.examples.of(resource.resource, name),
            errors=self._errors(doc, place),
            authentication=self._authentication(doc, request, place / "authentication"),
            scopes=tuple(
                tuple(each) if isinstance(each, list) else (each,) for each in doc.scopes or ()
            ),
            deprecated=deprecation(doc.deprecated),
            server=servers.for_operation(
                doc.server, self.documents, place / "server", self.problems
            ),
            envelope=envelopes.for_operation(
                doc, self.documents, place / "envelope", self.problems
            ),
            constants=self._constants(doc, request, place),
            redirects=doc.redirects,
            conditional=tuple(dict.fromkeys(doc.conditional)),
            etag_key=doc.etag_key or "",
            holds=doc.holds,
        )

    def _paging(
        self, doc: OperationDoc, request: Request, response: Response, place: Place
    ) -> Paging | None:
        if response.stream is not None:
            return None
        return paging(
            doc.paging,
            self.documents.api.doc.paging,
            request.arguments,
            self.fields,
            response.returns,
            place,
            None if self.names.is_dropped("api") else self.problems,
            wrapped=bool(response.unwrap),
        )

    def _limits(self, id: str, doc: OperationDoc, request: Request) -> tuple[Limit, ...]:
        if request.is_foreign:
            return ()
        return self.limits.of(id, request.method, (request.path, *doc.aliases))

    def _authentication(
        self, doc: OperationDoc, request: Request, place: Place
    ) -> Alternatives | None:
        if request.is_foreign:
            return ()
        return authentication.for_operation(
            doc.authentication, self.documents, place, self.problems
        )

    def _constants(self, doc: OperationDoc, request: Request, place: Place) -> tuple[Constant, ...]:
        """What always goes along: of the API, unless the operation says otherwise."""
        of_api = self.documents.api.place / "common"
        common = {} if request.is_foreign else self.documents.api.doc.common
        found = bindings.constants(common, of_api, request.otherwise, self.origins)
        found = {name: each for name, each in found.items() if name not in doc.arguments}
        found |= bindings.constants(
            doc.arguments, place / "arguments", request.otherwise, self.origins
        )
        return tuple(found.values())

    def _errors(self, doc: OperationDoc, place: Place) -> tuple[str, ...]:
        """The operation's own and those of all, each of which has to be there."""
        api = self.documents.api
        places = [*(place / "errors" / i for i in range(len(doc.errors)))]
        places += [api.place / "errors" / i for i in range(len(api.doc.errors))]
        found = dict(zip((*doc.errors, *api.doc.errors), places, strict=True))
        if self.documents.errors is not None and ("errors",) not in self.documents.dropped:
            for name, at in found.items():
                if name not in self.error_names and ("errors", name) not in self.documents.dropped:
                    hint = did_you_mean(name, self.error_names)
                    message = f"there is no error {quoted(name)}{hint}"
                    self.problems.add(at.position, "unknown-name", message)
        return tuple(name for name in found if name in self.error_names)
