"""How the bodies of operations are written: in one way, or in two, perhaps by what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from apiscribe.document.base import BodyEncoding, Encoding
from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.model import Argument, Constant, FileType, Location, Operation, UnknownType
from apiscribe.model import Encoding as WireEncoding
from apiscribe.problems import Problems, quoted
from apiscribe.resolve.origins import Origins


@dataclass(frozen=True, slots=True)
class Encodings:
    """What is stated for an operation, by itself or by the API."""

    stated: Encoding | list[BodyEncoding]
    doc: OperationDoc
    place: Place
    origins: Origins
    problems: Problems

    @property
    def first(self) -> Encoding:
        return self.stated[0] if isinstance(self.stated, list) else self.stated

    @property
    def otherwise(self) -> Location:
        """Where arguments stand that do not say it."""
        return "query" if self.first == "query" else "body"

    @property
    def _by_files(self) -> bool:
        """Whether it goes by what is given: JSON without files, and a form with them."""
        return isinstance(self.stated, list) and "multipart" in self.stated

    @property
    def fields_in_json(self) -> bool:
        """Whether what is no file is always sent as JSON."""
        return self.doc.json_part is not None or (self.first == "json" and not self._by_files)

    def on_the_wire(self, arguments: Sequence[Argument]) -> WireEncoding:
        """A form that holds a file is of several parts."""
        files = [argument for argument in arguments if argument.takes_files]
        if not files:
            return self.first
        if any(each.whole_body and isinstance(each.type, FileType) for each in files):
            return "raw"
        if self.first not in ("form", "multipart") and not self._by_files:
            message = f"a file travels in a form, and this operation is encoded as {self.first}"
            message += "; write `encoding: form`, or `[json, multipart]` if a body without files is"
            message += " JSON, or `body: true` if the file is the whole body"
            self.problems.add(self.origins.at(files[0], "type"), "encoding", message)
        return "multipart"

    def also(self, arguments: Sequence[Argument]) -> tuple[Literal["form", "json"], ...]:
        """The encodings that the service takes besides; a file, or what is JSON alone, has none."""
        if not isinstance(self.stated, list):
            return ()
        single = single_of(arguments)
        if self._by_files:
            wrong = _never_both(arguments, single)
            if wrong:
                self._refuse(wrong)
            return () if wrong else ("json",)
        if single is None:
            return ("form",) if "form" in self.stated[1:] else ("json",)
        ways = "write one encoding"
        if single.takes_files and not single.whole_body:
            ways += ", or `[json, multipart]` if only a body with files is a form"
        self._refuse(f"{quoted(single.name)} travels in one way only; {ways}")
        return ()

    def with_part(self, operation: Operation) -> Operation:
        """The operation with the part of its form that holds all that is no file, if it has one."""
        name = self.doc.json_part
        if name is None:
            return operation
        wrong = _no_part(operation, name)
        if wrong:
            where = (self.place / "json_part").key_position
            self.problems.add(where, "encoding", wrong)
            return operation
        return replace(operation, json_part=name)

    def _refuse(self, message: str) -> None:
        """Say what is wrong with encodings that the operation names itself."""
        if self.doc.encoding is not None:
            self.problems.add((self.place / "encoding").position, "encoding", message)


def single_of(arguments: Sequence[Argument]) -> Argument | None:
    """What can be sent in one way only: a file, or a whole body."""
    return next((each for each in arguments if each.whole_body or each.takes_files), None)


def in_body_alone(arguments: Sequence[Argument]) -> Argument | None:
    """What no request without a body can do without: a whole body, or a file and nothing else."""
    files = (each for each in arguments if each.is_file and each.always_required)
    return next((each for each in arguments if each.whole_body), None) or next(files, None)


def _never_both(arguments: Sequence[Argument], single: Argument | None) -> str:
    """Why a body is never JSON in one call and a form in another."""
    if single is None and not _all_known(arguments):
        return ""
    if single is None:
        return "nothing is a file, so that nothing is sent as a form; write `encoding: json`"
    if single.whole_body:
        return f"{quoted(single.name)} travels in one way only; write one encoding"
    needed = next((each for each in arguments if each.is_file and each.always_required), None)
    if needed is None:
        return ""
    return f"{quoted(needed.name)} is a file that is always there; write `encoding: multipart`"


def _all_known(arguments: Sequence[Argument]) -> bool:
    """Whether none may be a file, as its type is wrong itself."""
    return not any(isinstance(each.type, UnknownType) for each in arguments)


def _no_part(operation: Operation, name: str) -> str:
    """Why no part of a form holds all that is no file."""
    if not _all_known(operation.arguments):
        return ""
    if operation.encoding != "multipart" or not any(a.takes_files for a in operation.arguments):
        return "`json_part` is for a form with files; remove it"
    if operation.wrap:
        return f"{quoted(name)} holds the arguments as they are; write `wrap: null`"
    named: list[Argument | Constant] = [*operation.arguments, *operation.constants]
    inside = [a for a in named if a.location == "body" and not _is_file(a)]
    if not inside:
        return f"nothing but files is in the body, so that {quoted(name)} holds nothing; remove it"
    files = (each for each in operation.arguments if each.takes_files)
    alike = next((each for each in files if each.wire_name.partition("[")[0] == name), None)
    return "" if alike is None else f"{quoted(alike.name)} is the part {quoted(name)} already"


def _is_file(part: object) -> bool:
    return isinstance(part, Argument) and part.is_file
