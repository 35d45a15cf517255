"""Sources to documents.

A file with something wrong in one entry still yields its others, so that what is wrong
with those, and between files, is found in the same run. What had to be left out is
remembered: that a name is missing is no news if we dropped it ourselves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from apiscribe.document.api import ApiDoc
from apiscribe.document.base import Document
from apiscribe.document.documents import Documents, Located
from apiscribe.document.failures import FaultsDoc
from apiscribe.document.files import (
    ErrataDoc,
    ErrorsDoc,
    ListDoc,
    ResourceDoc,
    TypesDoc,
)
from apiscribe.document.limits import RateLimitsDoc
from apiscribe.document.messages import Finding, empty, findings, first_of, holds_entries
from apiscribe.document.state import StateDoc
from apiscribe.document.webhooks import WebhooksDoc
from apiscribe.load.source import Path, Place, SourceFile
from apiscribe.load.sources import Spec
from apiscribe.problems import Problems, did_you_mean

D = TypeVar("D", bound=Document)

_LOST = ("unknown-file", "unreadable")
"""Problems with files of which we do not know what they were to say."""

_ENTRY_DEPTH = 2
"""How far below the top of a file its entries are: `operations`, `create`."""


def read_documents(spec: Spec, problems: Problems) -> Documents:
    documents = Documents(spec, Located(ApiDoc.model_validate(_STAND_IN), Place(_nothing(spec))))
    reader = _Reader(documents, problems)
    documents.api = reader.api() or documents.api
    documents.errors = reader.single("errors.yaml", ErrorsDoc)
    documents.rate_limits = reader.single("rate_limits.yaml", RateLimitsDoc)
    documents.webhooks = reader.single("webhooks.yaml", WebhooksDoc)
    documents.errata = reader.single("errata.yaml", ErrataDoc)
    documents.types = reader.all("types", TypesDoc)
    documents.lists = reader.all("lists", ListDoc)
    documents.resources = reader.all("resources", ResourceDoc)
    documents.state = reader.all("state", StateDoc)
    documents.examples = spec.below("examples")
    _require(documents, problems)
    return documents


def _require(documents: Documents, problems: Problems) -> None:
    spec = documents.spec
    for path in ("api.yaml", "errors.yaml"):
        if path not in spec.contents:
            problems.add(spec.shown(path), "missing-file", "every spec has this file")
            documents.dropped.add((path.removesuffix(".yaml"),))
    if not any(path.startswith("resources/") for path in spec.contents):
        message = "a spec has at least one file of operations"
        problems.add(spec.shown("resources"), "missing-file", message)
        documents.dropped.add(("resources",))


class _Reader:
    """Validates sources, dropping entries that are wrong."""

    def __init__(self, documents: Documents, problems: Problems) -> None:
        self._spec = documents.spec
        self._dropped = documents.dropped
        self._problems = problems
        for path in self._spec.contents:
            if path not in self._spec.sources:  # could not be read at all
                self._drop(path, ())
        if any(problem.rule in _LOST for problem in self._spec.problems):
            self._dropped.update(
                (kind,) for kind in ("errata", "errors", "types", "lists", "resources")
            )

    def single(self, path: str, model: type[D]) -> Located[D] | None:
        source = self._spec.sources.get(path)
        return self._read(source, model) if source else None

    def all(self, directory: str, model: type[D]) -> list[Located[D]]:
        read = (self._read(source, model) for source in self._spec.below(directory))
        return [located for located in read if located is not None]

    def api(self) -> Located[ApiDoc] | None:
        """What is wrong with `api.yaml` is made up for, so that all else can be understood."""
        source = self._spec.sources.get("api.yaml")
        if source is None:
            return None
        value = self._made_up_for(source.value, source.damaged)
        doc, found = self._understood(source, ApiDoc, value)
        if source.damaged or found:
            self._drop("api.yaml", ())
        if found or doc is None:
            value = self._made_up_for(value, [finding.path for finding in found])
            doc = ApiDoc.model_validate(value)
        return Located(doc, Place(source))

    def _made_up_for(self, value: object, wrong: Collection[Path]) -> object:
        if not wrong:
            return value
        keys = {path[0] for path in wrong if path}
        sound = value if isinstance(value, dict) else {}
        return {**_STAND_IN, **{key: sound[key] for key in sound if key not in keys}}

    def _read(self, source: SourceFile, model: type[D]) -> Located[D] | None:
        value = self._without(source, model, source.value, source.damaged)
        if value is None:
            return None
        doc, found = self._understood(source, model, value)
        if any(_is_of_a_name(finding) for finding in found):
            self._drop(source.file, ())  # what others call it, nobody knows
        if found or doc is None:
            doc = self._rest(source, model, value, found)
        return None if doc is None else Located(doc, Place(source))

    def _rest(
        self, source: SourceFile, model: type[D], value: object, found: Collection[Finding]
    ) -> D | None:
        """What a file says without its wrong entries, if anything."""
        value = self._without(source, model, value, [finding.path for finding in found])
        try:
            return None if value is None else model.model_validate(value)
        except ValidationError:  # what is left is no such file any more
            self._drop(source.file, ())
            return None

    def _without(
        self, source: SourceFile, model: type[Document], value: object, wrong: Collection[Path]
    ) -> object | None:
        """A file without its wrong entries; None if all of it is wrong."""
        for path in {path[: _depth(model, path)] for path in wrong}:
            # What a wrong key at the top was meant to hold, nobody knows.
            self._drop(source.file, path if len(path) == _ENTRY_DEPTH else ())
            if not path:
                return None
            if path[0] == "errors" and (name := _reach(value, (*path, "name"))) is not None:
                self._dropped.add(("errors", str(name)))  # others call it so
            value = _without(value, path)
        return value

    def _understood(
        self, source: SourceFile, model: type[D], value: object
    ) -> tuple[D | None, list[Finding]]:
        """The document, if it is one, and what is wrong.

        That nothing is left of what was emptied is no news.
        """
        doc, found = None, [empty(path) for path in _empty_values(value, ())]
        try:
            doc = model.model_validate(value)
        except ValidationError as error:
            found += findings(model, error)
        told = (each for each in first_of(found) if not _is_emptied(each.path, source.value, value))
        self._problems.update(finding.problem(source) for finding in told)
        return doc, found

    def _drop(self, file: str, path: Path) -> None:
        kind = PurePosixPath(file).parts[0].removesuffix(".yaml")
        self._dropped.add(path or (kind,))


def _depth(model: type[Document], path: Path) -> int:
    """How many keys lead to what is left out where something is wrong: an entry, or all of a key.

    A list of ids is whole or it is nothing.
    """
    if model is ListDoc:
        return 0
    return _ENTRY_DEPTH if path and holds_entries(model, str(path[0])) else 1


def _is_of_a_name(found: Finding) -> bool:
    """Whether it is about the name of an error, which may be misspelt."""
    if found.path[:1] != ("errors",) or len(found.path) != len(("errors", "code", "name")):
        return False
    key = found.path[-1]
    return key == "name" or (found.rule == "unknown-key" and bool(did_you_mean(key, ["name"])))


def _is_emptied(path: Path, before: object, after: object) -> bool:
    """Whether nothing is left of what had something that was wrong itself."""
    return _reach(after, path) in ({}, []) and bool(_reach(before, path))


def _reach(value: object, path: Path) -> object:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _without(value: object, path: Path) -> object:
    """A copy of nested mappings that lacks one key."""
    if not isinstance(value, dict):
        return value
    key, *inner = path
    kept = {k: v for k, v in value.items() if k != key}
    if inner and key in value:
        return {**value, key: _without(value[key], tuple(inner))}
    return kept


_TAKEN_AWAY = ("unwrap", "wrap", "beside", "envelope")
"""Keys of an operation that may say that it has nothing of what the API has."""


def _may_be_empty(path: Path) -> bool:
    """Where null says something: it takes a key of a group or of the API away, or is JSON."""
    for beside in (("envelope", "beside"), ("envelopes", *path[1:2], "beside")):
        if path[: len(beside)] == beside:
            return len(path) > len(beside)
    return path[-3:-2] == ("override",) or (
        path[:1] == ("operations",) and len(path) == 3 and path[2] in _TAKEN_AWAY
    )


def _empty_values(value: object, path: Path) -> Iterator[Path]:
    """Where nothing stands; in an override that is how a key is removed."""
    if value is None and not _may_be_empty(path):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _empty_values(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _empty_values(inner, (*path, index))


def _nothing(spec: Spec) -> SourceFile:
    return SourceFile("api.yaml", spec.shown("api.yaml").file, {}, {}, {})


_STAND_IN = {
    **dict.fromkeys(("title", "version", "summary", "page"), "unknown"),
    "package": "unknown",
    "distribution": "unknown",
    "client_class": "UnknownClient",
    "error_base": "UnknownError",
    "environment_prefix": "UNKNOWN",
    "base_url": "http://localhost",
    "method": "POST",
    "encoding": "form",
    "authentication": {"scheme": "arguments", "credentials": {"unknown": {"doc": "Unknown."}}},
    "envelope": {
        "code": "code",
        "message": "message",
        "status": 200,
        "faults": dict.fromkeys(FaultsDoc.model_fields, 0),
    },
}
"""Stands for the parts of `api.yaml` that are missing or wrong; nothing is made from it."""
