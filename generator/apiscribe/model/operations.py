"""Operations: what is sent, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from apiscribe.model.arguments import Argument, Constant
from apiscribe.model.authentication import Alternatives
from apiscribe.model.contents import word
from apiscribe.model.deprecation import Deprecation
from apiscribe.model.failures import JSON
from apiscribe.model.limits import Limit
from apiscribe.model.paging import Paging
from apiscribe.model.rules import ArgumentRule, left_out_by
from apiscribe.model.streams import Stream
from apiscribe.model.values import FileType, ObjectRef, TextType, ValueType
from apiscribe.model.whole_urls import WholeUrl
from apiscribe.runtime.semantics import conditions

Effect = Literal["read", "create", "change", "delete"]
Encoding = Literal["form", "multipart", "json", "query", "raw"]


HEADERS = "headers"
"""The kind of example that has the headers of a response."""
NEXT = "next"
"""The kind of example that has the page behind the first one."""
EVENT = "event"
"""The kind of example that has the body of a delivery."""


class Example(Struct, frozen=True, kw_only=True):
    """A documented example: what was sent (by which client), or what was answered."""

    kind: str
    """`curl`, `node`, `response`, the status of another response; `headers`, `202.headers`;
    `next`, the page behind the documented one, and `next.headers`."""
    path: str
    """The file, relative to the spec directory."""
    value: object

    @property
    def is_request(self) -> bool:
        return self.kind in ("curl", "node")


class Pending(Struct, frozen=True, kw_only=True):
    """Under which status a response says that nothing is ready yet."""

    status: int
    seconds: int
    """After how long to ask again, where the response does not say."""


class Operation(Struct, frozen=True, kw_only=True):
    resource: str
    name: str
    method: str
    path: str
    other_methods: tuple[str, ...] = ()
    """With which the service takes it besides."""
    url: WholeUrl | None = None
    """What it is sent to instead; `path` is then where a stub has it."""
    aliases: tuple[str, ...]
    """Further addresses that answer alike."""
    section: str
    summary: str
    effect: Effect
    arguments: tuple[Argument, ...]
    rules: tuple[ArgumentRule, ...]
    encoding: Encoding
    """How the body is written; `raw` is a file and nothing else."""
    also: tuple[Literal["form", "json"], ...] = ()
    """How the service takes it besides; beside `multipart`, `json` is sent where no file is."""
    returns: ValueType | None
    part: ValueType | None = None
    """The same where callers say which fields there are,"""
    part_statuses: Mapping[int, ValueType | None] = field(default_factory=dict)
    """and what each status then returns."""
    stream: Stream | None = None
    """How what is returned comes item by item, if it does; it is a list then."""
    head: ObjectRef | None = None
    """What headers say beside a file or a text that is returned."""
    unwrap: tuple[str, ...] = ()
    """The keys in the response under which stands what is returned."""
    beside: ObjectRef | None = None
    """What a response has beside what is unwrapped."""
    wrap: tuple[str, ...] = ()
    """The keys in the body of a request under which the arguments stand."""
    json_part: str | None = None
    """The part of a form that holds, as JSON, all that is no file."""
    json_sent: str = JSON
    """What JSON is called in a request,"""
    json_answered: str = JSON
    """and in a response."""
    json_by_any_name: bool = False
    """Whether the service reads a body as JSON whatever it is called."""
    truths: Mapping[int, bool] = field(default_factory=dict)
    """What each status means, where the status alone is the response."""
    statuses: Mapping[int, ValueType | None] = field(default_factory=dict)
    """What each status returns, where there are several; None for nothing."""
    pending: Pending | None = None
    documented_as: str | None = None
    """What the page's own library calls it."""
    description: str | None = None
    paging: Paging | None = None
    limits: tuple[Limit, ...] = ()
    examples: tuple[Example, ...] = ()
    errors: tuple[str, ...] = ()
    """What its calls may end in, by the names of the exceptions."""
    authentication: Alternatives | None = None
    """Schemes, where they are not those of the API; empty for none."""
    scopes: tuple[tuple[str, ...], ...] = ()
    """What a token has to be good for: of each of these, one."""
    server: str | None = None
    envelope: str | None = None
    """How it tells failures, if not as the API does."""
    redirects: bool = False
    """Whether a response may lead to where it is kept."""
    conditional: tuple[Literal["etag", "last_modified"], ...] = ()
    """By what callers may say which version they know."""
    etag_key: str = ""
    """Under which key of what is returned the version is, where no header says it."""
    holds: int | None = None
    """How many seconds the service may hold a request before it answers, if no argument says it."""
    deprecated: Deprecation | None = None
    constants: tuple[Constant, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.resource}.{self.name}"

    @property
    def methods(self) -> tuple[str, ...]:
        """With what the service takes it: as clients send it, and otherwise."""
        return (self.method, *self.other_methods)

    @property
    def encodings(self) -> tuple[Encoding, ...]:
        """How the service takes a body: as clients send it, and otherwise."""
        return (self.encoding, *self.also)

    @property
    def is_foreign(self) -> bool:
        """Whether it may be sent to a host that is no part of the API."""
        return self.url is not None and self.url.is_foreign

    @property
    def all_in_json(self) -> bool:
        """Whether all that stands in its body is JSON, files aside, however it is sent."""
        return self.encodings == ("json",) or self.json_part is not None

    @property
    def in_lines(self) -> bool:
        """Whether its body is lines of JSON."""
        return any(each.in_lines for each in self.arguments)

    @property
    def may_be_unchanged(self) -> bool:
        """Whether a response may say that nothing has changed."""
        return bool(self.conditional) and self.effect == "read"

    @property
    def condition_arguments(self) -> tuple[Argument, ...]:
        """In which callers say which version they know."""
        found = (each for each in self.arguments if each.name in conditions.ARGUMENTS)
        return tuple(found) if self.conditional else ()

    @property
    def answered(self) -> tuple[ValueType, ...]:
        """All that it may return, and what stands beside that."""
        return (*self.returned, *(of for of in (self.head, self.beside) if of is not None))

    @property
    def returned(self) -> tuple[ValueType, ...]:
        """All that it may return."""
        several = tuple(of for of in self.statuses.values() if of is not None)
        return several or (() if self.returns is None else (self.returns,))

    @property
    def in_part(self) -> Operation:
        """The same as it is where callers say which fields there are."""
        return replace(self, returns=self.part, statuses=self.part_statuses)

    @property
    def main_status(self) -> int:
        """The status of what is documented first."""
        return next((status for status, of in self.statuses.items() if of is self.returns), 200)

    @property
    def content_types(self) -> tuple[str, ...] | None:
        """The media types of a response that is no JSON, of any for none; None if it is JSON."""
        match self.returns:
            case FileType(media_types=kinds):
                return kinds
            case TextType(media_types=kinds) if kinds:
                return kinds
            case _:
                return None

    @property
    def other_contents(self) -> tuple[str, ...]:
        """The media types of a response that have an example each, beside the first one's."""
        return tuple(kind for kind in (self.content_types or ())[1:] if "*" not in kind)

    def examples_in(self, kind: str) -> tuple[Example, ...]:
        """The example of a response in a media type, if there is one."""
        return tuple(each for each in self.examples if each.kind == word(kind))

    @property
    def has_body(self) -> bool:
        """Whether something of its own stands in its body."""
        arguments = any(each.location == "body" for each in self.arguments)
        return arguments or any(each.location == "body" for each in self.constants)

    @property
    def beside_wrap(self) -> tuple[Argument | Constant, ...]:
        """What stands in the body beside the keys that wrap the rest."""
        named: list[Argument | Constant] = [*self.arguments, *self.constants]
        return tuple(each for each in named if not each.wrapped)

    @property
    def has_files(self) -> bool:
        """Whether it takes files, which are sent while they are read."""
        return self.encoding in ("multipart", "raw")

    def headers_of(self, example: Example) -> Example | None:
        """The headers that go with the example of a response."""
        mark = f"{example.kind}." if example.kind.isdecimal() or example.kind == NEXT else ""
        return self.example(f"{mark}{HEADERS}")

    def example(self, kind: str) -> Example | None:
        return next((e for e in self.examples if e.kind == kind), None)

    def argument(self, name: str) -> Argument:
        return next(a for a in self.arguments if a.name == name)

    @property
    def made_at_times(self) -> frozenset[str]:
        """What the client makes only where no rule says that it has no effect."""
        made = {a.name for a in self.arguments if a.idempotency_key or a.counts}
        named = {name for rule in self.rules for name in left_out_by(rule)}
        return frozenset(made & named)

    @property
    def selecting(self) -> tuple[Argument, ...]:
        """In which callers say which fields there are in what is returned."""
        return tuple(each for each in self.arguments if each.selects is not None)

    @property
    def always_required(self) -> tuple[str, ...]:
        """The arguments that no call may leave out."""
        return tuple(a.name for a in self.arguments if a.always_required)


class Resource(Struct, frozen=True, kw_only=True):
    name: str
    section: str
    summary: str
    operations: tuple[Operation, ...]
    on_client: bool = False
    """Whether its operations are methods of the client itself."""
