"""What of a response is returned: what the API wraps under a key, or what its status means."""

from __future__ import annotations

from collections.abc import Mapping

from apiscribe.document import Documents
from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.model import FileType, ObjectRef, Pending, TextType, UnknownType, ValueType
from apiscribe.problems import Problems, quoted
from apiscribe.resolve.attributes import attributes_of
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.types import Types
from apiscribe.runtime.semantics.paths import keys_of


def unwrap(
    doc: OperationDoc, documents: Documents, place: Place, problems: Problems
) -> tuple[str, ...]:
    """The keys above what an operation returns: its own, or else those of the API."""
    says_so = "unwrap" in doc.model_fields_set
    path = doc.unwrap if says_so else documents.api.doc.unwrap
    if path is None:
        return ()
    if doc.returns is None or _is_truth(doc.returns):
        if says_so:
            message = "nothing is returned that could be unwrapped; add `returns`, or remove it"
            problems.add((place / "unwrap").key_position, "unwrap", message)
        return ()
    if says_so and "[]" in path:
        message = f"{quoted(path)} is something of each item; unwrap the list, and return objects"
        problems.add((place / "unwrap").position, "unwrap", message)
        return ()
    return tuple(keys_of(path))


def head(doc: OperationDoc, names: Names, origins: Origins, place: Place) -> ObjectRef | None:
    """The object that headers tell beside a file or a text."""
    place /= "head"
    if doc.head is None or not names.has("objects", doc.head, place.position):
        return None
    return origins.note(ObjectRef(object=doc.head), place)


def beside(
    doc: OperationDoc,
    unwrapped: tuple[str, ...],
    documents: Documents,
    names: Names,
    origins: Origins,
    place: Place,
    problems: Problems,
) -> ObjectRef | None:
    """The object of what stands beside what is unwrapped: the operation's, or else the API's."""
    says_so = "beside" in doc.model_fields_set
    name = doc.beside if says_so else documents.api.doc.beside
    place = (place if says_so else documents.api.place) / "beside"
    if name is None or not (unwrapped or says_so):
        return None
    if not names.has("objects", name, place.position):
        return None
    if not unwrapped:
        message = "nothing is unwrapped that something stands beside; it is a field of what"
        problems.add(place.key_position, "unwrap", f"{message} `returns` names")
        return None
    return origins.note(ObjectRef(object=name), place)


def pending(doc: OperationDoc, place: Place, problems: Problems) -> Pending | None:
    """What says that nothing is ready yet, which what is returned does not say."""
    if doc.pending is None:
        return None
    place /= "pending"
    status = doc.pending if isinstance(doc.pending, int) else doc.pending.status
    seconds = 1 if isinstance(doc.pending, int) else doc.pending.seconds
    at = place if isinstance(doc.pending, int) else place / "status"
    usual = {200} if doc.returns is not None else {200, 204}
    if status in (doc.returns if isinstance(doc.returns, dict) else usual):
        message = f"{status} says that it is done, and not that nothing is ready yet"
        problems.add(at.position, "returns", message)
    elif not 200 <= status < 300:
        message = f"{status} is no success: it is an error of `errors.yaml`, and one of"
        problems.add(at.position, "returns", f"{message} `kind: rate_limit` is waited out, too")
    wait = None if isinstance(doc.pending, int) else doc.pending.wait
    told = None
    if wait is not None:
        units = 1000 if wait.unit == "milliseconds" else 1
        told = (wait.key or "", wait.header or "", units)
    return Pending(status=status, seconds=seconds, told=told)


def _is_truth(returns: object) -> bool:
    return isinstance(returns, dict) and any(isinstance(each, bool) for each in returns.values())


def truths(doc: OperationDoc, place: Place, problems: Problems) -> Mapping[int, bool]:
    """What each status means, where the status alone is the response."""
    if not isinstance(doc.returns, dict):
        return {}
    place /= "returns"
    found = {s: meant for s, meant in doc.returns.items() if isinstance(meant, bool)}
    if not found:
        return {}
    if len(found) < len(doc.returns):
        message = "either each status has a type or `nothing`, or each is `true` or `false`"
        problems.add(place.position, "returns", message)
        return found
    for status, truth in found.items():
        if status in _NEVER_AN_ANSWER or status >= 500 or status < 200:
            message = f"{status} says nothing of what was asked; it stays an error"
            problems.add((place / status).key_position, "returns", message)
        elif truth and status >= 300:
            message = f"{status} is no success, and cannot mean `true`"
            problems.add((place / status).position, "returns", message)
    for truth, word in ((True, "true"), (False, "false")):
        if truth not in found.values():
            message = f"no status means `{word}`; the other is an error, or nothing is returned"
            problems.add(place.position, "returns", message)
    return found


def statuses(
    doc: OperationDoc, types: Types, origins: Origins, place: Place, problems: Problems
) -> Mapping[int, ValueType | None]:
    """What each status returns, where there are several."""
    if not isinstance(doc.returns, dict) or truths(doc, place, Problems()):
        return {}
    paging = place / "paging"
    place /= "returns"
    found: dict[int, ValueType | None] = {}
    for status, meant in doc.returns.items():
        assert not isinstance(meant, bool), "those are truths"
        if wrong := _never_returned(status, first=not found):
            problems.add((place / status).key_position, "returns", wrong)
        if meant.type == "nothing":
            found[status] = None
        else:
            found[status] = types.resolve(attributes_of(meant, place / status), place / status)
    _refuse_alike(found, place, problems)
    first = next(iter(found.values()), None)
    if doc.paging is not None and any(each is None or each != first for each in found.values()):
        message = "pages are of one type: each status returns the same, or nothing has `paging`"
        problems.add(paging.position, "returns", message)
    return found


def _never_returned(status: int, *, first: bool) -> str:
    """Why a status is that of an error in any case; empty if it may be what is returned."""
    if status in _ABOUT_CALLERS:
        return f"{status} says nothing of what was asked; it stays an error"
    if not 200 <= status < 300 and not 400 <= status < 600:
        return f"{status} is no success; `errors` and `redirects` say what else there is"
    if first and status >= 400:
        return f"{status} is returned beside a success, which is written before it"
    return ""


def _refuse_alike(found: Mapping[int, ValueType | None], place: Place, problems: Problems) -> None:
    """Callers tell what they have by its type."""
    kinds: dict[str, tuple[int, ValueType | None]] = {}
    for status, of in found.items():
        match of:
            case UnknownType():
                continue
            case None:
                kind = "nothing"
            case ObjectRef() if not of.nullable:
                kind = f"object {of.object}"
            case FileType():
                kind = "content"
            case TextType() if of.media_types:
                kind = "content"
            case _:
                kind = "no object"
        first, same = kinds.setdefault(kind, (status, of))
        if kind == "content" and of != same:
            problems.add((place / status).position, "returns", _EACH_OR_NONE)
        if kind == "no object" and of != same:
            message = f"what {status} returns cannot be told from what {first} does; return objects"
            message += ", or the same for both"
            problems.add((place / status).position, "returns", message)
    if len(kinds) > 1 and "content" in kinds:
        status, _ = kinds["content"]
        problems.add((place / status).position, "returns", _EACH_OR_NONE)


_EACH_OR_NONE = "a file or a text is what each status returns, the same each time, or none does"
_ABOUT_CALLERS = (401, 407, 429)
"""Statuses about who asks and how often, whatever is asked."""
_NEVER_AN_ANSWER = (*_ABOUT_CALLERS, 408)
"""The same, where there is no body to say more."""
