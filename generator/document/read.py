"""Sources to documents.

A file with something wrong in one entry still yields its others, so that what is wrong
with those, and between files, is found in the same run. What had to be left out is
remembered: that a name is missing is no news if we dropped it ourselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from pydantic import ValidationError

from generator.document.api import ApiDoc, FaultsDoc
from generator.document.base import Document
from generator.document.files import (
    ErrataDoc,
    ErrorsDoc,
    ListDoc,
    RateLimitsDoc,
    ResourceDoc,
    TypesDoc,
    WebhooksDoc,
)
from generator.document.messages import Finding, empty, findings
from generator.load.source import Path, Place, Source
from generator.load.sources import Spec
from generator.problems import Problems

D = TypeVar("D", bound=Document)

_ENTRY_DEPTH = 2
"""How far below the top of a file its entries are: `operations`, `create`."""


@dataclass(frozen=True, slots=True)
class Located(Generic[D]):
    """A document and where it stands."""

    doc: D
    place: Place

    @property
    def stem(self) -> str:
        return PurePosixPath(self.place.source.file).stem


@dataclass(slots=True)
class Documents:
    """Everything that the spec says, as far as it can be understood."""

    spec: Spec
    api: Located[ApiDoc]
    """A stand-in, as far as the file has to be left out."""
    errors: Located[ErrorsDoc] | None = None
    rate_limits: Located[RateLimitsDoc] | None = None
    webhooks: Located[WebhooksDoc] | None = None
    errata: Located[ErrataDoc] | None = None
    types: list[Located[TypesDoc]] = field(default_factory=list)
    lists: list[Located[ListDoc]] = field(default_factory=list)
    resources: list[Located[ResourceDoc]] = field(default_factory=list)
    examples: list[Source] = field(default_factory=list)
    dropped: set[Path] = field(default_factory=set)
    """What was left out: `("values", "page_size")`, or `("types",)` for a whole file."""


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


class _Reader:
    """Validates sources, dropping entries that are wrong."""

    def __init__(self, documents: Documents, problems: Problems) -> None:
        self._spec = documents.spec
        self._dropped = documents.dropped
        self._problems = problems
        for path in self._spec.contents:
            if path not in self._spec.sources:  # could not be read at all
                self._drop(path, ())

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
        found = self._findings(source, ApiDoc)
        value = source.value if isinstance(source.value, dict) else {}
        if found:
            self._drop("api.yaml", ())
            bad = {finding.path[0] for finding in found if finding.path}
            value = {**_STAND_IN, **{k: v for k, v in value.items() if k not in bad}}
        return Located(ApiDoc.model_validate(value), Place(source))

    def _read(self, source: Source, model: type[D]) -> Located[D] | None:
        value = source.value
        if found := self._findings(source, model):
            value = deepcopy(value)
            for finding in found:
                self._prune(source, value, finding)
        try:
            return Located(model.model_validate(value), Place(source))
        except ValidationError:
            self._drop(source.file, ())
            return None

    def _findings(self, source: Source, model: type[Document]) -> list[Finding]:
        found = [empty(path) for path in _empty_values(source.value, ())]
        try:
            model.model_validate(source.value)
        except ValidationError as error:
            found += findings(model, error)
        self._problems.update(finding.problem(source) for finding in found)
        return found

    def _prune(self, source: Source, value: object, finding: Finding) -> None:
        """Take out what a finding is about: an unknown key alone, else its whole entry."""
        path = finding.path
        if finding.rule != "unknown-key":
            path = path[:_ENTRY_DEPTH]
            self._drop(source.file, path)
        for key in path[:-1]:
            if not isinstance(value, dict) or key not in value:
                return  # taken out already
            value = value[key]
        if isinstance(value, dict) and path:
            value.pop(path[-1], None)

    def _drop(self, file: str, path: Path) -> None:
        kind = PurePosixPath(file).parts[0].removesuffix(".yaml")
        self._dropped.add(path or (kind,))


def _empty_values(value: object, path: Path) -> Iterator[Path]:
    """Where nothing stands; in an override that is how a key is removed."""
    if value is None and path[-3:-2] != ("override",):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _empty_values(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _empty_values(inner, (*path, index))


def _nothing(spec: Spec) -> Source:
    return Source("api.yaml", spec.shown("api.yaml").file, {}, {}, {})


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
