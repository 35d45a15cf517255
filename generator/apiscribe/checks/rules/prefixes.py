"""`binding`: what the keys of a map are sent behind tells which map is meant.

tags:  {type: map, of: text, prefix: "o:"}
more:  {type: map, of: text, prefix: "o:x-"}    # refused: `o:x-a` could be a key of either
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.kinds import IN_A_HEADER, SINGLE
from apiscribe.checks.subject import Subject, within
from apiscribe.model import Argument, FileType, MapType, Operation, UnknownType
from apiscribe.problems import Problem, quoted

RULE = "binding"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        prefixed = [each for each in operation.arguments if each.prefix is not None]
        for place, argument in enumerate(prefixed):
            for message, key in _wrong(operation, argument):
                yield Problem(subject.origins.at(argument, key), RULE, message)
            for other in prefixed[:place]:
                if other.location == argument.location and _overlap(other, argument):
                    yield Problem(
                        subject.origins.at(argument, "prefix"), RULE, _of_both(argument, other)
                    )


def _overlap(one: Argument, other: Argument) -> bool:
    names = [str(each.prefix) for each in (one, other)]
    if one.location == "header":
        names = [name.lower() for name in names]
    return names[0].startswith(names[1]) or names[1].startswith(names[0])


def _of_both(argument: Argument, other: Argument) -> str:
    if "" in (argument.prefix, other.prefix):
        return f"{quoted(argument.name)} and {quoted(other.name)} could have one key; write one map"
    message = f"names that begin with both {quoted(argument.prefix)} and {quoted(other.prefix)}"
    return f"{message} could be keys of either map; write one"


def _takes_any(operation: Operation, argument: Argument) -> bool:
    """Whether any name may be a key, as nothing else of ours stands where it is sent.

    A part that is a file is told from all that is a text.
    """
    in_form = argument.location == "body" and operation.encoding in ("form", "multipart")
    is_foreign = operation.is_foreign and not operation.all_in_json
    return in_form and (is_foreign or argument.is_file)


def _is_known(argument: Argument) -> bool:
    """Whether somebody knows if it is files, as no type in it is wrong itself."""
    return not any(isinstance(each, UnknownType) for each in within(argument.type))


def _wrong(operation: Operation, argument: Argument) -> Iterator[tuple[str, str]]:
    if argument.prefix == "" and not _takes_any(operation, argument) and _is_known(argument):
        message = "a `prefix` of nothing takes fields of any name, which a response hands out for "
        message += "a form at an address of its own (`url`), and files have (`of: file`); "
        yield f"{message}write arguments, or what each name begins with", "prefix"
    if argument.location in ("path", "cookie"):
        yield f"no {argument.location} has names that are open; a `prefix` is for others", "prefix"
    if argument.written is not None:
        yield "with a `prefix`, the keys of the map are the names; it has none itself", "wire_name"
    if argument.whole_body:
        yield "a whole body has no names, and so no `prefix`", "prefix"
    of = argument.type
    if not isinstance(of, MapType) or not _is_known(argument):  # which was told
        return
    if of.nullable:
        yield "names that begin with a `prefix` can be left out; nothing can be null", "nullable"
    if argument.takes_files and argument.location == "body":
        if of.value.nullable:
            yield "a file behind a `prefix` can be left out; nothing can be null", "of"
    elif argument.takes_files or not any(isinstance(p, FileType) for p in within(of.value)):
        yield from _no_single(operation, argument, of)


def _no_single(operation: Operation, argument: Argument, of: MapType) -> Iterator[tuple[str, str]]:
    in_json = operation.all_in_json and argument.location == "body"
    single = IN_A_HEADER if argument.location == "header" else SINGLE
    if not in_json and (not isinstance(of.value, single) or of.value.nullable):
        message = "behind each name that begins with a `prefix` is one text: `of` is a single value"
        no_id = ", and no `identifier` in a header" if argument.location == "header" else ""
        yield f"{message} that is not `nullable`{no_id}", "of"
