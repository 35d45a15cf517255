"""Responses that are no JSON, as what they are."""

from __future__ import annotations

import codecs
import warnings
from email.message import Message

from ..call_warnings import ResponseMismatchWarning
from ..content import Content, FileContent, H, HeadedFile, HeadedText, TextContent, filename_of
from ..errors import ResponseError
from ..request import Request
from ..semantics.media_types import is_among
from .response import Response
from .verdicts import response_error


def read_content(
    response: Response, documented: Content, request: Request, *, strict: bool, quiet: bool
) -> FileContent | TextContent | ResponseError:
    """The file or the text; another type than documented is told, or with `strict` an error."""
    told = response.headers.get("content-type", "")
    if told and not is_among(told, documented.media_types):
        line = f"content-type: {told}, expected {' or '.join(documented.media_types)}"
        (line,) = request.quoted_lines([line])
        warning = ResponseMismatchWarning(request.operation.id, [line], 0)
        if strict:
            return response_error(warning.summary, response, request)
        if not quiet:
            from .callers import callers_level

            warnings.warn(warning, stacklevel=callers_level())
    if documented.kind == "file":
        name = filename_of(response.headers)
        return FileContent(content=response.body, media_type=told, filename=name)
    charset = _charset(told)
    try:
        return TextContent(text=response.body.decode(charset), media_type=told)
    except UnicodeDecodeError:
        return response_error(f"the answer is not {charset}", response, request)


def with_head(content: FileContent | TextContent, head: H) -> HeadedFile[H] | HeadedText[H]:
    if isinstance(content, TextContent):
        return HeadedText(text=content.text, media_type=content.media_type, head=head)
    return HeadedFile(
        content=content.content,
        media_type=content.media_type,
        filename=content.filename,
        head=head,
    )


def _charset(media_type: str) -> str:
    """How a text is encoded: as its type says, and otherwise in UTF-8."""
    message = Message()
    message["content-type"] = media_type
    named = message.get_content_charset() or "utf-8-sig"
    try:
        found = codecs.lookup(named)
    except (LookupError, ValueError):
        return "utf-8-sig"
    # Of those that are no encodings of text, such as base64, `decode` knows nothing.
    is_text: bool = getattr(found, "_is_text_encoding", True)
    return ("utf-8-sig" if found.name == "utf-8" else found.name) if is_text else "utf-8-sig"
