"""All documents of a spec, and what had to be left out of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from apiscribe.document.api import ApiDoc
from apiscribe.document.base import Document
from apiscribe.document.files import ErrataDoc, ErrorsDoc, ListDoc, ResourceDoc, TypesDoc
from apiscribe.document.limits import RateLimitsDoc
from apiscribe.document.state import StateDoc
from apiscribe.document.webhooks import WebhooksDoc
from apiscribe.load.source import Path, Place, SourceFile
from apiscribe.load.sources import Spec

D = TypeVar("D", bound=Document)


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
    state: list[Located[StateDoc]] = field(default_factory=list)
    examples: list[SourceFile] = field(default_factory=list)
    dropped: set[Path] = field(default_factory=set)
    """What was left out: `("values", "page_size")`, or `("types",)` for a whole file."""

    @property
    def all_operations(self) -> bool:
        """Whether no operation was left out; if not, what seems to be missing may be that one."""
        # What an operation does to state goes by its id, which has a point.
        names = (path[-1] for path in self.dropped if path[0] in ("operations", "resources"))
        return all("." in str(name) for name in names)

    def lacks_object(self, name: str) -> bool:
        """Whether an object is not there because it is wrong itself."""
        return ("objects", name) in self.dropped or ("types",) in self.dropped

    def lacks_operation(self, id: str) -> bool:
        """Whether an operation is not there because it is wrong itself."""
        name = id.rpartition(".")[2]
        return ("operations", name) in self.dropped or ("resources",) in self.dropped
