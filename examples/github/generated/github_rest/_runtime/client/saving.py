"""Calls whose responses are written where the caller wants them."""

from __future__ import annotations

import msgspec

from ..config import ApiConfig
from ..content import HeadedSavedFile, SavedFile, filename_of
from ..decoding.decode import How, read_head
from ..decoding.failures import failure
from ..decoding.readiness import not_ready
from ..decoding.response import Response
from ..decoding.verdicts import may_be_failure, response_error
from ..envelope import KeyMark, TextMark
from ..errors import ResponseError
from ..operation import Operation
from ..request import Request
from ..transport.sinks import Sink


def unpacked_request(request: Request) -> Request:
    """The same, for a response that is as large on the wire as it will be on disk."""
    headers = {**request.headers, "accept-encoding": "identity"}
    return msgspec.structs.replace(request, headers=headers)


def held(sink: Sink, operation: Operation, config: ApiConfig) -> Sink:
    """`sink`, which holds the beginning of a body back where it alone may tell a failure."""
    if operation.pending is not None:
        sink.unwanted = operation.pending[0]
    if any(isinstance(mark, KeyMark | TextMark) for mark in config.envelope_of(operation).marks):
        sink.hold()
    return sink


def saved(
    response: Response,
    request: Request,
    config: ApiConfig,
    sink: Sink,
    head: type[object] | None,
    *,
    how: How,
) -> SavedFile:
    """What has been written, with what headers say beside it if that has a class.

    Raises:
        APIError: the response says that the request failed.
        ResponseError: it is no file, larger than it may be, or broken off.
        NotReady: there is nothing yet.
    """
    waiting = not_ready(response, request)
    if waiting is not None:
        raise waiting
    if sink.held:
        response = msgspec.structs.replace(response, body=sink.held)
    error = None
    if may_be_failure(response, request, config):
        error = failure(response, request, config)
    if error is None:
        _write(response.body, sink)
    if error is None and sink.flaw:
        error = response_error(f"the answer {sink.flaw}", response, request)
    if error is None and not 200 <= response.status < 300:
        error = response_error("a status that is not documented", response, request)
    if error is not None:
        raise error
    file = SavedFile(
        path=sink.path,
        size=sink.size,
        media_type=response.headers.get("content-type", ""),
        filename=filename_of(response.headers),
        status=response.status,
        headers=response.headers,
    )
    if head is None:
        return file
    told = read_head(response, head, request, how)
    if isinstance(told, ResponseError):
        raise told
    return HeadedSavedFile(**msgspec.structs.asdict(file), head=told)


def _write(body: bytes, sink: Sink) -> None:
    """Write what has come and is in memory: of some ways to the service, all of it."""
    if not sink.held and body and not sink.size:
        sink.begin({"content-length": str(len(body))})
        sink.write(body)
        sink.ended(cut_short=False)
    sink.release()
