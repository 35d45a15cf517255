"""`example`, `no-example`: every answer has a documented example, which is of its type.

Clients decode the page's own examples strictly: an unknown key, a missing one or a value
of another kind is a mistake of the transcription, or belongs into `errata.yaml`. A file
that is named after an operation that does not exist is one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from apiscribe.checks import headed
from apiscribe.checks.shape import Mismatch, located, mismatches, shown
from apiscribe.checks.subject import Subject
from apiscribe.model import (
    HEADERS,
    NEXT,
    Example,
    FileType,
    ObjectRef,
    Operation,
    TextType,
    UnknownType,
    ValueType,
)
from apiscribe.model.contents import word
from apiscribe.model.failures import STATUS, TEXT
from apiscribe.model.paging import LinkPages, UrlPages
from apiscribe.problems import Problem, did_you_mean, quoted
from apiscribe.runtime.semantics.linked import path_to
from apiscribe.runtime.semantics.paths import head_of, without

RULE = "example"
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_KEYS_OF_PAGES = ("pages", "more", "total", "next", "previous")
"""What a scheme of paging calls the keys in which responses tell of pages."""
_WITHOUT_CONTENT = (204, 205)
_TEXT = re.compile(r"[\t\x20-\x7e\xa0-\xff]*")


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        yield from _requests(subject, operation)
        if subject.knows_api:  # which says what stands around what is returned
            yield from _answer(subject, operation)
            yield from _other_answers(subject, operation)
            yield from _other_contents(subject, operation)
            yield from _further_page(subject, operation)


def _requests(subject: Subject, operation: Operation) -> Iterator[Problem]:
    for example in operation.examples:
        if not example.is_request:
            yield from _headers(subject, example)
            continue
        if not isinstance(example.value, dict):
            message = f"expected an object of arguments, found {shown(example.value)}"
            yield Problem(subject.origins.at(example), RULE, message)
        elif subject.is_complete(operation) and not _in_errata(subject, operation):
            yield from _other_arguments(subject, operation, example, example.value)


def _in_errata(subject: Subject, operation: Operation) -> bool:
    """Whether the page is known to contradict itself about an operation."""
    is_lost = ("errata",) in subject.resolved.documents.dropped
    return is_lost or any(operation.id in each.operations for each in subject.api.errata)


def _other_arguments(
    subject: Subject, operation: Operation, example: Example, sent: Mapping[str, object]
) -> Iterator[Problem]:
    """What a request lacks, and what it has too much; its values may break the page's rules."""
    known = {argument.name for argument in operation.arguments}
    common = {each.argument.name for each in subject.api.common}
    remedy = f"if it is the page's mistake, name {quoted(operation.id)} in `errata.yaml`"
    for argument in operation.arguments:
        if argument.required and argument.name not in sent:
            message = f"{quoted(argument.name)} is missing, which is required; {remedy}"
            yield Problem(subject.origins.at(example), RULE, message)
    for name in sent.keys() - known - common:
        message = f"{quoted(operation.id)} has no argument {quoted(name)}"
        hint = did_you_mean(name, known - sent.keys()) or f"; {remedy}"
        yield Problem(subject.origins.key_at(example, name), RULE, message + hint)


def _headers(subject: Subject, example: Example) -> Iterator[Problem]:
    """Whether headers are texts that could be some."""
    if not example.kind.endswith(HEADERS):
        return
    if not isinstance(example.value, dict):
        message = f"expected an object of headers, found {shown(example.value)}"
        yield Problem(subject.origins.at(example), RULE, message)
        return
    for name, text in example.value.items():
        if not _NAME.fullmatch(name):
            message = f"{quoted(name)} is no name of a header"
            yield Problem(subject.origins.key_at(example, name), RULE, message)
        if not isinstance(text, str) or not _TEXT.fullmatch(text):
            message = f"expected the text of a header, found {shown(text)}"
            yield Problem(subject.origins.at(example, name), RULE, message)


def _answer(subject: Subject, operation: Operation) -> Iterator[Problem]:
    example = operation.example("response")
    if operation.returns is None or operation.truths:
        may_be = operation.main_status in operation.statuses
        if not may_be and example is not None and example.value not in (None, {}, []):
            message = f"{quoted(operation.id)} returns nothing, says the spec"
            if not operation.truths:
                message += "; if a body comes that callers need not have, write"
                message += " `returns: {200: nothing}`"
            yield Problem(subject.origins.at(example), RULE, message)
    elif example is not None or not isinstance(operation.returns, FileType | UnknownType):
        # What a file holds is seldom printed.
        yield from _response(subject, operation, "response", operation.returns)
    head = None if operation.content_types is None else operation.head
    if head is not None and not headed.has_body(subject, head):
        yield from _response(subject, operation, "response", head, beside_content=True)


def _other_answers(subject: Subject, operation: Operation) -> Iterator[Problem]:
    """Those of further statuses, each of which has an example of its own."""
    for status, of in operation.statuses.items():
        kind = "response" if status == operation.main_status else str(status)
        example = operation.example(kind)
        if of is None and status in _WITHOUT_CONTENT and example is not None:
            message = f"a response of {status} has no body"
            yield Problem(subject.origins.at(example), RULE, message)
        is_needed = example is not None or not isinstance(of, FileType)
        if of is not None and status != operation.main_status and is_needed:
            yield from _response(subject, operation, str(status), of)


