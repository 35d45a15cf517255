"""A response that is read item by item, while it comes: what both clients have in common."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from ..decoding.decode import How
from ..decoding.failures import failure
from ..decoding.items import Item, ItemReader
from ..decoding.readiness import not_ready
from ..decoding.unpacker import NotUnpacked
from ..decoding.verdicts import may_be_failure, response_error
from ..errors import APIError, ResponseError, SdkError, TransportTimeout, bare
from ..transport.opening import Late, Opening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..config import ApiConfig
    from ..decoding.response import Response
    from ..operation import Operation
    from ..request import Request
    from ..transport.opening import OpenBody
    from .options import Options

T = TypeVar("T")
_MOMENT = 0.1
"""Seconds that the end of a response may take behind its last word."""
_MOST_PIECES = 3
"""How many there may be of it."""


def opening_of(operation: Operation) -> Opening:
    """What keeps the connection of a call open."""
    form = operation.stream
    assert form is not None, "who asks has looked"
    unwanted = None if operation.pending is None else operation.pending[0]
    # Lines of JSON go by many names; of events there is one.
    return Opening(form.media_types, strictly=form.form == "events", unwanted=unwanted)


class OpenStream(Generic[T]):
    """The items of a response. It is read by one, and any may close it."""

    def __init__(
        self, reader: ItemReader[T], opening: Opening, body: OpenBody, response: Response, host: str
    ) -> None:
        self.status = response.status
        self.headers: Mapping[str, str] = response.headers
        self.reader = reader
        self._opening = opening
        self._body = body
        self._host = host
        self._operation = reader.operation
        self._told: Iterator[Item[T] | APIError | ResponseError] = iter(())
        self._ends = False
        """Whether nothing more is read."""
        self._closed = False

    async def next(self) -> Item[T] | None:
        """The next item; None if all have come, or it was closed.

        Raises:
            APIError: the service says that the request has failed after all.
            ResponseError: what comes is no item, or breaks off.
            TransportTimeout: nothing comes for as long as it may take.
        """
        error: SdkError | None = None
        while not self._closed:
            found = self._found()
            if isinstance(found, Item):
                return found
            if found is not None:
                error = found
                break
            if self.reader.is_over:
                await self._see_the_end()
            if self._ends or self.reader.is_over:
                break
            piece = await self._body.piece()
            if isinstance(piece, Late):
                error = self._late()
                break
            self._take(piece)
        self.close(error)
        if error is not None:
            raise bare(error)
        return None

    def _found(self) -> Item[T] | APIError | ResponseError | None:
        """What there is of what has come."""
        try:
            return next(self._told, None)
        except BaseException as error:  # such as a warning that somebody wants raised
            self.close(error)
            raise

    async def _see_the_end(self) -> None:
        """After the last word, the response ends in a moment: then its connection is for others."""
        self._body.hurry(_MOMENT)
        for _ in range(_MOST_PIECES):
            piece = await self._body.piece()
            if not piece or isinstance(piece, Late):
                return

    def close(self, error: BaseException | None = None) -> None:
        """Read no more."""
        if self._closed:
            return
        self._closed = True
        self._body.close()
        events, self._opening.events = self._opening.events, None
        if events is not None:
            events.finished(error)

    def __del__(self) -> None:
        with suppress(Exception):
            self.close()

    def _take(self, piece: bytes | None) -> None:
        if self._closed:
            return
        if piece:
            self._told = self.reader.read(piece)
            return
        self._ends = True
        self._told = self.reader.ended(cut_short=piece is None)

    def _late(self) -> SdkError | None:
        """That nothing came, unless somebody has closed it meanwhile."""
        if self._closed:
            return None
        return TransportTimeout(Late.LATE.value, operation=self._operation, host=self._host)


def opened(
    kind: type[T],
    request: Request,
    config: ApiConfig,
    opening: Opening,
    host: str,
    options: Options,
    response: Response,
) -> OpenStream[T]:
    """The items of a response that has begun to come.

    Raises:
        APIError: the response says that the request failed.
        ResponseError: it is no such response.
        NotReady: there is nothing yet.
    """
    form, body = request.operation.stream, opening.body
    assert form is not None, "who asks has looked"
    waiting = not_ready(response, request)
    if waiting is not None:
        raise waiting
    error: APIError | ResponseError | None = None
    if body is None:
        if may_be_failure(response, request, config):
            error = failure(response, request, config)
        raise error or response_error(f"the answer is no {form.accept}", response, request)
    how = How(options.strict_responses, keep_extra=options.keep_extra)
    try:
        reader = ItemReader(form, kind, response, request, config, how, options.max_response_size)
    except NotUnpacked as wrong:
        body.close()
        error = response_error(f"the answer {wrong}", response, request)
    else:
        return OpenStream(reader, opening, body, response, host)
    raise error
