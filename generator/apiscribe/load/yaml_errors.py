"""What is wrong with the syntax of YAML, said so that the place to mend is found."""

from __future__ import annotations

from yaml import Mark, MarkedYAMLError

from apiscribe.load.source import Spot
from apiscribe.load.text import Unreadable

_REASONS = {
    "found character that cannot start any token": "this character cannot stand here unquoted",
    "mapping values are not allowed in this context": "a `:` is not expected here; quote the text",
    "could not find expected ':'": "a key without `:`",
    "did not find expected key": "a key is expected here; is the indentation right?",
    "did not find expected node content": "a value is expected here",
    "found unexpected end of stream": "the quotes that begin here are never closed",
    "found undefined alias": "no anchor of that name comes before this alias",
    "but found another document": "a second document; a file of the spec is one",
    "did not find expected comment or line break": (
        "`|` or `>` begins text on the lines below; put the value in quotes"
    ),
    "block sequence entries are not allowed in this context": (
        "a list with `-` begins on a line of its own"
    ),
    "found unexpected ':'": "a blank is missing behind the `:`",
}

_OPEN = {
    "did not find expected ',' or '}'": ("{", "}"),
    "did not find expected ',' or ']'": ("[", "]"),
}
_UNCLOSED = "the `{0}` that begins here is not closed; is a `{1}` or a `,` missing?"
_UNSEPARATED = "a `,` or `{1}` is expected here; text with `:` or `{0}` in it has to be quoted"


def syntax_problem(error: MarkedYAMLError, text: str) -> Unreadable:
    reason = error.problem or "not YAML"
    mark, begin = error.problem_mark or error.context_mark, error.context_mark
    if reason == "found unexpected end of stream" and begin:
        mark = begin  # the end of the file is not where the mistake is
    if reason in _OPEN and mark and begin:
        # Nobody looks for it where the next line begins.
        sentence = _UNCLOSED if mark.line > begin.line else _UNSEPARATED
        mark = begin if mark.line > begin.line else mark
        return Unreadable("syntax", sentence.format(*_OPEN[reason]), _spot(mark))
    line = text.split("\n")[mark.line : mark.line + 1] if mark else []
    before, rest = (line[0][: mark.column], line[0][mark.column :]) if mark and line else ("", "")
    if rest.startswith("\t"):
        reason = "a tab; indent with blanks"
    elif reason == "did not find expected key" and before.strip(" -"):
        reason = "a value ended before this; put the whole text in quotes"
    return Unreadable("syntax", _REASONS.get(reason, reason), _spot(mark) if mark else (1, 1))


def _spot(mark: Mark) -> Spot:
    return mark.line + 1, mark.column + 1
