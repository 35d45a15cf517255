"""Steps that have a name, and are read anew wherever they are done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apiscribe.document.state import DoDoc, SharedStepsDoc
from apiscribe.load.source import Place
from apiscribe.problems import Problems, did_you_mean, enumerated, quoted
from apiscribe.resolve.state.names import ALWAYS, Scope
from apiscribe.runtime.semantics.paths import keys_of

Given = dict[str, object]
"""What each name that shared steps take stands for: a reference, or a plain value."""


class Shared:
    """The shared steps of a spec, by name."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._of: dict[str, tuple[SharedStepsDoc, Place]] = {}
        self._used: set[str] = set()
        self._doing: list[str] = []

    def add(self, name: str, doc: SharedStepsDoc, place: Place) -> None:
        if name in self._of:
            self._problem(place.key_position, "duplicate-name", f"{quoted(name)} is in two files")
        self._of[name] = doc, place

    def has(self, name: str) -> bool:
        return name in self._of

    def within(self, steps: Sequence[Any], inside: frozenset[str] = frozenset()) -> Iterator[Any]:
        """Steps, those inside of others, and those that are done by their name."""
        for step in steps:
            yield step
            for key in ("steps", "then", "otherwise"):
                inner = getattr(step, key, None)
                if isinstance(inner, list):
                    yield from self.within(inner, inside)
            if isinstance(step, DoDoc) and step.do in self._of and step.do not in inside:
                doc, _ = self._of[step.do]
                yield from self.within(doc.steps, inside | {step.do})

    def begin(self, doc: DoDoc, place: Place) -> tuple[SharedStepsDoc, Place] | None:
        """The steps that are meant; None if they cannot be done here."""
        self._used.add(doc.do)
        found = self._of.get(doc.do)
        if found is None:
            message = f"there are no steps {quoted(doc.do)}{did_you_mean(doc.do, self._of)}"
            self._problem((place / "do").position, "unknown-name", message)
            return None
        if doc.do in self._doing:
            way = " → ".join([*self._doing[self._doing.index(doc.do) :], doc.do])
            message = f"steps that would never end: {way}; go through a list with `for_each`"
            self._problem((place / "do").position, "recursion", message)
            return None
        self._doing.append(doc.do)
        return found

    def end(self) -> None:
        self._doing.pop()

    def given(self, doc: DoDoc, takes: Sequence[str], place: Place, scope: Scope) -> Given:
        """What `with` says, as names mean it where the steps are done."""
        for name in doc.values:
            if name not in takes:
                hint = did_you_mean(name, takes)
                expected = f"; they take {enumerated(takes, 'and')}" if takes and not hint else hint
                message = f"the steps {quoted(doc.do)} take no {quoted(name)}{expected}"
                self._problem((place / "with" / name).key_position, "unknown-name", message)
        unknown = [name for name in doc.values if name not in takes]
        missing = [name for name in takes if name not in doc.values]
        lacking = [n for n in missing if not any(did_you_mean(each, [n]) for each in unknown)]
        if lacking:
            message = f"the steps {quoted(doc.do)} take {enumerated(lacking, 'and')} as well"
            self._problem((place / "do").position, "missing-key", message)
        given: Given = dict.fromkeys(missing)
        for name, raw in doc.values.items():
            if isinstance(raw, dict | list):
                message = "expected a reference or a plain value; `let` has names for others"
                self._problem((place / "with" / name).position, "bad-value", message)
                raw = None
            given[name] = scope.meaning(raw)
        return given

    def check_used(self) -> None:
        """Steps that nothing does are a slip."""
        if not self._used <= self._of.keys():
            return  # those that seem unused may be meant
        for name, (_, place) in self._of.items():
            if name not in self._used:
                message = f"the steps {quoted(name)} are done nowhere"
                self._problem(place.key_position, "unused", message)

    def _problem(self, position: Any, rule: str, message: str) -> None:
        self._problems.add(position, rule, message)


def passed(given: Mapping[str, object]) -> frozenset[str]:
    """The names in what is given, other than those that are known everywhere."""
    references = (each for each in given.values() if isinstance(each, str) and each[:1] == "$")
    return frozenset(keys_of(each[1:])[0] for each in references) - {*ALWAYS}
