"""`stream`: an item that is a whole event is an object of what events have.

Posted: {fields: {event: {type: text, choices: [posted]}, data: {type: Note}}}
returns: {stream: {type: union, by: event, members: [Posted, Removed]}, as: events, whole: true}
returns: {stream: Note, as: events, whole: true}     # refused: no event has a `title`
returns: {stream: Word, as: lines, until: {key: done, is: true}}     # so the example ends
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import (
    AnyType,
    ListType,
    ObjectRef,
    Operation,
    Stream,
    TextType,
    UnionType,
    UnknownType,
    ValueType,
)
from apiscribe.model.streams import DATA_KEY, EVENT_KEY, ID_KEY, RETRY_KEY
from apiscribe.problems import Problem, enumerated, quoted
from apiscribe.runtime.semantics.paths import stands

RULE = "stream"
_PARTS = (EVENT_KEY, DATA_KEY, ID_KEY, RETRY_KEY)


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        of, said = operation.returns, operation.stream
        if said is None or not isinstance(of, ListType):
            continue
        if said.whole:
            for message in _whole(subject, of.item):
                yield Problem(subject.origins.at(of.item), RULE, message)
        if said.until_key:
            yield from _ends(subject, operation, said)


def _ends(subject: Subject, operation: Operation, said: Stream) -> Iterator[Problem]:
    """The last item of an example says that it is the last one, and no other does."""
    example = operation.example("response")
    if example is None or not isinstance(example.value, list):
        return
    items = (each for each in example.value if isinstance(each, dict))
    datas = [each.get(DATA_KEY) if said.whole else each for each in items]
    ends = [stands(each, said.until_key, said.until_values) for each in datas]
    if ends.count(True) != 1 or not ends[-1]:
        message = f"the last item, and no other, says by {quoted(said.until_key)} that it is the"
        yield Problem(subject.origins.at(example), RULE, f"{message} last one")


def _whole(subject: Subject, item: ValueType) -> Iterator[str]:
    if isinstance(item, UnionType) and item.by == EVENT_KEY:
        members = [each.type for each in item.members]
    else:
        members = [item]
    for of in members:
        if isinstance(of, UnknownType):
            continue
        if not isinstance(of, ObjectRef) or of.nullable:
            message = "a whole event is an object, or a union of objects `by: event`; without"
            yield f"{message} `whole`, an item is what its data holds"
            continue
        yield from _event(subject, of)


def _event(subject: Subject, of: ObjectRef) -> Iterator[str]:
    for field in subject.api.objects[of.object].body_fields:
        name = field.wire_name
        where = f"{quoted(name)} of {quoted(of.object)}"
        if name not in _PARTS:
            yield f"an event has {enumerated(_PARTS)}, and no {where}; that is a part of its data"
        elif field.required and name in (ID_KEY, RETRY_KEY):
            yield f"an event need not have {quoted(name)}; {where} has to be `optional`"
        elif name in (EVENT_KEY, ID_KEY) and not isinstance(field.type, TextType | AnyType):
            yield f"{where} is `text`, as that of any event"
