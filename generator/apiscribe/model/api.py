"""One API as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from apiscribe.model.arguments import PLAIN_STYLE, Argument
from apiscribe.model.authentication import Authentication
from apiscribe.model.failures import Envelope, ErrorCode, FailureField, by_any_name
from apiscribe.model.limits import ToldLimits
from apiscribe.model.objects import ObjectType, ValueList
from apiscribe.model.operations import Operation, Resource
from apiscribe.model.servers import Servers
from apiscribe.model.state import State
from apiscribe.model.values import TextType, ValueType
from apiscribe.model.webhooks import Webhooks


class CommonArgument(Struct, frozen=True, kw_only=True):
    argument: Argument
    case_insensitive: bool = False
    is_beside: bool = True
    """Whether it stands where the arguments of each operation do."""

    @property
    def is_plain(self) -> bool:
        """Whether it is a text beside the arguments, wherever those are, under its own name."""
        each = self.argument
        is_renamed = each.wire_name != each.name or each.style != PLAIN_STYLE
        return self.is_beside and not is_renamed and isinstance(each.type, TextType)


class Erratum(Struct, frozen=True, kw_only=True):
    name: str
    section: str
    prints: str
    does: str
    why: str
    operations: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    """Requests that break a rule, such as `user.create.curl`."""


class Api(Struct, frozen=True, kw_only=True):
    spec_name: str
    """What the directory is called that all of this is written in."""
    title: str
    version: str
    package: str
    distribution: str
    release: str
    """The version of the distribution; `version` is that of the API."""
    client_class: str
    error_base: str
    environment_prefix: str
    page: str
    """Where the transcribed page was published."""
    summary: str
    servers: Servers
    authentication: Authentication
    common: tuple[CommonArgument, ...]
    envelope: Envelope
    envelopes: Mapping[str, Envelope]
    """Other ways to tell a failure, which operations name."""
    resources: tuple[Resource, ...]
    values: Mapping[str, ValueType]
    objects: Mapping[str, ObjectType]
    lists: Mapping[str, ValueList]
    errors: tuple[ErrorCode, ...]
    errata: tuple[Erratum, ...]
    webhooks: Webhooks | None = None
    told_limits: ToldLimits | None = None
    state: State | None = None

    @property
    def base_url(self) -> str:
        return self.servers.servers[0].url

    @property
    def operations(self) -> tuple[Operation, ...]:
        return tuple(o for r in self.resources for o in r.operations)

    def operation(self, id: str) -> Operation:
        return next(each for each in self.operations if each.id == id)

    @property
    def placed_common(self) -> tuple[Argument, ...]:
        """Common arguments of which each operation has to know where they stand, and how."""
        return tuple(each.argument for each in self.common if not each.is_plain)

    def with_common(self, operation: Operation) -> Operation:
        """The operation with these behind its own arguments."""
        if not self.placed_common or operation.is_foreign:
            return operation
        has_no_keys = operation.encoding in ("query", "raw")
        common = (
            replace(each, location="query") if has_no_keys and each.location == "body" else each
            for each in self.placed_common
        )
        return replace(operation, arguments=(*operation.arguments, *common))

    def continuing(self, operation: Operation) -> Operation:
        """What hands out the pages behind the first one of a list: itself, or another operation."""
        by = operation.paging
        return self.operation(by.continue_with) if by and by.continue_with else operation

    @property
    def waits(self) -> bool:
        """Whether something may not be ready yet."""
        return any(each.pending is not None for each in self.operations)

    @property
    def all_envelopes(self) -> tuple[Envelope, ...]:
        return (self.envelope, *self.envelopes.values())

    def envelope_of(self, operation: Operation) -> Envelope:
        """How an operation tells failures."""
        return self.envelope if operation.envelope is None else self.envelopes[operation.envelope]

    @property
    def failure_fields(self) -> tuple[FailureField, ...]:
        """What exceptions have besides, whoever tells it; of several of a name the first."""
        told = [field for each in self.all_envelopes for field in each.fields]
        return tuple({each.name: each for each in reversed(told)}.values())[::-1]

    def error(self, named: int | str | None) -> ErrorCode | None:
        """The error that a spec means by a code or a name."""
        return by_any_name(self.errors).get(named)

    @property
    def request_objects(self) -> tuple[ObjectType, ...]:
        return tuple(o for o in self.objects.values() if o.in_requests)

    @property
    def lists_with_a_type(self) -> tuple[ValueList, ...]:
        """Lists whose ids are a type of their own, as no named value is made of them."""
        of_values = {value.listed for value in self.values.values()}
        return tuple(each for name, each in self.lists.items() if name not in of_values)
