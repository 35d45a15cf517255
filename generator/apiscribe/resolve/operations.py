"""Operations: arguments, rules, result, paging, limits and examples brought together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.api import ApiDoc, CommonDoc
from apiscribe.document.files import OperationDoc, ResourceDoc
from apiscribe.load.source import Place
from apiscribe.model import (
    AppliesWhen,
    Argument,
    ArgumentRule,
    BooleanType,
    Clause,
    Constant,
    Field,
    Ground,
    Location,
    OneOfRequired,
    Operation,
    RequiredWhen,
    ValueType,
)
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve import (
    authentication,
    bindings,
    conditional,
    envelopes,
    json_types,
    servers,
    success,
    whole_urls,
    wrapping,
)
from apiscribe.resolve.arguments import ArgumentResolver, Declaration, Expanded
from apiscribe.resolve.attributes import attributes_of
from apiscribe.resolve.binding import Bound, Scope
from apiscribe.resolve.deprecation import deprecation
from apiscribe.resolve.encodings import Encodings, single_of
from apiscribe.resolve.examples import Examples
from apiscribe.resolve.limits import RateLimits
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.paging import paging
from apiscribe.resolve.rules import Rules
from apiscribe.resolve.types import Types


class _About(TypedDict):
    argument: str
    when: tuple[Clause, ...]
    ground: Ground


_IN_QUERIES = ("GET", "HEAD", "OPTIONS", "DELETE")
"""Methods whose arguments stand in the query: their bodies mean nothing in HTTP (RFC 9110)."""
_OPEN_ENDED = re.compile(r"\+\}")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


class Operations(Struct):
    documents: Documents
    names: Names
    types: Types
    arguments: ArgumentResolver
    fields: Mapping[str, tuple[Field, ...]]
    """Of every object."""
    error_names: frozenset[str]
    limits: RateLimits
    examples: Examples
    origins: Origins
    problems: Problems

    @property
    def api(self) -> ApiDoc:
        return self.documents.api.doc

    def resolve(self, resource: ResourceDoc, name: str, place: Place) -> Operation:
        doc = resource.operations[name]
        methods = doc.method or self.api.method
        method = methods[0] if isinstance(methods, list) else methods
        path = whole_urls.path_of(f"{resource.resource}.{name}", doc, place, self.problems)
        url = whole_urls.whole_url(doc, self.documents, place, self.problems)
        is_foreign = url is not None and url.is_foreign
        taken = self.arguments.take(doc.arguments, place / "arguments")
        if not is_foreign:
            taken = self._with_keys(taken, method)
        placeholders = self._placeholders(doc, path, taken, place)
        encodings = self._encodings(doc, method, place)
        otherwise: Location = "query" if encodings.first == "query" else "body"
        if not taken.complete:
            self.names.incomplete.add(f"{resource.resource}.{name}")
        arguments = [
            self.arguments.build(each, placeholders, otherwise, json=encodings.fields_in_json)
            for each in taken.arguments
        ]
        if url is not None:
            arguments = [
                whole_urls.as_address(each, url, self.origins, self.problems) for each in arguments
            ]
        arguments += conditional.arguments(doc, arguments, place, self.origins, self.problems)
        rules = self._rules(f"{resource.resource}.{name}", doc, taken, arguments, place)
        arguments = [self._conditional(argument, rules) for argument in arguments]
        statuses = success.statuses(doc, self.types, self.origins, place, self.problems)
        returns = self._returns(doc, place, statuses)
        unwrap = success.unwrap(doc, self.documents, place, self.problems)
        operation = Operation(
            resource=resource.resource,
            name=name,
            method=method,
            other_methods=self._other_methods(doc, methods, arguments, place),
            path=_OPEN_ENDED.sub("}", path),
            url=url,
            aliases=tuple(_OPEN_ENDED.sub("}", alias) for alias in doc.aliases),
            section=doc.section or resource.section,
            summary=doc.summary,
            effect=doc.effect,
            arguments=tuple(arguments),
            rules=rules,
            encoding=encodings.on_the_wire(arguments),
            also=encodings.also(arguments),
            returns=returns,
            head=success.head(doc, self.names, self.origins, place),
            unwrap=unwrap,
            beside=success.beside(
                doc,
                unwrap,
                self.documents,
                self.names,
                self.origins,
                place,
                self.problems,
            ),
            statuses=statuses,
            truths=success.truths(doc, place, self.problems),
            pending=success.pending(doc, place, self.problems),
            documented_as=doc.documented_as,
            description=doc.description,
            paging=paging(
                doc.paging,
                self.api.paging,
                arguments,
                self.fields,
                returns,
                place / "paging",
                None if self.names.is_dropped("api") else self.problems,
                wrapped=bool(unwrap),
            ),
            limits=()
            if is_foreign
            else self.limits.of(f"{resource.resource}.{name}", method, (path, *doc.aliases)),
            examples=self.examples.of(resource.resource, name),
            errors=self._errors(doc, place),
            authentication=()
            if is_foreign
            else authentication.for_operation(
                doc.authentication, self.documents, place / "authentication", self.problems
            ),
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
            constants=self._constants(doc, place, otherwise, is_foreign=is_foreign),
            redirects=doc.redirects,
            conditional=tuple(dict.fromkeys(doc.conditional)),
            etag_key=doc.etag_key or "",
        )
        if operation.content_types is not None:
            operation = replace(operation, unwrap=(), beside=None)
        wrapper = wrapping.Wrapper(self.documents, self.origins, self.problems)
        operation = encodings.with_part(wrapper.around(operation, doc, place))
        operation = json_types.with_json_types(operation, doc, self.documents, place, self.problems)
        return self.origins.note(operation, place)

    def _placeholders(
        self, doc: OperationDoc, path: str, taken: Expanded, place: Place
    ) -> frozenset[str]:
        """The arguments that the path names; each of them has to exist."""
        placeholders = frozenset(_PLACEHOLDER.findall(path))
        names = {declared.name for declared in taken.arguments}
        names |= authentication.keys_in_paths(self.api)
        named = {each.removesuffix("+") for each in placeholders}
        is_known = taken.complete and not self.names.is_dropped("api")
        for missing in sorted(named - names) if is_known else ():
            what, where = ("path", place / "path")
            if doc.url is not None:
                what, where = "url", place / "url" / "argument"
            message = f"the {what} names {quoted(missing)}, which is no argument"
            hint = did_you_mean(missing, names)
            self.problems.add(where.position, "path", message + hint)
        for index, alias in enumerate(doc.aliases):
            if set(_PLACEHOLDER.findall(alias)) != placeholders:
                message = "an alias names the same arguments as the path"
                self.problems.add((place / "aliases" / index).position, "path", message)
        return placeholders if doc.url is None else frozenset(f"{each}+" for each in placeholders)

    def _with_keys(self, taken: Expanded, method: str) -> Expanded:
        """With the API's idempotency key, which every POST takes."""
        place = self.documents.api.place / "common"
        names = {declared.name for declared in taken.arguments}
        keys = [
            Declaration(name, attributes_of(doc, place / name), place / name)
            for name, doc in self.api.common.items()
            if isinstance(doc, CommonDoc) and doc.idempotency_key and name not in names
        ]
        return replace(taken, arguments=(*taken.arguments, *(keys if method == "POST" else ())))

    def _constants(
        self, doc: OperationDoc, place: Place, otherwise: Location, *, is_foreign: bool
    ) -> tuple[Constant, ...]:
        """What always goes along: of the API, unless the operation says otherwise."""
        of_api = self.documents.api.place / "common"
        common = {} if is_foreign else self.api.common
        found = bindings.constants(common, of_api, otherwise, self.origins)
        found = {name: each for name, each in found.items() if name not in doc.arguments}
        found |= bindings.constants(doc.arguments, place / "arguments", otherwise, self.origins)
        return tuple(found.values())

    def _rules(
        self,
        owner: str,
        doc: OperationDoc,
        taken: Expanded,
        arguments: Sequence[Argument],
        place: Place,
    ) -> tuple[ArgumentRule, ...]:
        """What arguments are only for, and what is stated about several of them."""
        members = {argument.name: Bound(argument.name, argument.type) for argument in arguments}
        scope = Scope(owner, "argument", members, self.fields, self.names, taken.complete)
        rules = Rules(scope, self.origins)
        found: list[ArgumentRule] = []
        for declared in taken.arguments:
            if "only_for" in declared.attributes:
                found += self._only_for(declared, rules)
        return (*found, *rules.resolve(doc.rules, place / "rules"))

    def _only_for(self, declared: Declaration, rules: Rules) -> list[ArgumentRule]:
        condition = declared.attributes["only_for"]
        when = rules.condition(condition.value, condition.place)
        if when is None:
            return []
        about: _About = {"argument": declared.name, "when": when, "ground": condition.ground}
        found: list[ArgumentRule] = [AppliesWhen(severity="warning", **about)]
        if declared.attributes.value("required"):
            found.append(RequiredWhen(**about))
        keys = {"erratum": condition.erratum_place}
        return [self.origins.note(rule, condition.place, keys) for rule in found]

    def _conditional(self, argument: Argument, rules: Sequence[ArgumentRule]) -> Argument:
        """A required argument knows if a rule says when it is needed."""
        named = any(
            (isinstance(rule, RequiredWhen) and rule.argument == argument.name)
            or (isinstance(rule, OneOfRequired) and argument.name in rule.arguments)
            for rule in rules
        )
        if not (argument.required and named):
            return argument
        return self.origins.same(replace(argument, conditional=True), argument)

    def _encodings(self, doc: OperationDoc, method: str, place: Place) -> Encodings:
        stated = doc.encoding or ("query" if method in _IN_QUERIES else self.api.encoding)
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
        single = single_of(arguments)
        if single is None or "GET" not in stated:
            return tuple(stated[1:])
        if doc.method is not None:
            message = f"{quoted(single.name)} needs a body, which a GET has not; leave it out"
            self.problems.add((place / "method").position, "encoding", message)
        return tuple(each for each in stated[1:] if each != "GET")

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

    def _returns(
        self, doc: OperationDoc, place: Place, statuses: Mapping[int, ValueType | None]
    ) -> ValueType | None:
        if doc.returns is None:
            return None
        if statuses:
            return next((of for of in statuses.values() if of is not None), None)
        if isinstance(doc.returns, dict):
            return self.origins.note(BooleanType(), place / "returns")
        return self.types.resolve(attributes_of(doc.returns, place / "returns"), place / "returns")
