"""Whether a request is sent again, and after how long. No I/O: clock and dice are passed in.

A request that cannot have reached the server may always be sent again. Any other is sent again only
if its operation just reads, as the specification says; the HTTP method does not count. urllib3's
`Retry` decides how often and how fast.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from time import time
from typing import TYPE_CHECKING

from urllib3 import Retry
from urllib3.exceptions import ConnectTimeoutError, HTTPError, ProtocolError
from urllib3.response import HTTPResponse

from ..errors import Interrupted, TransportError
from ..request import AtHand

if TYPE_CHECKING:
    from ..encoding.streamed import Streamed
    from ..envelope import Wait
    from ..errors import RateLimited
    from ..operation import Operation

DEFAULT_RETRIES = 2
SPENT = "not sent again: a file was given that can be read only once"
DEFAULT_MAX_WAIT = 10.0
"""Seconds that a call may wait for rate limits, ours and the server's together, and for what is
not ready."""
_BACKOFF = 0.1


def policy(retries: int | Retry) -> Retry:
    """How often and how fast to send again, in urllib3's terms."""
    if isinstance(retries, Retry):
        # Its methods would decide what may be sent twice; here, the specification decides.
        return retries.new(allowed_methods=None)
    return Retry(
        total=retries,
        redirect=0,
        other=0,
        status_forcelist=range(500, 600),
        allowed_methods=None,
        backoff_factor=_BACKOFF,
    )


class Attempts:
    """All requests of one call. Each method returns the seconds to wait, or None to give up."""

    def __init__(
        self,
        operation: Operation,
        retries: Retry,
        max_wait: float = DEFAULT_MAX_WAIT,
        waits: tuple[Wait, ...] = (),
        *,
        dice: Callable[[], float] = random.random,
        clock: Callable[[], float] = time,
        body: AtHand | Streamed = None,
        has_key: bool = True,
    ) -> None:
        """Begin a call.

        Args:
            operation: What is called.
            retries: How often a request may be sent again.
            max_wait: Seconds that the call may wait for rate limits.
            waits: Where responses say how long to wait, if not in Retry-After.
            dice: A number from 0 to 1.
            clock: The time of day, in seconds.
            body: What is sent.
            has_key: Whether an idempotency key goes along, if the operation has one.
        """
        self._operation = operation
        self._is_repeatable = operation.repeatable and (has_key or operation.effect == "read")
        self._retries = retries
        self._dice = dice
        self._clock = clock
        self._waits = waits
        self._refusals = 0
        self._body = body
        self.is_spent = False
        """Whether it was given up because a file cannot be read again."""
        self.wait_budget = max_wait
        """Seconds that the call may still wait for rate limits."""

    def after_failure(self, *, sent: bool, hopeless: bool = False) -> float | None:
        """After a request without a response; `sent` if the server may have seen it."""
        if hopeless or (sent and not self._is_repeatable):
            return None
        # urllib3 tells the two apart by the class of the error.
        return self._again(error=ProtocolError() if sent else ConnectTimeoutError())

    def after_response(self, status: int, headers: Mapping[str, str]) -> float | None:
        """After the server has failed. For refusals, there is `after_refusal`."""
        if status < 500 or not self._is_repeatable:
            return None
        retry_after = None
        if self._retries.respect_retry_after_header:
            from ..decoding.retry_after import asked_wait

            retry_after = asked_wait(self._waits, headers, None, self._clock())
        if not self._retries.is_retry("POST", status, has_retry_after=retry_after is not None):
            return None
        pause = self._again(response=HTTPResponse(status=status))
        if pause is None or retry_after is None:
            return pause
        return self._wait(max(retry_after, pause))

    def after_refusal(self, error: RateLimited) -> float | None:
        """After the server has asked for fewer requests."""
        if not (self._is_repeatable or error.is_retryable):
            return None
        if self._again(response=HTTPResponse(status=error.status)) is None:
            return None
        pause = 1.0 if error.retry_after is None else error.retry_after
        if not error._is_told:
            pause *= 2**self._refusals
        self._refusals += 1
        # A little later than others who were refused at the same time.
        return self._wait(pause + self._jittered(_BACKOFF * 2**self._refusals))

    def until_ready(self, seconds: float) -> float | None:
        """After a response that says that nothing is ready yet. That is no failure."""
        return self._wait(max(seconds, _BACKOFF)) if self.can_read_again() else None

    def can_read_again(self) -> bool:
        """Whether all that is sent can be: a pipe that has been read is empty."""
        body = self._body
        if isinstance(body, AtHand) or not body.is_spent:
            return True
        self.is_spent = True
        return False

    def told(self, error: BaseException) -> BaseException:
        """What a call has failed of, which says why it was not sent again if that is odd."""
        if self.is_spent and not isinstance(error, TransportError):
            error.add_note(SPENT)
        return error.error if isinstance(error, Interrupted) else error

    def over(self) -> None:
        """Nothing is sent any more."""
        if not isinstance(self._body, AtHand):
            self._body.close()

    def _again(
        self, error: HTTPError | None = None, response: HTTPResponse | None = None
    ) -> float | None:
        try:
            self._retries = self._retries.increment("POST", error=error, response=response)
        except HTTPError:
            return None
        if not self.can_read_again():
            return None
        factor, most = self._retries.backoff_factor, self._retries.backoff_max
        return self._jittered(min(factor * 2 ** (len(self._retries.history) - 1), most))

    def _jittered(self, seconds: float) -> float:
        return seconds * (0.5 + 0.5 * self._dice())

    def _wait(self, seconds: float) -> float | None:
        """Return `seconds` and take them off the wait budget; None if the budget is too small.

        Waiting less than the server asked for is pointless.
        """
        if seconds > self.wait_budget:
            return None
        self.wait_budget -= seconds
        return seconds
