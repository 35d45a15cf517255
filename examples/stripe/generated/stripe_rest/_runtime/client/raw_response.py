"""A response as it came, for callers who need its bytes, status and headers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from ..errors import SdkError

if TYPE_CHECKING:
    from ..decoding.response import Response
    from ..validation.violations import Violation

T = TypeVar("T")
B = TypeVar("B")


class RawResponse(Generic[T]):
    """A response, whatever it says."""

    __slots__ = ("_parse", "_response", "violations")

    def __init__(
        self, response: Response, parse: Callable[..., T], violations: tuple[Violation, ...] = ()
    ) -> None:
        self._response = response
        self._parse = parse
        self.violations = violations
        """What of the arguments the API ignores."""

    @property
    def status(self) -> int:
        return self._response.status

    @property
    def headers(self) -> Mapping[str, str]:
        """By name, in any case."""
        return self._response.headers

    @property
    def body(self) -> bytes:
        return self._response.body

    @property
    def etag(self) -> str | None:
        """The version of what came, for `if_none_match` and `if_match`; None without one."""
        return self._response.headers.get("etag")

    @property
    def last_modified(self) -> datetime | None:
        """When what came was last changed, if a header says so."""
        from ..decoding.versions import last_modified

        return last_modified(self._response.headers)

    def parsed(self) -> T:
        """What the method returns without raw access, or the error that it raises."""
        return self._parse(self._response)

    def __repr__(self) -> str:
        return f"<RawResponse {self.status}, {len(self.body)} bytes>"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        # To be read later, it would need what it must not be pickled with: the secrets that an
        # error leaves out. So it takes along what it is read as.
        parsed = _parsed(self._parse, self._response)
        return type(self), (self._response, parsed, self.violations)


class BesideResponse(RawResponse[T], Generic[T, B]):
    """A response that has more beside what the method returns."""

    __slots__ = ("_kind",)

    def __init__(
        self,
        response: Response,
        parse: Callable[..., T],
        violations: tuple[Violation, ...],
        kind: type[B],
    ) -> None:
        super().__init__(response, parse, violations)
        self._kind = kind

    def beside(self) -> B:
        """What stands beside what the method returns, or the error that that raises."""
        return cast("B", self._parse(self._response, beside=self._kind))

    def __reduce__(self) -> tuple[Any, ...]:
        kind, (response, parsed, violations) = super().__reduce__()
        parsed.beside = _parsed(partial(self._parse, beside=self._kind), response)
        return kind, (response, parsed, violations, self._kind)


def telling(found: RawResponse[T], kind: type[B]) -> BesideResponse[T, B]:
    """The same response, of which it is known what stands beside what is returned."""
    return BesideResponse(found._response, found._parse, found.violations, kind)


def _parsed(parse: Callable[..., T], response: Response) -> Parsed[T]:
    try:
        return Parsed(parse(response, quiet=True), None)
    except SdkError as raised:
        return Parsed(None, raised)


class Parsed(Generic[T]):
    """What a response has been read as, before it was pickled."""

    def __init__(self, value: T | None, error: SdkError | None) -> None:
        self._value = value
        self._error = error
        self.beside: Parsed[Any] | None = None
        """The same of what stands beside it."""

    def __call__(
        self, response: Response, *, quiet: bool = False, beside: object = None
    ) -> T | None:
        if beside is not None and self.beside is not None:
            return cast("T", self.beside(response))
        if self._error is not None:
            raise self._error
        return self._value
