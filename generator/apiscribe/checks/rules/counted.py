"""`binding`: what the client counts is a number, which it can count anew for each sending.

nonce:  {type: integer, counts: microseconds}
nonce:  {type: text, counts: microseconds}       # refused: no text is more than another
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import Argument, IntegerType, Operation, UnknownType
from apiscribe.model.paging import LinkPages, UrlPages
from apiscribe.problems import Problem, quoted

RULE = "binding"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        counted = [each for each in operation.arguments if each.counts is not None]
        for place, each in enumerate(counted):
            for message, key in _wrong(operation, each):
                yield Problem(subject.origins.at(each, key), RULE, message)
            if place:
                message = f"{quoted(counted[0].name)} is what the client counts already"
                yield Problem(subject.origins.at(each, "counts"), RULE, message)


def _wrong(operation: Operation, counted: Argument) -> Iterator[tuple[str, str]]:
    name = quoted(counted.name)
    if not isinstance(counted.type, IntegerType | UnknownType):
        yield "what the client counts is a number: `type: integer`", "counts"
    if counted.required:
        yield f"the client counts {name} where none is given: it is not `required`", "required"
    if counted.default is not None:
        yield f"the client counts {name} where none is given: it has no `default`", "default"
    if counted.location == "cookie":
        yield f"{name} is counted for each request, and no cookie is; put it elsewhere", "counts"
    in_query = counted.location == "query" or operation.encoding == "query"
    if in_query and isinstance(operation.paging, LinkPages | UrlPages):
        message = "addresses of next pages have a query of their own, where nothing is counted"
        yield f"{message}; put {name} in a header", "counts"
    if counted.whole_body:
        yield f"{name} stands beside what is sent, and cannot be the whole body", "counts"
    if operation.has_files or operation.url is not None:
        what = "with a file" if operation.has_files else "to an address that was handed out"
        message = f"a request {what} is made once, and not counted again when it is sent again; "
        yield f"{message}without `counts`, {name} is the caller's to give", "counts"
