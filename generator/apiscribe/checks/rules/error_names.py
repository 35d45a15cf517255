"""`error-name`: each error code becomes an exception of its own, of a name that is free.

1001: {name: UserNotFound, ...}
1002: {name: UserNotFound, ...}       # refused: taken
1003: {name: PermissionError, ...}    # refused: Python's own
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.problems import Problem, quoted

RULE = "error-name"

# A list of our own: a name must not become forbidden because Python gained an exception.
_PYTHONS = frozenset(
    [
        "ArithmeticError",
        "AssertionError",
        "AttributeError",
        "BaseException",
        "BaseExceptionGroup",
        "BlockingIOError",
        "BrokenPipeError",
        "BufferError",
        "BytesWarning",
        "ChildProcessError",
        "ConnectionAbortedError",
        "ConnectionError",
        "ConnectionRefusedError",
        "ConnectionResetError",
        "DeprecationWarning",
        "EOFError",
        "EncodingWarning",
        "EnvironmentError",
        "Exception",
        "ExceptionGroup",
        "FileExistsError",
        "FileNotFoundError",
        "FloatingPointError",
        "FutureWarning",
        "GeneratorExit",
        "IOError",
        "ImportError",
        "ImportWarning",
        "IndentationError",
        "IndexError",
        "InterruptedError",
        "IsADirectoryError",
        "KeyError",
        "KeyboardInterrupt",
        "LookupError",
        "MemoryError",
        "ModuleNotFoundError",
        "NameError",
        "NotADirectoryError",
        "NotImplementedError",
        "OSError",
        "OverflowError",
        "PendingDeprecationWarning",
        "PermissionError",
        "ProcessLookupError",
        "PythonFinalizationError",
        "RecursionError",
        "ReferenceError",
        "ResourceWarning",
        "RuntimeError",
        "RuntimeWarning",
        "StopAsyncIteration",
        "StopIteration",
        "SyntaxError",
        "SyntaxWarning",
        "SystemError",
        "SystemExit",
        "TabError",
        "TimeoutError",
        "TypeError",
        "UnboundLocalError",
        "UnicodeDecodeError",
        "UnicodeEncodeError",
        "UnicodeError",
        "UnicodeTranslateError",
        "UnicodeWarning",
        "UserWarning",
        "ValueError",
        "Warning",
        "WindowsError",
        "ZeroDivisionError",
    ]
)


def check(subject: Subject) -> Iterator[Problem]:
    taken: dict[str, int | str] = {}
    for error in subject.api.errors:
        message = None
        if error.name in _PYTHONS:
            message = f"{quoted(error.name)} is an exception of Python's own"
        elif error.name in taken:
            message = (
                f"{quoted(error.name)} is the exception of {quoted(taken[error.name])} already"
            )
        if message is not None:
            yield Problem(subject.origins.at(error, "name"), RULE, message)
        taken.setdefault(error.name, error.key)
