"""Requests to the stub, as tests write them."""

import pytest

from apiscribe.runtime.stub import Bounds
from apiscribe.runtime.stub.arguments import read_arguments
from apiscribe.runtime.stub.responses import RequestRefused

FORM = b"application/x-www-form-urlencoded"
MULTIPART = b"multipart/form-data; boundary=B"
END = b"--B--\r\n"
MAX_FIELDS, MAX_TEXT = Bounds().fields, Bounds().text_bytes


def read(operation, body=b"", content_type=FORM, query=b""):
    return read_arguments(operation, query, content_type, body)


def refusal(operation, body=b"", content_type=FORM, query=b""):
    with pytest.raises(RequestRefused) as caught:
        read(operation, body, content_type, query)
    return f"{caught.value.fault}: {caught.value.message}"


def part(name, content, *headers, filename=None):
    file = f'; filename="{filename}"' if filename is not None else ""
    head = [f'Content-Disposition: form-data; name="{name}"{file}', *headers]
    return b"--B\r\n" + "\r\n".join(head).encode() + b"\r\n\r\n" + content + b"\r\n"
