"""Whether a request is sent again, and after how long. No I/O: clock and dice are passed in.

What cannot have reached the server is sent again, whatever it is. After that, only operations
that just read are, which the specification says and not the HTTP method. How often and how
fast is for urllib3's `Retry` to say.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from time import time
from typing import TYPE_CHECKING

from urllib3 import Retry
from urllib3.exceptions import ConnectTimeoutError, HTTPError, ProtocolError
from urllib3.response import HTTPResponse

from ..decoding.retry_after import told_to_wait

if TYPE_CHECKING:
    from ..errors import RateLimited
    from ..operation import Operation

DEFAULT_RETRIES = 2
DEFAULT_MAX_WAIT = 10.0
"""Seconds that a call may wait for a rate limit, the server's requests to wait included."""
_BACKOFF = 0.1


def policy(retries: int | Retry) -> Retry:
    """How often and how fast, as urllib3 counts."""
    if isinstance(retries, Retry):
        # Its methods stand for what may be sent twice; here, the specification says that.
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
    """All sendings of one call. Each method answers with seconds to wait, or None to give up."""

    def __init__(
        self,
        operation: Operation,
        retries: Retry,
        max_wait: float = DEFAULT_MAX_WAIT,
        *,
        dice: Callable[[], float] = random.random,
        clock: Callable[[], float] = time,
    ) -> None:
        """Begin a call.

        Args:
            operation: What is called.
            retries: How often it may be sent again.
            max_wait: Seconds that the call may wait because it was told to.
            dice: A number from 0 to 1.
            clock: The time of day, in seconds.
        """
        self._operation = operation
        self._retries = retries
        self._dice = dice
        self._clock = clock
        self._refusals = 0
        self.patience = max_wait
        """Seconds that may still be waited for a limit."""

    def after_failure(self, *, sent: bool, hopeless: bool = False) -> float | None:
        """After there was no answer; `sent` if the server may have seen the request."""
        if hopeless or (sent and not self._operation.repeatable):
            return None
        # By the class that urllib3 counts them in.
        return self._again(error=ProtocolError() if sent else ConnectTimeoutError())

    def after_answer(self, status: int, headers: Mapping[str, str]) -> float | None:
        """After the server has failed. Of its refusals, `after_refusal` knows more."""
        if status < 500 or not self._operation.repeatable:
            return None
        told = None
        if self._retries.respect_retry_after_header:
            told = told_to_wait(headers, self._clock())
        if not self._retries.is_retry("POST", status, has_retry_after=told is not None):
            return None
        pause = self._again(response=HTTPResponse(status=status))
        return pause if pause is None or told is None else self._wait(max(told, pause))

    def after_refusal(self, error: RateLimited) -> float | None:
        """After the server has had enough; it knows of others who use the same key."""
        if not self._operation.repeatable or self._retries.total in (0, False):
            return None
        pause = 1.0 if error.retry_after is None else error.retry_after
        if "retry-after" not in error.headers:
            pause *= 2**self._refusals
        self._refusals += 1
        # Not at the very moment, when all others who were refused come too.
        return self._wait(pause + self._jittered(_BACKOFF * 2**self._refusals))

    def _again(
        self, error: HTTPError | None = None, response: HTTPResponse | None = None
    ) -> float | None:
        try:
            self._retries = self._retries.increment("POST", error=error, response=response)
        except HTTPError:
            return None
        factor, most = self._retries.backoff_factor, self._retries.backoff_max
        return self._jittered(min(factor * 2 ** (len(self._retries.history) - 1), most))

    def _jittered(self, seconds: float) -> float:
        return seconds * (0.5 + 0.5 * self._dice())

    def _wait(self, seconds: float) -> float | None:
        """So long, if the patience lasts: less than was asked for would be no answer to it."""
        if seconds > self.patience:
            return None
        self.patience -= seconds
        return seconds
