"""What becomes known of a request while it is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ..clock import monotonic
from ..emulator import Event
from ..operation import Operation
from ..validation.violations import Violation
from .fault_rules import Rule
from .namespaces import within
from .responses import Header

_NOTHING: Mapping[str, object] = {}


class Exchange(Struct, kw_only=True):
    """A request and its answer, as far as it has come."""

    began: float
    size: int = 0
    """Bytes of the request."""
    scheme: str = "http"
    host: bytes = b"localhost"
    path: str = ""
    query: bytes = b""
    content_type: bytes = b""
    """What its body is called."""
    media_type: str = ""
    """Of what is answered, if its `Accept` chooses among several."""
    is_call: bool = False
    """Whether it is one to the API, and not to what the stub has beside it."""
    operation: Operation | None = None
    tenant: str = ""
    namespace: str = ""
    given: Mapping[str, object] = _NOTHING
    violations: Sequence[Violation] = ()
    code: int | str | None = None
    """Of the error that is answered."""
    events: list[Event] = []
    told: list[Header] = []
    """Headers that its response has besides."""
    told_keys: dict[str, int] = {}
    """Keys that its body has besides, if it is an object."""
    fault: Rule | None = None
    """What disturbs it."""
    wants_example: bool = False

    @property
    def origin(self) -> str:
        """Where it was sent, without path and query."""
        return f"{self.scheme}://{self.host.decode('latin-1')}"

    @property
    def address(self) -> str:
        """Where it was sent, without the query."""
        return f"{self.origin}{self.path}"

    @property
    def kept_by(self) -> str:
        """What records are kept by: the tenant and the namespace."""
        return within(self.tenant, self.namespace)


def beside(exchange: Exchange, operation: Operation) -> Exchange:
    """One of the same caller, that nobody hears of."""
    return Exchange(
        began=exchange.began,
        operation=operation,
        tenant=exchange.tenant,
        namespace=exchange.namespace,
        wants_example=exchange.wants_example,
    )


def begun() -> Exchange:
    return Exchange(began=monotonic())
