"""Responses that a test has asked for, in the place of the service's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus

from msgspec import structs

from ..operation import Operation
from .api import ErrorShape
from .failing import of_error
from .fault_rules import Rule
from .responses import Header, StubResponse, answer, refusal
from .service import KnownError

_NO_KEYS: Mapping[str, str | int | float] = {}
_UNITS = {"seconds": 1, "milliseconds": 1000, "units": 1}


class Faking:
    """Words failures as the API would."""

    def __init__(
        self,
        shape_of: Callable[[Operation | None], ErrorShape],
        errors: tuple[KnownError, ...],
    ) -> None:
        self._shape_of = shape_of
        self._errors = {str(each.key): each for each in errors}
        limits = [each for each in errors if each.rate_limit]
        self.limit = next((each for each in limits if self._is_of_limits(each)), (*limits, None)[0])
        self.codes: dict[str, int | str] = {}
        """Code or name -> what tells an error apart."""
        for each in errors:
            self.codes.setdefault(str(each.key), each.key)
        for each in errors:
            for called in (each.name, each.code):
                if called not in ("", None):
                    self.codes.setdefault(str(called), each.key)

    def _is_of_limits(self, error: KnownError) -> bool:
        """Whether an error has the status of too many requests, as others may be waited out too."""
        known = self._shape_of(None).known.get(error.key)
        return known is not None and known.status == HTTPStatus.TOO_MANY_REQUESTS

    def of_status(self, status: int) -> int | str | None:
        """The first error that is documented with an HTTP status."""
        known = self._shape_of(None).known
        keys = (each.key for each in self._errors.values())
        return next((key for key in keys if key in known and known[key].status == status), None)

    def failed(self, operation: Operation, rule: Rule) -> StubResponse | None:
        """What a rule has a request answered with; None if it lets it through."""
        waits: list[Header] = []
        if rule.retry_after is not None:
            waits.append((b"retry-after", _seconds(rule.retry_after)))
        if rule.error is not None:
            own, keys = self._waits(operation, rule.retry_after or 0)
            return self.error(operation, rule.error, [*waits, *own], rule.status, keys=keys)
        if rule.status is not None:
            # Whoever answers in the place of a service does not word things as it does.
            try:
                phrase = HTTPStatus(rule.status).phrase
            except ValueError:
                phrase = ""
            return answer(f"{phrase}\n".encode(), b"text/plain; charset=utf-8", rule.status, waits)
        return None

    def _waits(
        self, operation: Operation, seconds: float
    ) -> tuple[list[Header], dict[str, str | int | float]]:
        """How long to wait as the API says it, where that is no moment of some clock."""
        headers: list[Header] = []
        keys: dict[str, str | int | float] = {}
        for wait in self._shape_of(operation).envelope.waits if seconds else ():
            number = seconds * _UNITS.get(wait.unit, 0)
            if wait.unit not in _UNITS or wait.header == "retry-after":
                continue
            written = b"%ss" % _seconds(number) if wait.unit == "units" else _seconds(number)
            if wait.key is not None:
                whole = int(number) if number == int(number) else number
                keys[wait.key] = written.decode() if wait.unit == "units" else whole
            elif wait.header is not None:
                headers.append((wait.header.encode(), written))
        return headers, keys

    def error(
        self,
        operation: Operation | None,
        key: int | str,
        headers: list[Header] | None = None,
        status: int | None = None,
        *,
        keys: Mapping[str, str | int | float] = _NO_KEYS,
    ) -> StubResponse:
        """One of the API's errors, with its first documented message; `keys` are beside it."""
        known = self._errors[str(key)]
        shape = self._shape_of(operation)
        answered = of_error(shape, known.key, known.message)
        if keys:
            answered = structs.replace(answered, keys={**answered.keys, **keys})
        return refusal(shape, answered, headers or (), status)


def _seconds(seconds: float) -> bytes:
    """A number as a header has it: whole where it is whole, and never with an exponent."""
    text = f"{seconds:.3f}".rstrip("0").rstrip(".")
    return text.encode()
