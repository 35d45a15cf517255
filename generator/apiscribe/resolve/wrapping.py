"""The keys under which the body of a request holds the arguments that stand in it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.model import Argument, Constant, Operation
from apiscribe.problems import Problems, quoted
from apiscribe.resolve.origins import Origins
from apiscribe.runtime.semantics.paths import keys_of


class Wrapper(Struct, frozen=True):
    """What wraps the bodies of operations."""

    documents: Documents
    origins: Origins
    problems: Problems

    def around(self, operation: Operation, doc: OperationDoc, place: Place) -> Operation:
        """The operation with the keys that it names itself, or else those of the API."""
        says_so = "wrap" in doc.model_fields_set
        path = doc.wrap if says_so else self.documents.api.doc.wrap
        if path is None:
            if ("api",) not in self.documents.dropped:
                self._require_nothing_beside(operation)
            return operation
        if "[]" in path:
            message = f"{quoted(path)} is a list; the arguments stand under keys of objects"
            where = place if says_so else self.documents.api.place
            self.problems.add((where / "wrap").position, "wrap", message)
            return operation
        if operation.encoding in ("query", "raw") or not operation.has_body:
            if says_so:
                message = "nothing stands in the body that could be wrapped; remove it"
                if operation.encoding == "raw":
                    message = "the body is a file, which nothing wraps; remove it"
                self.problems.add((place / "wrap").key_position, "wrap", message)
            else:
                self._require_nothing_beside(operation)
            return operation
        self._check_beside(operation, path)
        return replace(operation, wrap=tuple(keys_of(path)))

    def _check_beside(self, operation: Operation, path: str) -> None:
        """What stands beside the keys is in the body, and something is left for them to hold."""
        named: tuple[Argument | Constant, ...] = (*operation.arguments, *operation.constants)
        is_full = any(each.wrapped for each in named if each.location == "body")
        for each in operation.beside_wrap:
            if each.location != "body":
                message = f"{quoted(each.name)} is in the {each.location}, which nothing wraps"
                self._refuse(each, f"{message}; remove it")
            elif isinstance(each, Argument) and each.whole_body:
                self._refuse(each, f"{quoted(each.name)} is all that {quoted(path)} could hold")
            elif not is_full:
                message = f"nothing is left for {quoted(path)} to hold; write `wrap: null` instead"
                self._refuse(each, message)
            elif each.wire_name == keys_of(path)[0]:
                message = f"{quoted(each.name)} is sent as {quoted(each.wire_name)}, which holds"
                self._refuse(each, f"{message} the others")

    def _require_nothing_beside(self, operation: Operation) -> None:
        for each in operation.beside_wrap:
            message = f"nothing wraps the body of {quoted(operation.id)}; `wrap` says what does"
            self._refuse(each, message)

    def _refuse(self, part: Argument | Constant, message: str) -> None:
        self.problems.add(self.origins.at(part, "wrapped"), "wrap", message)
