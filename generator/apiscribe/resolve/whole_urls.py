"""Operations whose whole address is an argument, and the responses that hand such addresses out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.files import OperationDoc
from apiscribe.document.whole_urls import ReachedLinkDoc
from apiscribe.load.source import Place
from apiscribe.model import (
    Argument,
    Field,
    Ground,
    ListType,
    ObjectRef,
    Operation,
    Pattern,
    TextType,
    UnionType,
    UnknownType,
    ValueType,
    WholeUrl,
)
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve import servers
from apiscribe.resolve.origins import Origins
from apiscribe.runtime.semantics.elsewhere import ADDRESS, OWN_ADDRESS, path_for
from apiscribe.runtime.semantics.linked import inside_of_links
from apiscribe.runtime.semantics.paths import keys_of


def path_of(id: str, doc: OperationDoc, place: Place, problems: Problems) -> str:
    """The path of an operation; of one that is sent elsewhere, where a stub has it."""
    if doc.url is None and doc.path is None:
        problems.add(place.position, "missing-key", "`path` is missing")
    elif doc.url is not None and (doc.path is not None or doc.aliases):
        key = "path" if doc.path is not None else "aliases"
        message = f"`url` says where all of it is sent; remove {quoted(key)}"
        problems.add((place / key).key_position, "unsuitable-key", message)
    return doc.path or path_for(id, "" if doc.url is None else doc.url.argument)


def whole_url(
    doc: OperationDoc, documents: Documents, place: Place, problems: Problems
) -> WholeUrl | None:
    """What is said of the address that an operation is sent to."""
    if doc.url is None:
        return None
    named = doc.url.servers
    for index, name in enumerate(named or ()):
        servers.for_operation(name, documents, place / "url" / "servers" / index, problems)
    if named is None and doc.authentication:
        message = "credentials go to the API's own servers alone, which `servers` of `url` names"
        problems.add((place / "authentication").key_position, "authentication", message)
    told = doc.url.handed_out_by
    return WholeUrl(
        argument=doc.url.argument,
        handed_out_by={id: _keys(each) for id, each in told.items()},
        where={id: each.where for id, each in told.items() if isinstance(each, ReachedLinkDoc)},
        servers=None if named is None else tuple(named),
    )


def _keys(source: str | ReachedLinkDoc) -> tuple[str, ...]:
    """The keys of an address; of one in a link, through the list."""
    if isinstance(source, str):
        return tuple(keys_of(source))
    *above, last = keys_of(source.list)
    return (*above, f"{last.removesuffix('[]')}[]", *keys_of(source.key))


def as_address(argument: Argument, url: WholeUrl, origins: Origins, problems: Problems) -> Argument:
    """The argument that is the address: text that may be one, and a secret if it says who may."""
    if argument.name != url.argument:
        return argument
    of = argument.type
    if not isinstance(of, TextType | UnknownType):
        message = f"{quoted(argument.name)} is an address: `type: text`"
        problems.add(origins.at(argument, "type"), "binding", message)
    elif isinstance(of, TextType) and all(each.ground.basis == "inferred" for each in of.rules):
        allowed = ADDRESS if url.is_foreign else OWN_ADDRESS
        pattern = origins.note(
            Pattern(pattern=allowed, ground=Ground("inferred")), origins.place(of)
        )
        of = origins.same(replace(of, rules=(pattern,)), of)
    is_secret = argument.sensitive or url.is_foreign
    return origins.same(replace(argument, type=of, sensitive=is_secret), argument)


def check_sources(
    operations: Iterable[Operation],
    fields: Mapping[str, tuple[Field, ...]],
    origins: Origins,
    problems: Problems,
) -> None:
    """Each response that is said to hand out addresses has such a key, which is hidden."""
    by_id = {each.id: each for each in operations}
    for operation in by_id.values():
        url = operation.url
        for id, keys in {} if url is None else url.handed_out_by.items():
            place = origins.place(operation) / "url" / "from" / id
            if id not in by_id:
                message = f"there is no operation {quoted(id)}{did_you_mean(id, by_id)}"
                problems.add(place.key_position, "unknown-name", message)
                continue
            wrong = _wrong_key(by_id[id], keys, fields, is_secret=operation.is_foreign)
            where = {} if url is None else url.where.get(id, {})
            wrong = wrong or _wrong_link(by_id[id], keys, where, fields)
            if wrong:
                problems.add(place.position, "binding", wrong)


def _wrong_key(
    source: Operation,
    keys: tuple[str, ...],
    fields: Mapping[str, tuple[Field, ...]],
    *,
    is_secret: bool,
) -> str:
    """Why no address stands under some keys of a response."""
    if keys[: len(source.unwrap)] != source.unwrap:
        whole = ".".join((*source.unwrap, *keys))
        return (
            f"keys are those of the whole response of {quoted(source.id)}, of which"
            f" {quoted('.'.join(source.unwrap))} is returned; write {quoted(whole)}"
        )
    of, found = source.returns, None
    for key in keys[len(source.unwrap) :]:
        known = _fields_of(of, fields)
        name = key.removesuffix("[]")
        found = next((each for each in known if each.wire_name == name), None)
        if found is None:
            return "" if _is_open(of) else _unknown(source, known, key)
        of = found.type
        if _is_open(of):
            return ""
        is_list = isinstance(of, ListType)
        if key.endswith("[]") != is_list:
            what = "is a list: write `[]` behind it" if is_list else "is no list"
            return f"{quoted(key.removesuffix('[]'))} {what}"
    if not isinstance(of, TextType | UnknownType):
        return f"{quoted('.'.join(keys))} of {quoted(source.id)} is no text"
    if is_secret and found is not None and not found.sensitive:
        return (
            f"who has that address needs no more; write `sensitive: true` at {quoted(found.name)}"
        )
    return ""


def _wrong_link(
    source: Operation,
    keys: tuple[str, ...],
    where: Mapping[str, str],
    fields: Mapping[str, tuple[Field, ...]],
) -> str:
    """Why no link in a list says what it is."""
    of = source.returns
    to_list = keys[len(source.unwrap) : inside_of_links(keys)]
    for key in to_list:
        found = [f for f in _fields_of(of, fields) if f.wire_name == key.removesuffix("[]")]
        of = found[0].type if found else None
    links = f"the links in {quoted('.'.join(to_list).removesuffix('[]'))} of {quoted(source.id)}"
    known = _fields_of(of, fields)
    for key in where if known else ():
        told = next((each for each in known if each.wire_name == key), None)
        if told is None:
            return f"{links} have no {quoted(key)}{did_you_mean(key, [f.wire_name for f in known])}"
        if not isinstance(told.type, TextType | UnknownType):
            return f"{quoted(key)} of {links} is no text"
    return ""


def _unknown(source: Operation, known: Sequence[Field], key: str) -> str:
    """That no field has a key, and which one is meant."""
    message = f"no response of {quoted(source.id)} has {quoted(key)}"
    headed = next((each for each in known if (each.header or "").lower() == key.lower()), None)
    if headed is not None:
        return f"{message}; what that header says is {quoted(headed.wire_name)}"
    return message + did_you_mean(key, [each.wire_name for each in known])


def _fields_of(of: ValueType | None, fields: Mapping[str, tuple[Field, ...]]) -> list[Field]:
    """The fields of an object, of the objects in a list, or of those that one may be."""
    of = of.item if isinstance(of, ListType) else of
    members = [each.type for each in of.members] if isinstance(of, UnionType) else [of]
    objects = [each.object for each in members if isinstance(each, ObjectRef)]
    return [each for name in objects for each in fields.get(name, ())]


def _is_open(of: ValueType | None) -> bool:
    """Whether nobody knows what is in it, as its type is wrong itself."""
    return isinstance(of.item if isinstance(of, ListType) else of, UnknownType)
