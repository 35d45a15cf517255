"""Rate limits: which groups cover which operation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from apiscribe.document import Documents
from apiscribe.document.limits import (
    LimitGroupDoc,
    PatternDoc,
    PerArgumentDoc,
    RateLimitsDoc,
)
from apiscribe.load.source import Place
from apiscribe.model import Limit, Operation
from apiscribe.problems import Problems, did_you_mean, did_you_mean_a_part, quoted
from apiscribe.resolve.origins import Origins

RULE = "rate-limit"


class RateLimitPattern(Struct, frozen=True, kw_only=True):
    pattern: str
    reads_as: str | None = None
    """The path that was meant, where the page's pattern matches none."""


class RateLimitGroup(Struct, frozen=True, kw_only=True):
    name: str
    doc: LimitGroupDoc
    patterns: tuple[RateLimitPattern, ...] = ()

    @property
    def lengths(self) -> frozenset[int]:
        return frozenset(seconds for _, seconds in self.doc.limits)

    def names(self, id: str, method: str, paths: Sequence[str]) -> bool:
        """Whether it covers an operation by what it says, and not as a default."""
        doc = self.doc
        if doc.default or (doc.methods is not None and method not in doc.methods):
            return False
        if doc.patterns is None and doc.operations is None:
            return doc.methods is not None
        return any(_matching(p.reads_as or p.pattern, paths) for p in self.patterns) or any(
            _matching(each, [id]) for each in doc.operations or ()
        )

    def is_default_beside(self, lengths: Collection[int]) -> bool:
        """Whether it covers what is covered by groups of these lengths already."""
        return bool(self.doc.default) and not (self.lengths and self.lengths <= set(lengths))

    def limits(self, id: str) -> Iterator[Limit]:
        """A limit for each window; one without a number if only responses tell it."""
        doc = self.doc
        several = len(doc.limits) > 1
        for requests, seconds in doc.limits or ((0, 1),):
            yield Limit(
                group=self.name,
                requests=requests,
                seconds=seconds,
                several=several,
                per="argument" if isinstance(doc.per, PerArgumentDoc) else doc.per,
                argument=doc.per.argument if isinstance(doc.per, PerArgumentDoc) else "",
                cost=self.cost(id),
                dearest=dearest(doc),
            )

    def cost(self, id: str) -> int:
        if isinstance(self.doc.cost, int):
            return self.doc.cost
        costs = (cost for pattern, cost in self.doc.cost.items() if _matching(pattern, [id]))
        return next(costs, 1)


class RateLimits(Struct):
    groups: tuple[RateLimitGroup, ...]
    origins: Origins
    problems: Problems

    def of(self, id: str, method: str, paths: Sequence[str]) -> tuple[Limit, ...]:
        """The limits of an operation that is found at these paths, in the spec's order."""
        named = {g.name: g for g in self.groups if g.names(id, method, paths)}
        lengths = {seconds for group in named.values() for seconds in group.lengths}
        return tuple(
            limit
            for group in self.groups
            if group.name in named or group.is_default_beside(lengths)
            for limit in group.limits(id)
        )

    def check(self, operations: Sequence[Operation]) -> None:
        """Everything means something, as it is printed or as it has to be read."""
        paths = [path for o in operations for path in (o.path, *o.aliases)]
        ids = [operation.id for operation in operations]
        for group in self.groups:
            for pattern in group.patterns:
                self._check_pattern(pattern, paths)
            self._check_ids(group, ids)
            self._check_argument(group, operations)

    def _check_pattern(self, pattern: RateLimitPattern, paths: Sequence[str]) -> None:
        printed, meant = pattern.pattern, pattern.reads_as
        if meant is None and not _matching(printed, paths):
            hint = did_you_mean_a_part(printed, paths, "/")
            message = f"{quoted(printed)} matches no operation{hint}"
            if not hint:
                message += "; `reads_as` says which path it means, or it was removed"
            self.problems.add(self.origins.at(pattern), RULE, message)
        elif meant is not None and not _matching(meant, paths):
            message = (
                f"{quoted(meant)} matches no operation{did_you_mean_a_part(meant, paths, '/')}"
            )
            self.problems.add(self.origins.at(pattern, "reads_as"), RULE, message)

    def _check_ids(self, group: RateLimitGroup, ids: Sequence[str]) -> None:
        named = [("operations", index, id) for index, id in enumerate(group.doc.operations or ())]
        costs = group.doc.cost if isinstance(group.doc.cost, dict) else {}
        for key, place, id in [*named, *(("cost", each, each) for each in costs)]:
            if not _matching(id, ids):
                message = f"{quoted(id)} is the id of no operation{did_you_mean(id, ids)}"
                self.problems.add(self.origins.at(group, key, place), RULE, message)

    def _check_argument(self, group: RateLimitGroup, operations: Iterable[Operation]) -> None:
        if not isinstance(group.doc.per, PerArgumentDoc):
            return
        name = group.doc.per.argument
        for operation in operations:
            taken = [argument.name for argument in operation.arguments]
            if name not in taken and any(each.group == group.name for each in operation.limits):
                message = (
                    f"{quoted(operation.id)} is in this group and has no argument {quoted(name)}"
                    f"{did_you_mean(name, taken)}"
                )
                self.problems.add(self.origins.at(group, "per"), RULE, message)


