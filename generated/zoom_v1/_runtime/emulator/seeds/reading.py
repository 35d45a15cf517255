"""A seed as records, with all that is wrong with it.

user:
ann: {email: ann@example.com}           # `ann` is what others call it
bob: {email: bob@example.com, state: pending}
order:
- {buyer_id: $ann, placed_at: $now - 2 days}
$tenants:
other-key: {user: [{id: carla, email: carla@example.com}]}
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ...program import Program
from ...validation.records import AllowedFields
from .checking import Checker
from .ordering import ordered
from .records import BadSeed, Seed, SeedProblem, SeedRecord, meant
from .written import Again, Node, Unreadable, of_python, of_text

TENANTS = "$tenants"


def read_seed(
    given: str | os.PathLike[str] | Mapping[str, object], program: Program, allowed: AllowedFields
) -> Seed:
    """Read a seed.

    Args:
        given: a file of YAML or, called `.json`, of JSON; or what such a file says.
        program: what there is to have records of.
        allowed: what their fields may hold.

    Raises:
        BadSeed: with every problem.
    """
    try:
        root, again = _written(given)
    except Unreadable as wrong:
        raise BadSeed([SeedProblem(wrong.at, str(wrong))]) from None
    reader = _Reader(program, allowed)
    reader.problems += [SeedProblem(each.at, each.problem) for each in again]
    seed = reader.read(root)
    if reader.problems:
        raise BadSeed(reader.problems)
    return seed


def _written(given: str | os.PathLike[str] | Mapping[str, object]) -> tuple[Node, list[Again]]:
    if isinstance(given, Mapping):
        return of_python(given, "seed"), []
    return _of_file(Path(given))


def _of_file(path: Path) -> tuple[Node, list[Again]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Unreadable(str(path), f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise Unreadable(str(path), "is not UTF-8") from None
    try:
        return of_text(text, str(path), is_json=path.suffix.lower() == ".json")
    except ModuleNotFoundError:
        problem = "YAML needs PyYAML: install it (pip install PyYAML), or write JSON"
        raise Unreadable(str(path), problem) from None


class _Reader:
    def __init__(self, program: Program, allowed: AllowedFields) -> None:
        self._program = program
        self._allowed = allowed
        self.problems: list[SeedProblem] = []

    def read(self, root: Node) -> Seed:
        if root.value is None:
            return Seed()
        if not isinstance(root.value, dict):
            self._wrong(root.at, f"is no mapping from entities to records, such as {_EXAMPLE}")
            return Seed()
        tenants: dict[str, tuple[SeedRecord, ...]] = {}
        named = root.value.get(TENANTS)
        if named is not None and not isinstance(named.value, dict):
            problem = "is no mapping from tenants to their records, such as"
            self._wrong(named.at, f"{problem} `my-key: {{user: [{{id: ann}}]}}`")
        elif named is not None:
            for tenant, each in named.value.items():
                tenants[tenant] = self._account(each)
        own = {name: each for name, each in root.value.items() if name != TENANTS}
        return Seed(everybody=self._account(Node(own, root.at, root.keys)), tenants=tenants)

    def _account(self, root: Node) -> tuple[SeedRecord, ...]:
        """The records of one tenant."""
        if not isinstance(root.value, dict):
            self._wrong(root.at, f"is no mapping from entities to records, such as {_EXAMPLE}")
            return ()
        checker = Checker(self._program, self._allowed, self.problems)
        for name, each in root.value.items():
            if name in self._program.entities:
                self._collect(name, each, checker)
            else:
                known = (*self._program.entities, TENANTS)
                self._wrong(root.keys[name], f"there is no entity `{name}`{meant(name, known)}")
        return ordered(checker.checked(), self.problems)

    def _collect(self, entity: str, node: Node, checker: Checker) -> None:
        if isinstance(node.value, dict):
            for name, each in node.value.items():
                checker.add(entity, name, each, node.keys[name])
        elif isinstance(node.value, list):
            for each in node.value:
                checker.add(entity, "", each, each.at)
        elif node.value is not None:
            says = "is neither a list of records nor a mapping from local names to them"
            self._wrong(node.at, f"`{entity}` {says}")

    def _wrong(self, at: str, problem: str) -> None:
        self.problems.append(SeedProblem(at, problem))


_EXAMPLE = "`user: [{id: ann}]`"
