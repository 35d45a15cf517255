"""All parts of the model put together."""

from __future__ import annotations

from msgspec import Struct

from apiscribe.document import Documents
from apiscribe.model import Api, ObjectType, Resource
from apiscribe.problems import Problems
from apiscribe.resolve import whole_urls
from apiscribe.resolve.arguments import ArgumentResolver
from apiscribe.resolve.authentication import authentication, by_name
from apiscribe.resolve.envelope import envelope
from apiscribe.resolve.envelopes import check_envelopes, check_successes, envelopes
from apiscribe.resolve.errors import error_codes
from apiscribe.resolve.examples import Examples
from apiscribe.resolve.in_texts import with_implied
from apiscribe.resolve.limits import rate_limits
from apiscribe.resolve.metadata import (
    common_arguments,
    errata,
    value_lists,
)
from apiscribe.resolve.names import DeclaredKind, Names
from apiscribe.resolve.objects import Objects, with_uses
from apiscribe.resolve.operations import Operations
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.paging_names import check_names
from apiscribe.resolve.requests import Requests
from apiscribe.resolve.resources import Resources
from apiscribe.resolve.responses import Responses
from apiscribe.resolve.servers import servers
from apiscribe.resolve.state import state
from apiscribe.resolve.told_limits import told_limits
from apiscribe.resolve.types import Types
from apiscribe.resolve.webhooks import always_told, webhooks


class Resolved(Struct, frozen=True):
    """The model, and what the checks need to know besides."""

    api: Api
    origins: Origins
    examples: Examples
    """All files that are named like an operation's, whether it exists or not."""
    documents: Documents
    incomplete: frozenset[str]
    """Operations and objects that lack arguments or fields, as what they build on is wrong."""
    used: frozenset[tuple[DeclaredKind, str]]
    """Values and groups that something names, and objects that others extend."""


def resolve(documents: Documents, problems: Problems) -> Resolved:
    """Build the model; what is wrong is a problem, and left out of the model or `any` in it."""
    return _Resolver(documents, problems).resolve()


class _Resolver:
    def __init__(self, documents: Documents, problems: Problems) -> None:
        self._documents = documents
        self._problems = problems
        self._origins = Origins()
        self._names = Names(documents, problems)
        self._types = Types(self._names, self._origins, problems)
        self._arguments = ArgumentResolver(
            self._names, self._types, self._origins, problems, documents.api.doc.style
        )
        self._codes = error_codes(documents, self._origins, problems)
        self._limits = rate_limits(documents, self._origins, problems)
        self._examples = Examples(documents.examples, self._origins)

    def resolve(self) -> Resolved:
        objects = Objects(self._names, self._types, self._origins, self._problems).resolve()
        resources = self._resources(objects)
        self._check_limits(resources, objects)
        return Resolved(
            self._api(resources, objects),
            self._origins,
            self._examples,
            self._documents,
            frozenset(self._names.incomplete),
            frozenset(self._names.used),
        )

    def _resources(self, objects: dict[str, ObjectType]) -> tuple[Resource, ...]:
        fields = {name: built.fields for name, built in objects.items()}
        operations = Operations(
            documents=self._documents,
            names=self._names,
            requests=Requests(
                self._documents,
                self._names,
                self._arguments,
                fields,
                self._origins,
                self._problems,
            ),
            responses=Responses(
                self._documents, self._names, self._types, self._origins, self._problems
            ),
            fields=fields,
            error_names=frozenset(each.name for each in self._codes),
            limits=self._limits,
            examples=self._examples,
            origins=self._origins,
            problems=self._problems,
        )
        resources = Resources(
            self._documents, self._names, operations, self._origins, self._problems
        )
        return resources.resolve()

    def _check_limits(
        self, resources: tuple[Resource, ...], objects: dict[str, ObjectType]
    ) -> None:
        # A pattern may be about an operation that was left out.
        if self._documents.all_operations:
            operations = [o for r in resources for o in r.operations]
            self._limits.check(operations)
            fields = {name: built.fields for name, built in objects.items()}
            whole_urls.check_sources(operations, fields, self._origins, self._problems)
            if not self._names.is_dropped("api"):
                incomplete = self._names.incomplete
                check_names(self._documents, operations, fields, incomplete, self._problems)

    def _api(self, resources: tuple[Resource, ...], objects: dict[str, ObjectType]) -> Api:
        documents, origins, problems = self._documents, self._origins, self._problems
        doc = documents.api.doc
        operations = [operation for resource in resources for operation in resource.operations]
        hooks = webhooks(documents, self._names, self._examples, origins, problems)
        told = [(event.payload, event.reply) for event in hooks.events] if hooks else []
        payloads = [name for names in told for name in names if name is not None]
        codes = self._codes
        check_envelopes(documents, operations, problems)
        check_successes(documents, problems)
        used = with_uses(objects, operations, payloads, origins)
        api = Api(
            spec_name=documents.spec.name,
            title=doc.title,
            version=doc.version,
            package=doc.package,
            distribution=doc.distribution,
            release=doc.release,
            client_class=doc.client_class,
            error_base=doc.error_base,
            environment_prefix=doc.environment_prefix,
            servers=servers(documents, origins, problems),
            page=doc.page,
            summary=doc.summary,
            authentication=by_name(
                authentication(documents, origins, problems), operations, origins
            ),
            common=common_arguments(documents, self._arguments),
            envelope=envelope(
                doc.envelope, documents.api.place / "envelope", documents, codes, problems
            ),
            envelopes=envelopes(documents, codes, problems),
            resources=resources,
            values=self._types.values(),
            objects=with_implied(used, operations, origins),
            lists=value_lists(self._names, origins, problems),
            errors=codes,
            errata=errata(documents, operations, problems),
            webhooks=hooks,
            told_limits=told_limits(documents, problems),
            state=state(
                documents,
                operations,
                objects,
                value_lists(self._names, origins, problems),
                codes,
                always_told(hooks, objects),
                origins,
                problems,
            ),
        )
        return origins.note(api, documents.api.place)