def rate_limits(documents: Documents, origins: Origins, problems: Problems) -> RateLimits:
    if documents.rate_limits is None:
        return RateLimits((), origins, problems)
    doc, place = documents.rate_limits.doc, documents.rate_limits.place / "groups"
    groups = tuple(_group(name, each, place / name, origins) for name, each in doc.groups.items())
    for group in groups:
        _check_group(group, doc, origins, problems)
    _check_defaults(groups, origins, problems)
    return RateLimits(groups, origins, problems)


def _check_group(
    group: RateLimitGroup, file: RateLimitsDoc, origins: Origins, problems: Problems
) -> None:
    doc = group.doc
    covers = (doc.patterns, doc.operations, doc.methods)
    if bool(doc.default) == any(each is not None for each in covers):
        message = "a group of limits has `patterns`, `operations` or `methods`, or `default: true`"
        problems.add(origins.key_at(group), RULE, message)
    if not doc.limits and (file.told_by is None or not doc.told):
        message = (
            "how many requests are allowed is not said: `requests` and `seconds`, `windows`,"
            " or `told_by` at the top where responses tell it"
        )
        problems.add(origins.key_at(group), RULE, message)
    most = dearest(doc)
    fewest = min((requests for requests, _ in doc.limits), default=most)
    if most > fewest:
        message = f"a call that costs {most} never fits into {fewest}"
        problems.add(origins.at(group, "cost"), RULE, message)


def dearest(doc: LimitGroupDoc) -> int:
    """As how many requests the dearest call of a group counts."""
    return doc.cost if isinstance(doc.cost, int) else max(1, *doc.cost.values())


def _check_defaults(groups: Iterable[RateLimitGroup], origins: Origins, problems: Problems) -> None:
    first: dict[int, RateLimitGroup] = {}
    for group in groups:
        for seconds in group.lengths if group.doc.default else ():
            if first.setdefault(seconds, group) is not group:
                other = quoted(first[seconds].name)
                message = f"{other} is the default for {seconds} seconds already"
                problems.add(origins.at(group, "default"), RULE, message)


def _group(name: str, doc: LimitGroupDoc, place: Place, origins: Origins) -> RateLimitGroup:
    patterns = []
    for index, entry in enumerate(doc.patterns or ()):
        if isinstance(entry, PatternDoc):
            pattern = RateLimitPattern(pattern=entry.pattern, reads_as=entry.reads_as)
        else:
            pattern = RateLimitPattern(pattern=entry)
        patterns.append(origins.note(pattern, place / "patterns" / index))
    return origins.note(RateLimitGroup(name=name, doc=doc, patterns=tuple(patterns)), place)


def _matching(pattern: str, texts: Sequence[str]) -> list[str]:
    """What a pattern matches; a star stands for any text, slashes and dots included."""
    shape = _shape(pattern)
    return [text for text in texts if shape.fullmatch(text)]


@cache
def _shape(pattern: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in pattern.split("*")]
    return re.compile(".*".join(parts), re.DOTALL)
