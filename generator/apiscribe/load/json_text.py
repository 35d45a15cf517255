"""JSON to plain values, and where each of them stands.

The values are the standard library's. It keeps no positions, so a second pass over the
text, which is known to be JSON by then, finds them.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from itertools import accumulate
from typing import NoReturn

from apiscribe.load.scalars import NotANumber, whole_number
from apiscribe.load.source import Path, Spot
from apiscribe.load.text import FileText, Unreadable, decode, spot_after
from apiscribe.problems import quoted
from apiscribe.runtime.semantics.predicates import is_encodable

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_DEEPEST = 60


def read_json(content: bytes) -> FileText:
    result = FileText()
    try:
        text = decode(content)
        if not text.strip():
            raise Unreadable("empty-file", "the file says nothing", (1, 1))
        result.value = _parse(text)
        _Scanner(text, result).scan(())
    except Unreadable as problem:
        return FileText(problems=[*result.problems, problem])
    return result


def _parse(text: str) -> object:
    try:
        value: object = json.loads(
            text, parse_constant=_refuse, parse_float=_finite, parse_int=_whole
        )
    except _Refused as refused:
        number, why = refused.args
        message = f"{quoted(number)} is no number that can be worked with{why}"
        raise Unreadable("number", message, spot_after(text[: text.find(number)])) from None
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        raise Unreadable("syntax", message, (error.lineno, error.colno)) from None
    except RecursionError:
        raise Unreadable("syntax", f"nested more than {_DEEPEST} levels deep", (1, 1)) from None
    return value


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)


def _whole(digits: str) -> int:
    try:
        return whole_number(digits)
    except NotANumber as why:
        _refuse(digits, str(why))


class _Refused(Exception):
    """A number that JSON could hold, or that Python alone takes for one."""


def _refuse(digits: str, why: str = "") -> NoReturn:
    raise _Refused(digits, why)


class _Scanner:
    """Notes positions, and what the standard library lets pass."""

    def __init__(self, text: str, result: FileText) -> None:
        self._tokens = [(found.group(), found.start()) for found in _TOKEN.finditer(text)]
        self._next = 0
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._result = result

    def scan(self, path: Path) -> None:
        token, offset = self._take()
        self._result.values[path] = self._spot(offset)
        if len(path) > _DEEPEST:
            message = f"nested more than {_DEEPEST} levels deep"
            raise Unreadable("syntax", message, self._spot(offset))
        if token == "{":
            while self._inside("}"):
                self._pair(path)
        elif token == "[":
            index = 0
            while self._inside("]"):
                self.scan((*path, index))
                index += 1
        elif token[0] == '"':
            self._text(token, offset)

    def _pair(self, path: Path) -> None:
        token, offset = self._take()
        inner = (*path, self._text(token, offset))
        if inner in self._result.keys:
            line, column = self._result.keys[inner]
            message = f"{quoted(inner[-1])} is in line {line}, column {column} already"
            self._complain("duplicate-key", message, offset)
        self._result.keys[inner] = self._spot(offset)
        self._take()  # the colon
        self.scan(inner)

    def _text(self, token: str, offset: int) -> str:
        text: str = json.loads(token)
        if not is_encodable(text):
            self._complain("encoding", "text cannot hold NUL or half of a surrogate pair", offset)
        return text

    def _inside(self, end: str) -> bool:
        """Whether another item follows, with the comma or the end taken."""
        if self._tokens[self._next][0] in (",", end):
            return self._take()[0] == ","
        return True

    def _take(self) -> tuple[str, int]:
        self._next += 1
        return self._tokens[self._next - 1]

    def _spot(self, offset: int) -> Spot:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def _complain(self, rule: str, message: str, offset: int) -> None:
        self._result.problems.append(Unreadable(rule, message, self._spot(offset)))
        self._result.damaged.add(())
