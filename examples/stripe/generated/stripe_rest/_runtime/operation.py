"""Operations as data, which the generated package fills in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from .authentication import Alternatives
    from .content import Content
    from .encoding.bindings import Bindings
    from .encoding.wire import Wire
    from .head import Head
    from .item_format import ItemFormat
    from .pages import AnyPages


class NumberPages(Struct, frozen=True, kw_only=True):
    """Pages by number. `page` and `size` name arguments, `count` a key of the response."""

    page: str
    size: str
    count: str


class TokenPages(Struct, frozen=True, kw_only=True):
    """Pages by a token, which has the same name in a response and in the next request."""

    token: str
    lifetime: int | None = None


class Limit(Struct, frozen=True, kw_only=True):
    """At most `requests` in any `seconds`, shared by all operations of `group`."""

    group: str
    requests: int
    """0 if that is not known, and only responses tell what is left."""
    seconds: int
    several: bool = False
    """Whether the group has other windows as well."""
    per: Literal["key", "operation", "method", "argument"] = "key"
    """What has a window of its own: each key, and of it each operation, method or value."""
    argument: str = ""
    cost: int = 1
    """As how many requests a call of the operation counts, and"""
    dearest: int = 1
    """as how many the dearest call of the group does."""

    @property
    def pace(self) -> float:
        """Seconds that one request more takes on average; 0 if that is not known."""
        return self.seconds / self.requests if self.requests else 0

    def bucket(self, operation: Operation, arguments: Mapping[str, object]) -> str:
        """What its requests are counted under, of one key."""
        name = f"{self.group}/{self.seconds}" if self.several else self.group
        match self.per:
            case "operation":
                return f"{name}:{operation.id}"
            case "method":
                return f"{name}:{operation.method}"
            case "argument":
                return f"{name}:{digest(arguments.get(self.argument))}"
            case _:
                return name


def digest(value: object) -> str:
    """Stands for a value in places where it must not be read."""
    return hashlib.blake2s(str(value).encode(errors="replace"), digest_size=8).hexdigest()


WITH_FILES = ("multipart", "raw")
"""Encodings of bodies that are sent while they are read."""


class WholeUrl(Struct, frozen=True, kw_only=True):
    """The address that an operation is sent to, where a response has handed it out."""

    argument: str
    handed_out_by: Mapping[str, tuple[str, ...]] = {}
    """Operation -> the keys of its response."""
    where: Mapping[str, Mapping[str, str]] = {}
    """Operation -> what stands beside the address in the link that is meant, of several."""
    servers: tuple[str, ...] | None = None
    """Of the API's own servers, those that it may lead to besides the usual one; None if it may
    lead anywhere, and nobody there learns who asks."""


class Operation(Struct, frozen=True, kw_only=True):
    """One operation of the API."""

    id: str
    method: str
    path: str
    url: WholeUrl | None = None
    """What it is sent to instead; `path` is then where a stub has it."""
    effect: Literal["read", "create", "change", "delete"]
    section: str
    arguments: Mapping[str, Wire]
    """How each argument is encoded, by its name on the wire, in the order of the documentation."""
    encoding: Literal["form", "multipart", "json", "query", "raw"] = "form"
    other_methods: tuple[str, ...] = ()
    """With which the service takes it besides."""
    also: tuple[Literal["form", "json"], ...] = ()
    """How the service takes a body besides; beside `multipart`, `json` is sent where no file is."""
    renamed: Mapping[str, str] = {}
    """Python name -> name on the wire, where they differ."""
    in_path: tuple[str, ...] = ()
    in_query: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    """Arguments of every operation, which clients are made with."""
    sensitive: frozenset[str] = frozenset()
    hides: frozenset[str] = frozenset()
    """Keys inside of arguments whose values are never shown."""
    deprecated: frozenset[str] = frozenset()
    """Arguments that the API's page advises against."""
    advice: Mapping[str, str] = {}
    """What the page says of them, and under the operation's id of itself, if it is deprecated."""
    aliases: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    pages: NumberPages | TokenPages | AnyPages | None = None
    selects: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """Arguments that say which fields there are, each with where in the response, by dotted keys,
    and the keys that are always there."""
    heads: Mapping[int, Head] = {}
    """Status, or 0 for any -> how an object is told that is not in the body alone."""
    unwrap: tuple[str, ...] = ()
    """The keys in a response under which stands what is returned."""
    wrap: tuple[str, ...] = ()
    """The keys in a body of a request under which stand the arguments."""
    json_part: str | None = None
    """The part of a form that holds, as JSON, all that is no file."""
    json_sent: str = "application/json"
    """What JSON is called in a request,"""
    json_answered: str = "application/json"
    """and in a response."""
    json_in_lines: bool = False
    """Whether each line of a body is an item of the list that it is."""
    json_by_any_name: bool = False
    """Whether the service reads a body as JSON whatever it is called."""
    statuses: Mapping[int, bool] = {}
    """Statuses that return different things, the usual one first: whether each returns anything."""
    truths: Mapping[int, bool] = {}
    """What each status means, where the status alone is the response."""
    authentication: Alternatives | None = None
    """The schemes that it uses, where they are not those of the API; `()` for none."""
    content: Content | None = None
    """What a response holds, if that is no JSON."""
    stream: ItemFormat | None = None
    """How a response tells what is yielded item by item, if anything is."""
    redirects: bool = False
    """Whether a response may be a redirect to where it is kept, which is followed."""
    pending: tuple[int, int] | None = None
    """The status of a response that says that nothing is ready yet, and after how many seconds to
    ask again where it does not say."""
    pending_told: tuple[str, str, int] | None = None
    """The key or the header (in lower case) where it does, before Retry-After, and how many of its
    units are a second."""
    conditional: bool = False
    """Whether callers may say which version they know."""
    etag_key: str = ""
    """Under which key of the body the version is, which callers then send without quotes."""
    server: str | None = None
    """The server that it is sent to, if not the one of the API."""
    envelope: str | None = None
    """How it tells failures, if not as the API does."""
    bindings: Bindings | None = None
    holds: tuple[str, float, float] | None = None
    """The argument that says how long the service may hold a request, if one does, its unit in
    seconds, and how many it holds one without it."""

    def held(self, arguments: Mapping[str, object]) -> float:
        """Seconds that the service may take before it answers, besides the usual."""
        if self.holds is None:
            return 0
        name, unit, default = self.holds
        given = arguments.get(name, default)
        return max(given, 0) * unit if isinstance(given, int | float) else 0

    def wrap_of(self, name: str) -> tuple[str, ...]:
        """The keys in a body under which an argument stands."""
        is_beside = self.bindings is not None and name in self.bindings.beside
        return () if is_beside else self.wrap

    @property
    def takes_body(self) -> bool:
        """Whether something of its own may stand in its body: not what goes with every request."""
        elsewhere = {*self.in_path, *self.in_query, *self.common}
        if self.bindings is not None:
            elsewhere |= {*self.bindings.headers, *self.bindings.cookies}
        return not self._all_names <= elsewhere

    @property
    def of_query(self) -> frozenset[str]:
        """Arguments and constants that are in the query."""
        if self.encoding != "query":
            return frozenset(self.in_query)
        return self._all_names - {*self.in_path}

    @property
    def of_body(self) -> frozenset[str]:
        """Those that are in the body, if not in headers or cookies."""
        if self.encoding == "query":
            return frozenset()
        return self._all_names - {*self.in_path, *self.in_query}

    @property
    def _all_names(self) -> frozenset[str]:
        constants = () if self.bindings is None else self.bindings.constants
        return frozenset((*self.arguments, *constants))

    @property
    def accept(self) -> str:
        if self.stream is not None:
            return self.stream.accept
        return self.json_answered if self.content is None else self.content.accept

    @property
    def repeatable(self) -> bool:
        """Whether it may be sent twice."""
        if self.effect == "read":
            return True
        return self.bindings is not None and self.bindings.key is not None
