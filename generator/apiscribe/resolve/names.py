"""What is declared under which name, and the complaint about a name that is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from apiscribe.document import Documents
from apiscribe.document.arguments import ArgumentDoc
from apiscribe.document.files import ListDoc
from apiscribe.document.types import ObjectDoc, ValueDoc
from apiscribe.load.source import Place
from apiscribe.problems import Position, Problems, did_you_mean, quoted

D = TypeVar("D")
DeclaredKind = Literal["values", "groups", "objects", "lists"]

_SINGULAR = {"values": "value", "groups": "group", "objects": "object", "lists": "list"}
_FILES = {"values": "types", "groups": "types", "objects": "types", "lists": "lists"}

TYPE_KINDS = (
    "text",
    "integer",
    "number",
    "decimal",
    "boolean",
    "bytes",
    "identifier",
    "digits",
    "date",
    "duration",
    "csv",
    "separated",
    "list",
    "tuple",
    "map",
    "union",
    "file",
    "any",
)


_DATE, _OBJECT = "`date` with `formats`", "an object of `types/`, by its name, or `map`"
_ELSEWHERE = {
    **dict.fromkeys(("string", "str", "char", "varchar", "uri", "url", "password"), "`text`"),
    **dict.fromkeys(("int", "int32", "int64", "long", "short", "uint", "bigint"), "`integer`"),
    **dict.fromkeys(("float", "double", "decimal", "real", "numeric"), "`number`"),
    **dict.fromkeys(("bool", "flag"), "`boolean`"),
    **dict.fromkeys(("array", "tuple", "set", "sequence"), "`list` with `of`"),
    **dict.fromkeys(("object", "dict", "struct", "record", "json", "hash", "mapping"), _OBJECT),
    **dict.fromkeys(("datetime", "timestamp", "time", "iso8601"), _DATE),
    **dict.fromkeys(("uuid", "guid", "id"), "`identifier`"),
    **dict.fromkeys(("binary", "bytes", "blob", "upload"), "`file`"),
    **dict.fromkeys(("null", "none", "nil"), "no type; `nullable: true` lets null pass"),
    **dict.fromkeys(("oneof", "anyof", "variant"), "`union` with `members`"),
    "enum": "`text` or `integer` with `choices`",
    "email": "`text` with `email: true`",
}
"""What other languages call a type -> how it is said in this one."""


class Declared(Struct, Generic[D], frozen=True):
    doc: D
    place: Place


class Names:
    """All declarations of the spec that can be referred to."""

    def __init__(self, documents: Documents, problems: Problems) -> None:
        self._dropped = documents.dropped
        self.problems = problems
        self.values: dict[str, Declared[ValueDoc]] = {}
        self.groups: dict[str, Declared[Mapping[str, ArgumentDoc]]] = {}
        self.objects: dict[str, Declared[ObjectDoc]] = {}
        self.lists: dict[str, Declared[ListDoc]] = {}
        self.incomplete: set[str] = set()
        """Operations and objects that build on something that is wrong."""
        self.used: set[tuple[DeclaredKind, str]] = set()
        """What something names, besides the types of arguments and fields that are objects."""
        for types in documents.types:
            self._declare(self.values, types.doc.values, types.place / "values")
            self._declare(self.groups, types.doc.groups, types.place / "groups")
            self._declare(self.objects, types.doc.objects, types.place / "objects")
        for lists in documents.lists:
            self.lists[lists.stem] = Declared(lists.doc, lists.place / "list")
        self._refuse_kinds()

    def _declare(self, known: dict[str, Declared[D]], docs: Mapping[str, D], place: Place) -> None:
        for name, doc in docs.items():
            self.declare(known, name, Declared(doc, place / name))

    def declare(self, known: dict[str, Declared[D]], name: str, declared: Declared[D]) -> None:
        """Note a declaration; a name that is taken is a problem at both places."""
        if name not in known:
            known[name] = declared
            return
        message = f"{quoted(name)} is declared at {known[name].place.key_position} already"
        self.problems.add(declared.place.key_position, "duplicate-name", message)

    def is_dropped(self, *path: object) -> bool:
        """Whether something of that name was left out because it is wrong itself."""
        return path in self._dropped

    def has(self, kind: DeclaredKind, name: str, position: Position) -> bool:
        """Whether a name is declared; complains if it never was."""
        known: Mapping[str, object] = getattr(self, kind)
        if name in known:
            self.used.add((kind, name))
            return True
        if not self.is_dropped(kind, name) and not self.is_dropped(_FILES[kind]):
            message = f"there is no {_SINGULAR[kind]} {quoted(name)}{did_you_mean(name, known)}"
            self.problems.add(position, "unknown-name", message)
        return False

    def refuse(self, what: str, name: str, known: Iterable[str], position: Position) -> None:
        """Complain about a name that is none of those known."""
        message = f"there is no {what} {quoted(name)}{did_you_mean(name, known)}"
        self.problems.add(position, "unknown-name", message)

    def refuse_type(self, name: str, position: Position) -> None:
        """Complain about a type that is no kind, value or object."""
        dropped = any(self.is_dropped(*path) for path in (("values", name), ("types",)))
        if not dropped and not self.is_dropped("objects", name):
            if (ours := _ELSEWHERE.get(name.casefold().replace("-", "").replace("_", ""))) is None:
                self.refuse("type", name, (*TYPE_KINDS, *self.values, *self.objects), position)
                return
            message = f"there is no type {quoted(name)}; here it is {ours}"
            self.problems.add(position, "unknown-name", message)

    def _refuse_kinds(self) -> None:
        for name in TYPE_KINDS:
            if declared := self.values.pop(name, None):
                message = f"{quoted(name)} is a kind of the language itself"
                self.problems.add(declared.place.key_position, "bad-name", message)
