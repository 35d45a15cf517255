"""Arguments by the names that paging has for them, which may lead into an object."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from apiscribe.model.arguments import Argument
from apiscribe.model.values import Field, ObjectRef, UnknownType
from apiscribe.runtime.semantics.paths import keys_of

FieldsOf = Callable[[str], Iterable[Field]]
"""The fields of an object, by its name."""


def argument_at(
    name: str, arguments: Iterable[Argument], fields_of: FieldsOf
) -> tuple[Argument | Field, ...]:
    """The argument of that name, or it and the fields inside of it that a dotted name leads to.

    Empty if there is none; as far as can be known, if a type on the way is wrong itself.
    """
    known = {each.name: each for each in arguments}
    if name in known:
        return (known[name],)
    head, *keys = keys_of(name)
    found: list[Argument | Field] = [known[head]] if head in known else []
    for key in keys:
        holder = found[-1].type if found else None
        if isinstance(holder, UnknownType):
            break
        fields = fields_of(holder.object) if isinstance(holder, ObjectRef) else ()
        inner = next((each for each in fields if each.wire_name == key), None)
        if inner is None:
            return ()
        found.append(inner)
    return tuple(found)
