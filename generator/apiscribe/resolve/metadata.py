"""Errors, lists, errata and the API's own facts."""

from __future__ import annotations

from collections.abc import Collection

from apiscribe.document import Documents
from apiscribe.document.api import CommonDoc
from apiscribe.document.files import ErratumDoc
from apiscribe.load.source import Place
from apiscribe.model import (
    CommonArgument,
    Erratum,
    Location,
    Operation,
    ValueList,
)
from apiscribe.problems import Problems, did_you_mean, did_you_mean_a_part, quoted
from apiscribe.resolve.arguments import ArgumentResolver, Declaration
from apiscribe.resolve.attributes import attributes_of
from apiscribe.resolve.bindings import with_keys_of_api
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins


def value_lists(names: Names, origins: Origins, problems: Problems) -> dict[str, ValueList]:
    lists: dict[str, ValueList] = {}
    for name, declared in names.lists.items():
        doc, place = declared.doc, declared.place
        if name != doc.list:
            message = f"the file is called {quoted(name)}, its list {quoted(doc.list)}"
            problems.add(place.position, "bad-name", message)
        built = ValueList(name=name, section=doc.section, values=dict(doc.values))
        lists[name] = origins.note(built, Place(place.source))
    return lists


def common_arguments(
    documents: Documents, arguments: ArgumentResolver
) -> tuple[CommonArgument, ...]:
    api = documents.api

    def common(name: str, doc: CommonDoc) -> CommonArgument:
        place = api.place / "common" / name
        attributes = attributes_of(doc, place)
        attributes.pop("case_insensitive", None)
        location: Location = "query" if api.doc.encoding == "query" else "body"
        argument = arguments.build(Declaration(name, attributes, place), frozenset(), location)
        if doc.only_for is not None:
            message = "an argument that every operation takes has no condition"
            position = (place / "only_for").key_position
            arguments.problems.add(position, "unsuitable-key", message)
        if doc.required:
            message = "an argument that every operation takes is never required; what has to be "
            message += "there is a credential, or a `constant`"
            arguments.problems.add((place / "required").key_position, "unsuitable-key", message)
        return CommonArgument(
            argument=argument,
            case_insensitive=doc.case_insensitive,
            is_beside=doc.location in (None, location),
        )

    found = {
        name: common(name, doc)
        for name, doc in api.doc.common.items()
        if isinstance(doc, CommonDoc)
    }
    place = api.place / "common"
    return tuple(
        each
        for name, each in found.items()
        if not with_keys_of_api(name, each.argument, arguments.problems, place)
    )


def errata(
    documents: Documents, operations: Collection[Operation], problems: Problems
) -> tuple[Erratum, ...]:
    if documents.errata is None:
        return ()
    place = documents.errata.place / "errata"
    ids = [operation.id for operation in operations]
    requests = [
        f"{operation.id}.{example.kind}"
        for operation in operations
        for example in operation.examples
        if example.is_request
    ]
    found = []
    for name, doc in documents.errata.doc.errata.items():
        for index, operation in enumerate(doc.operations):
            if operation not in ids and not documents.lacks_operation(operation):
                message = f"there is no operation {quoted(operation)}"
                hint = did_you_mean_a_part(operation, ids, ".") or (
                    "; if it was removed, it goes here too"
                )
                position = (place / name / "operations" / index).position
                problems.add(position, "unknown-name", message + hint)
        for index, example in enumerate(doc.examples):
            owner = example.rpartition(".")[0]
            if example not in requests and not documents.lacks_operation(owner):
                message = f"there is no example {quoted(example)} of a request"
                position = (place / name / "examples" / index).position
                problems.add(position, "unknown-name", message + did_you_mean(example, requests))
        found.append(_erratum(name, doc))
    return tuple(found)


def _erratum(name: str, doc: ErratumDoc) -> Erratum:
    return Erratum(
        name=name,
        section=doc.section,
        prints=doc.prints,
        does=doc.does,
        why=doc.why,
        operations=tuple(doc.operations),
        examples=tuple(doc.examples),
    )
