"""The exceptions that a call can raise.

A generated package exports the root under the name of its API and adds one class per
meaning of an error code, with nothing in it but data:

    class AnimalNotFound(APIError):
        '''The animal does not exist or has moved.'''
        code = 3001
        meaning = "The animal does not exist or has moved."
        hint = "Animals are removed a year after they moved."

All of them can be pickled and copied, and none shows a credential.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from .validation.violations import Violation

_EXPORTED = __name__.replace("._runtime.", ".")
"""The module that exports the errors: tracebacks and pickles name it, not this one."""
_SHOWN_OF_CODE = 200
"""How many characters of a code a message has: a number may have thousands of digits."""
_SHOWN_ARGUMENTS = 5
"""How many arguments a message lists."""


def _error_base() -> str:
    """What the package that this is part of calls the root of its errors."""
    package = sys.modules.get(__name__.partition("._runtime.")[0])
    return str(getattr(package, "_ERROR_BASE", "SdkError"))


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
    """The client was set up in a way that cannot work."""


class InvalidArguments(SdkError):
    """Arguments that break the API's rules. Nothing was sent, or no more than a part of a file."""

    def __init__(
        self, violations: Sequence[Violation], *, operation: str = "", section: str = ""
    ) -> None:
        super().__init__()
        self.violations = list(violations)
        """All of them, warnings included."""
        self.operation = operation
        self.section = section
        self.sent = False
        """Whether it showed only while a file was sent, which was broken off."""

    def __str__(self) -> str:
        what = "broken off while it was sent" if self.sent else "nothing was sent"
        lines = [self._located(f"invalid arguments, {what}")]
        for violation in self.violations:
            mark = "" if violation.severity == "error" else " (warning)"
            lines.append(f"  {violation}{mark}")
        return "\n".join(lines)


class TransportError(SdkError):
    """No complete response came back."""

    def __init__(
        self, reason: str, *, operation: str = "", host: str = "", sent: bool = True
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.operation = operation
        self.host = host
        self.sent = sent
        """False if it is certain that nothing of the request has reached the server."""

    def __str__(self) -> str:
        seen = "" if self.sent else "; nothing was sent"
        return self._located(f"no answer from {self.host}: {self.reason}{seen}")


class TransportTimeout(TransportError):
    """The time for the request was over before its response was complete."""


class Interrupted(Exception):
    """A file or a function of the caller's has failed, which ends the call; `error` says how."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        super().__init__(type(error).__name__)


class TokenRefused(SdkError):
    """The service that gives out tokens gives none to this client."""

    def __init__(
        self, description: str, *, error: str = "", operation: str = "", status: int = 0
    ) -> None:
        super().__init__(description)
        self.description = description
        """What the service says, if anything."""
        self.error = error
        """Its code: one of RFC 6749, such as `invalid_client`, or one of the API's."""
        self.operation = operation
        self.status = status

    def __str__(self) -> str:
        said = ": ".join(filter(None, (self.error, self.description)))
        return self._located(f"no token: {said or 'refused'} (HTTP {self.status})")

    def again(self) -> TokenRefused:
        """The same, to be raised somewhere else."""
        return TokenRefused(
            self.description, error=self.error, operation=self.operation, status=self.status
        )


class _ErrorWithResponse(SdkError):
    """An error that holds the response."""

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
        """The body of the response, byte for byte. Unlike the message, it may hold secrets."""
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.arguments: Mapping[str, str] = {} if arguments is None else arguments
        """The arguments of the call, as text, shortened and without secrets."""


class ResponseError(_ErrorWithResponse):
    """A response that is neither what the API documents nor one of its errors."""

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
        response = f"HTTP {self.status}, {kind}, {len(self.body)} bytes"
        return self._located(f"{self.message} ({response})")


class APIError(_ErrorWithResponse):
    """The API refused the request. Codes that are not documented have this class itself."""

    code: int | str | None = None
    """The API's own code, not the HTTP status."""
    meaning: str | None = None
    """What an error of this class means; it is the message where the service has none."""
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
    """There were too many requests: the API says so, or the client has counted them."""

    _is_told = False
    """Whether the service says how long to wait."""
    retry_after: float | None = None
    """Seconds until it makes sense to try again, if that is known."""
    group: str | None = None
    """The group of operations whose limit it is, if that is known."""
    is_retryable: bool = False
    """Whether the service has done nothing of what it refuses so, by its documentation: then calls
    that change something are sent again, too."""
    _pause: int | None = None
    """How many seconds to wait where a response does not say it, by the documentation."""


class NotReady(_ErrorWithResponse):
    """What was asked for was not ready, for as long as the call could wait."""

    retry_after: float = 0.0
    """Seconds after which to ask again."""

    def __str__(self) -> str:
        return self._located(f"{self.message} (HTTP {self.status})")


class PagingError(SdkError):
    """The pages of a list do not follow on each other, so that reading on would not end well."""

    def __init__(self, message: str, *, operation: str = "", section: str = "") -> None:
        super().__init__(message)
        self.operation = operation
        self.section = section

    def __str__(self) -> str:
        return self._located(str(self.args[0]))


for _error in (
    SdkError,
    ConfigurationError,
    InvalidArguments,
    TransportError,
    TransportTimeout,
    TokenRefused,
    ResponseError,
    APIError,
    RateLimited,
    NotReady,
    PagingError,
):
    _error.__module__ = _EXPORTED
# It is shown, and pickled, by the name under which the package exports it.
SdkError.__name__ = SdkError.__qualname__ = _error_base()


E = TypeVar("E", bound=BaseException)


def bare(error: E) -> E:
    """`error` without the frames that it and its causes have come through.

    Their variables hold requests as they travel, credentials included, and whoever collects errors
    collects variables with them.
    """
    each: BaseException | None = error
    while each is not None:
        each.__traceback__ = each.__context__ = None
        each = each.__cause__
    return error


def _rebuild(kind: type[SdkError], args: tuple[object, ...], state: dict[str, object]) -> SdkError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
