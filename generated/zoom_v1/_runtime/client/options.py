"""What a caller may choose, checked when it is chosen."""

from __future__ import annotations

from threading import TIMEOUT_MAX
from typing import TYPE_CHECKING, cast

from msgspec import UNSET, Struct, UnsetType, structs
from urllib3 import Retry

from ..errors import ConfigurationError
from ..transport.retry import DEFAULT_MAX_WAIT, DEFAULT_RETRIES, policy
from ..transport.sending import DEFAULT_TIMEOUT, MAX_BODY, SendLimits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal, TypedDict

    from ..encoding.files import Progress
    from ..events import Hook
    from ..transport.connection_settings import ConnectionOptions
    from ..transport.given import Transport
    from ..transport.opening import Opening
    from ..transport.sinks import Sink
    from .request_options import RequestOptions, UploadOptions
    from .signing import Signer

    class CallOptions(TypedDict, total=False):
        """What `with_options` can change for some calls."""

        timeout: float | UnsetType | None
        """Seconds that one request may take, with its response; None for no limit."""
        retries: int | Retry | UnsetType
        """How often a call is sent again where that is safe."""
        max_wait: float | UnsetType
        """Seconds that a call may wait for a rate limit, or for what is not ready."""
        max_response_size: int | UnsetType | None
        """Bytes that the body of a response may have; None for no limit."""
        strict: bool | UnsetType
        """Whether to refuse arguments that the API would only ignore."""
        strict_responses: bool | UnsetType
        """Whether to refuse responses of another shape than documented."""
        keep_extra: bool | UnsetType
        """Whether objects inside of responses know their keys that are not documented, too."""
        headers: Mapping[str, str] | UnsetType | None
        """Headers to send beside the client's own."""

    class ClientOptions(CallOptions, ConnectionOptions, total=False):
        """What holds for all calls of a client."""

        base_url: str | None
        """Where the API is, if not where the environment or the API's own address says."""
        server: str | None
        """Which of the API's servers, if not the first or the environment's."""
        variables: Mapping[str, str | None]
        """Parts of the addresses of servers, by name."""
        signers: Mapping[str, Signer | None]
        """Functions that sign requests, by the names of their schemes."""
        common: Mapping[str, object]
        """Arguments that go with every call; those that are UNSET do not."""
        hooks: Sequence[Hook]
        """Functions that are called with each event of a call."""
        rate_limit: str | UnsetType | None
        """Where requests are counted; None for nowhere."""
        rate_limit_per: Literal["group", "operation"]
        """Who shares the limit of a group."""
        on_limiter_failure: Literal["closed", "open"]
        """Whether to send when requests cannot be counted."""
        transport: Transport | None
        """A way to the service in the place of connections."""


class Options(Struct, frozen=True, kw_only=True):
    """How calls are made."""

    timeout: float | None = DEFAULT_TIMEOUT
    retries: Retry = policy(DEFAULT_RETRIES)
    max_wait: float = DEFAULT_MAX_WAIT
    max_response_size: int | None = MAX_BODY
    strict: bool = False
    strict_responses: bool = False
    keep_extra: bool = False
    headers: Mapping[str, str] = {}
    credentials_in: tuple[str, ...] = ()
    """Headers that say who calls."""
    progress: Progress | None = None
    """What is told how much of a file has been sent."""

    def send_limits(self, sink: Sink | Opening | None = None) -> SendLimits:
        return SendLimits(self.timeout, self.max_response_size, sink)

    def changed(
        self,
        *,
        timeout: float | UnsetType | None = UNSET,
        retries: int | Retry | UnsetType = UNSET,
        max_wait: float | UnsetType = UNSET,
        max_response_size: int | UnsetType | None = UNSET,
        strict: bool | UnsetType = UNSET,
        strict_responses: bool | UnsetType = UNSET,
        keep_extra: bool | UnsetType = UNSET,
        headers: Mapping[str, str] | UnsetType | None = UNSET,
    ) -> Options:
        """A copy with those options changed that are given.

        Raises:
            ConfigurationError: one of them makes no sense.
        """
        changes: dict[str, object] = {}
        if timeout is not UNSET:
            changes["timeout"] = _timeout(timeout)
        if retries is not UNSET:
            changes["retries"] = _retries(retries)
        if max_wait is not UNSET:
            changes["max_wait"] = _max_wait(max_wait)
        if max_response_size is not UNSET:
            changes["max_response_size"] = _max_response_size(max_response_size)
        yes_or_no = {
            "strict": strict,
            "strict_responses": strict_responses,
            "keep_extra": keep_extra,
        }
        changes |= {name: bool(given) for name, given in yes_or_no.items() if given is not UNSET}
        if headers is not UNSET and headers is not None:
            changes["headers"] = self._with_headers(headers, "headers")
        return structs.replace(self, **changes) if changes else self

    def for_call(self, options: RequestOptions) -> Options:
        """The same with what one call has chosen.

        Raises:
            ConfigurationError: it makes no sense.
        """
        chosen = self.changed(
            timeout=options.get("timeout", UNSET), retries=options.get("retries", UNSET)
        )
        progress = cast("UploadOptions", options).get("progress")
        if progress is not None:
            chosen = structs.replace(chosen, progress=_function(progress))
        extra = options.get("extra_headers")
        if not extra:
            return chosen
        return structs.replace(chosen, headers=self._with_headers(extra, "extra_headers"))

    def _with_headers(self, given: Mapping[str, str], source: str) -> Mapping[str, str]:
        from .headers import checked_headers

        return {**self.headers, **checked_headers(given, source, self.credentials_in)}

    def __repr__(self) -> str:
        # Headers may hold what is nobody's business.
        return f"<Options, {len(self.headers)} headers>"


def _timeout(timeout: object) -> float | None:
    if timeout is None:
        return None
    number = _number(timeout)
    # No socket can wait for infinity; who asks for that means None.
    if 0 < number <= TIMEOUT_MAX:
        return float(number)
    raise ConfigurationError(f"timeout= is {timeout!r}, not a number of seconds above 0, or None")


def _retries(retries: object) -> Retry:
    if isinstance(retries, Retry):
        return policy(retries)
    if isinstance(retries, int) and not isinstance(retries, bool) and retries >= 0:
        return policy(retries)
    raise ConfigurationError(f"retries= is {retries!r}, not a number from 0 on, or urllib3's Retry")


def _max_wait(max_wait: object) -> float:
    number = _number(max_wait)
    if 0 <= number <= TIMEOUT_MAX:
        return float(number)
    raise ConfigurationError(f"max_wait= is {max_wait!r}, not a number of seconds from 0 on")


def _max_response_size(most: object) -> int | None:
    if most is None or (type(most) is int and most > 0):
        return most
    raise ConfigurationError(
        f"max_response_size= is {most!r}, not a number of bytes above 0, or None"
    )


def _function(progress: object) -> Progress:
    if callable(progress):
        return progress
    raise ConfigurationError(f"progress= is {progress!r}, not a function of two numbers, or None")


def _number(value: object) -> float:
    """`value`, or -1 if it is no number."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else -1
