"""Everything that a call can raise, and what it can warn of.

A generated package exports the root under the name of its API and adds one class per
meaning of an error code, with nothing in it but data:

    class MeetingNotFound(APIError):
        '''The meeting does not exist or has expired.'''
        code = 3001
        hint = "Recurring meetings expire a year after their last use."

All of them survive pickling and copying, and none shows a credential.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .validation.violations import Violation

_SHOWN = 10
"""How many mismatches a warning spells out."""
_SHOWN_OF_CODE = 200
"""How many characters of a code a message has: a number may have thousands of digits."""
_SHOWN_ARGUMENTS = 5
"""How many arguments a message spells out."""


class SdkError(Exception):
    """The root of all errors."""

    operation: str = ""
    """The id of the operation that was called."""
    section: str = ""
    """Where the API's page describes that operation."""

    def __reduce__(self) -> tuple[Any, ...]:
        # The default calls the class with `args`, which keyword-only arguments forbid.
        return _rebuild, (type(self), self.args, self.__dict__)

    def _located(self, text: str) -> str:
        where = f" [{self.section}]" if self.section else ""
        return f"{self.operation}: {text}{where}" if self.operation else f"{text}{where}"


class ConfigurationError(SdkError):
    """The client cannot work as it was set up."""


class InvalidArguments(SdkError):
    """Arguments that break the API's rules. Nothing was sent."""

    def __init__(
        self, violations: Sequence[Violation], *, operation: str = "", section: str = ""
    ) -> None:
        super().__init__()
        self.violations = list(violations)
        """All of them, warnings included."""
        self.operation = operation
        self.section = section

    def __str__(self) -> str:
        lines = [self._located("invalid arguments, nothing was sent")]
        for violation in self.violations:
            mark = "" if violation.severity == "error" else " (warning)"
            lines.append(f"  {violation}{mark}")
        return "\n".join(lines)


class TransportError(SdkError):
    """No complete answer came back."""

    def __init__(
        self, reason: str, *, operation: str = "", host: str = "", sent: bool = True
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.operation = operation
        self.host = host
        self.sent = sent
        """False if it is certain that the server has seen nothing of the request."""

    def __str__(self) -> str:
        seen = "" if self.sent else "; nothing was sent"
        return self._located(f"no answer from {self.host}: {self.reason}{seen}")


class TransportTimeout(TransportError):
    """The time for the call was over before its answer was complete."""


class _Answered(SdkError):
    """What came back is part of the error."""

    def __init__(
        self,
        message: str,
        *,
        operation: str = "",
        section: str = "",
        status: int = 0,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        arguments: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.operation = operation
        self.section = section
        self.status = status
        self.body = body
        """What came back, byte for byte. Unlike the message, it may hold secrets."""
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.arguments: Mapping[str, str] = {} if arguments is None else arguments
        """What the operation was called with, as text, shortened and without secrets."""


class ResponseError(_Answered):
    """An answer that is not what the API documents, and no error of the API either."""

    def __init__(
        self,
        message: str,
        *,
        operation: str = "",
        section: str = "",
        status: int = 0,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        content_type: str = "",
        arguments: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(
            message,
            operation=operation,
            section=section,
            status=status,
            body=body,
            headers=headers,
            arguments=arguments,
        )
        self.content_type = content_type
        """What the answer says that it is, as the message has it: shortened and without secrets."""

    def __str__(self) -> str:
        kind = self.content_type or "no content type"
        answer = f"HTTP {self.status}, {kind}, {len(self.body)} bytes"
        return self._located(f"{self.message} ({answer})")


class APIError(_Answered):
    """The API refused the request. Codes that are not documented have this very class."""

    code: int | str | None = None
    """The API's own code, not the HTTP status."""
    hint: str | None = None
    """What usually helps."""

    def __init__(
        self,
        message: str,
        *,
        code: int | str | None = None,
        operation: str = "",
        section: str = "",
        status: int = 0,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        arguments: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(
            message,
            operation=operation,
            section=section,
            status=status,
            body=body,
            headers=headers,
            arguments=arguments,
        )
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        code = f"error {str(self.code)[:_SHOWN_OF_CODE]}: " if self.code is not None else ""
        hint = f" ({self.hint})" if self.hint else ""
        return self._located(f"{code}{self.message}{hint}{self._called_with()}")

    def _called_with(self) -> str:
        shown = [f"{name}={value}" for name, value in self.arguments.items()]
        if len(shown) > _SHOWN_ARGUMENTS:
            shown[_SHOWN_ARGUMENTS:] = ["..."]
        return f"; called with {', '.join(shown)}" if shown else ""


class RateLimited(APIError):
    """There were enough requests for now: the API says so, or the client has counted them."""

    retry_after: float | None = None
    """Seconds until it makes sense to try again, if that is known."""
    group: str | None = None
    """The group of operations whose limit it is, if that is known."""


class PagingError(SdkError):
    """The pages of a list do not follow on each other, so that the walk cannot end well."""

    def __init__(self, message: str, *, operation: str = "", section: str = "") -> None:
        super().__init__(message)
        self.operation = operation
        self.section = section

    def __str__(self) -> str:
        return self._located(str(self.args[0]))


class ArgumentWarning(UserWarning):
    """An argument that the API ignores as it was given. The call is made all the same."""

    def __init__(self, operation: str, violation: Violation) -> None:
        super().__init__(operation, violation)
        self.operation = operation
        self.violation = violation

    def __str__(self) -> str:
        return f"{self.operation}: {self.violation}"


class DeprecatedArgumentWarning(ArgumentWarning, DeprecationWarning):
    """An argument that the API's page advises against."""


class ResponseMismatchWarning(UserWarning):
    """An answer was read, but parts of it have another shape than documented.

    Such a field holds what the answer has, or `msgspec.UNSET` where it has nothing.
    """

    def __init__(self, operation: str, mismatches: Sequence[str]) -> None:
        super().__init__(operation, mismatches)
        self.operation = operation
        self.mismatches = tuple(mismatches)
        """One line each: the JSON path and what was expected there."""

    @property
    def told(self) -> str:
        """What differs, without whose answer it was."""
        more = len(self.mismatches) - _SHOWN
        rest = f"; and {more} more" if more > 0 else ""
        first = "; ".join(self.mismatches[:_SHOWN])
        return f"answered otherwise than documented: {first}{rest}"

    def __str__(self) -> str:
        return f"{self.operation}: {self.told}"


def _rebuild(kind: type[SdkError], args: tuple[object, ...], state: dict[str, object]) -> SdkError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
