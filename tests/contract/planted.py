"""Secrets to plant, and all the places where they must not come up."""

import traceback

import pytest

KEY = "planted-key-5f2c"
SECRET = "planted-secret-9b1e"
PASSWORD = "Pl4nted-pw"
PLANTED = (KEY, SECRET, PASSWORD)

ECHO = f"key {KEY}, secret {SECRET}, password {PASSWORD}"
"""What a server says that quotes what it was sent."""


def said_by(error: BaseException) -> str:
    """All that a program can come to print of an error, and of what led to it."""
    texts = traceback.format_exception(error)
    chain: BaseException | None = error
    while chain is not None:
        texts += [repr(chain), str(chain), repr(chain.args), *getattr(chain, "__notes__", [])]
        chain = chain.__cause__ or chain.__context__
    return "\n".join(texts)


def said_by_log(log: pytest.LogCaptureFixture) -> str:
    return "\n".join([log.text, *(repr(record.__dict__) for record in log.records)])


def assert_hidden(text: str, planted: tuple[str, ...] = PLANTED) -> None:
    assert [each for each in planted if each in text] == []
