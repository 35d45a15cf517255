"""Calls whose responses are written where the caller wants them."""

from __future__ import annotations

import msgspec

from ..config import ApiConfig
from ..content import HeadedSavedFile, SavedFile, filename_of
from ..decoding.decode import How, read_head
from ..decoding.failures import failure
from ..decoding.response import Response
from ..decoding.verdicts import may_be_failure, response_error
from ..errors import ResponseError
from ..request import Request
from ..transport.sinks import Sink


def unpacked_request(request: Request) -> Request:
    """The same, for a response that is as large on the wire as it will be on disk."""
    headers = {**request.headers, "accept-encoding": "identity"}
    return msgspec.structs.replace(request, headers=headers)


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
    """
    error = (
        failure(response, request, config) if may_be_failure(response, request, config) else None
    )
    if (
        error is None and response.body and not sink.size
    ):  # of a way to the service that holds it in memory
        sink.begin({"content-length": str(len(response.body))})
        sink.write(response.body)
        sink.ended(cut_short=False)
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