def _other_contents(subject: Subject, operation: Operation) -> Iterator[Problem]:
    """Those of further media types: of a text, each has an example of its own."""
    for kind in operation.other_contents:
        is_needed = isinstance(operation.returns, TextType)
        if operation.returns is not None and (is_needed or operation.examples_in(kind)):
            yield from _response(subject, operation, word(kind), operation.returns)


def _further_page(subject: Subject, operation: Operation) -> Iterator[Problem]:
    """The page behind the documented one, of which there may be an example."""
    example = operation.example(NEXT)
    if example is None:
        return
    by, position = operation.paging, subject.origins.at(example)
    if by is None and "paging" in subject.origins.place(operation):
        return  # whose scheme is not known
    if by is None:
        message = f"{quoted(operation.id)} has no pages: `paging` says that something has"
        yield Problem(position, RULE, message)
    elif by.continue_with:
        message = f"the page behind the first one is the example of {quoted(by.continue_with)}"
        yield Problem(position, RULE, message)
    elif isinstance(by, LinkPages | UrlPages) and not (by.page or by.offset or by.cursor):
        message = "no address leads to that page: `paging` says which argument stands in one"
        yield Problem(position, RULE, f"{message} (`page`, `offset` or `cursor`)")
    elif operation.returns is not None:
        yield from _response(subject, operation, NEXT, operation.returns)


def _is_misnamed(subject: Subject, operation: Operation, kind: str) -> bool:
    """Whether there is an example of an operation that there is not, but for this one."""
    known = {each.name for each in subject.api.operations if each.resource == operation.resource}
    return any(
        file.resource == operation.resource
        and file.kind == kind
        and file.operation not in known
        and bool(did_you_mean(file.operation, [operation.name]))
        for file in subject.resolved.examples.files
    )


def _response(
    subject: Subject,
    operation: Operation,
    kind: str,
    returned: ValueType,
    *,
    beside_content: bool = False,
) -> Iterator[Problem]:
    declared = headed.whole(subject, returned)
    if isinstance(returned, UnknownType) or (declared and not subject.is_complete(declared)):
        return
    example = None if beside_content else operation.example(kind)
    beside = HEADERS if kind == "response" else f"{kind}.{HEADERS}"
    headers = operation.example(beside)
    needed = [kind] if headed.has_body(subject, returned) else []
    if declared is not None and declared.needs_headers:
        needed.append(beside)
    lacking = [each for each in needed if operation.example(each) is None]
    for each in lacking:
        path = f"examples/{operation.resource}/{operation.name}.{each}.json"
        is_there = path in subject.resolved.documents.spec.contents  # and no JSON
        if not is_there and not _is_misnamed(subject, operation, each):
            what = {"response": "its answer", HEADERS: "the headers of its answer"}.get(each, each)
            message = f"{quoted(operation.id)} has no example of {what}, {quoted(path)}"
            yield Problem(subject.origins.key_at(operation), "no-example", message)
    shown_in = example or headers
    if lacking or shown_in is None:
        return
    value = None if example is None else example.value
    if not needed or needed[0] != kind:
        if value not in (None, {}, []):
            message = f"all that {quoted(operation.id)} returns stands in headers, says the spec"
            yield Problem(subject.origins.at(shown_in), RULE, message)
        example = None
    told = headers.value if headers is not None and isinstance(headers.value, dict) else {}
    for keys, fault in _faults(subject, operation, value, returned, told):
        at = subject.origins.key_at(shown_in, *(keys if example is not None else ()))
        yield Problem(at, RULE, f"{located(keys)}: {fault}")


def _faults(
    subject: Subject,
    operation: Operation,
    value: object,
    returned: ValueType,
    headers: Mapping[str, str],
) -> Iterator[Mismatch]:
    """Where a response is not of the type that is returned, which it may wrap."""
    above: tuple[str, ...] = ()
    if operation.beside is not None and isinstance(value, dict):
        named = {each.wire_name for each in subject.api.objects[operation.beside.object].fields}
        told = {key: each for key, each in value.items() if key in named}
        yield from mismatches(without(told, [operation.unwrap]), operation.beside, subject, above)
    for key in operation.unwrap if headed.has_body(subject, returned) else ():
        if not isinstance(value, dict):
            yield above, f"expected an object with {quoted(key)} (`unwrap`), found {shown(value)}"
            return
        if key not in value:
            hint = did_you_mean(key, value) or "; without such a key, write `unwrap: null`"
            yield above, f"{quoted(key)} is missing, which `unwrap` names{hint}"
            return
        value, above = value[key], (*above, key)
    declared = headed.whole(subject, returned)
    if declared is None:
        held = value if operation.unwrap else _without_envelope(subject, operation, returned, value)
        yield from mismatches(held, returned, subject, above)
    else:
        yield from headed.mismatches_of_whole(value, declared, headers, subject, above)


def _without_envelope(
    subject: Subject, operation: Operation, returned: ValueType, value: object
) -> object:
    """A whole response without what says of failures and pages, which need not be its fields."""
    if not isinstance(value, dict) or not isinstance(returned, ObjectRef):
        return value
    fields = {each.wire_name for each in subject.api.objects[returned.object].fields}
    envelope = subject.api.envelope_of(operation)
    marks = (mark.key for mark in envelope.key_marks)
    told = (*marks, *envelope.codes, *(m for m in envelope.messages if isinstance(m, str)))
    paths = [re.sub(r"[\[{].*", "", each) for each in told if each not in (STATUS, TEXT)]
    paths += [path_to(getattr(operation.paging, n, None) or "") for n in _KEYS_OF_PAGES]
    beside = {head_of(path)[0] for path in paths} - fields
    return {key: each for key, each in value.items() if key not in beside}
