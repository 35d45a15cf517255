"""Rate limits: which groups cover which operation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from apiscribe.document import Documents
from apiscribe.document.files import LimitGroupDoc, PatternDoc
from apiscribe.load.source import Place
from apiscribe.model import Limit, Operation
from apiscribe.problems import Problems, did_you_mean_a_part, quoted
from apiscribe.resolve.origins import Origins


@dataclass(frozen=True, kw_only=True, slots=True)
class RateLimitPattern:
    pattern: str
    reads_as: str | None = None
    """The path that was meant, where the page's pattern matches none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RateLimitGroup:
    name: str
    requests: int
    seconds: int
    default: bool = False
    """Holds for every operation that no other per-second group covers."""
    patterns: tuple[RateLimitPattern, ...] = ()


@dataclass(slots=True)
class RateLimits:
    groups: tuple[RateLimitGroup, ...]
    origins: Origins
    problems: Problems

    def of(self, paths: Sequence[str]) -> tuple[Limit, ...]:
        """The limits of an operation that is found at these paths, in the spec's order."""
        named = {g.name: g for g in self.groups if _covers(g, paths)}
        lengths = {group.seconds for group in named.values()}
        return tuple(
            Limit(group=group.name, requests=group.requests, seconds=group.seconds)
            for group in self.groups
            if group.name in named or (group.default and group.seconds not in lengths)
        )

    def check(self, operations: Iterable[Operation]) -> None:
        """Every pattern means something, as it is printed or as it has to be read."""
        paths = [path for o in operations for path in (o.path, *o.aliases)]
        for group in self.groups:
            for pattern in group.patterns:
                self._check_pattern(pattern, paths)

    def _check_pattern(self, pattern: RateLimitPattern, paths: Sequence[str]) -> None:
        printed, meant = pattern.pattern, pattern.reads_as
        if meant is None and not _matching(printed, paths):
            hint = did_you_mean_a_part(printed, paths, "/")
            message = f"{quoted(printed)} matches no operation{hint}"
            if not hint:
                message += "; `reads_as` says which path it means, or it was removed"
            self.problems.add(self.origins.at(pattern), "rate-limit", message)
        elif meant is not None and not _matching(meant, paths):
            message = (
                f"{quoted(meant)} matches no operation{did_you_mean_a_part(meant, paths, '/')}"
            )
            self.problems.add(self.origins.at(pattern, "reads_as"), "rate-limit", message)


def rate_limits(documents: Documents, origins: Origins, problems: Problems) -> RateLimits:
    if documents.rate_limits is None:
        return RateLimits((), origins, problems)
    docs, place = documents.rate_limits.doc.groups, documents.rate_limits.place / "groups"
    groups = tuple(_group(name, doc, place / name, origins) for name, doc in docs.items())
    for group in groups:
        if group.default == bool(group.patterns):
            message = "a group of limits has either `patterns` or `default: true`"
            problems.add(origins.key_at(group), "rate-limit", message)
    _check_defaults(groups, origins, problems)
    return RateLimits(groups, origins, problems)


def _check_defaults(groups: Iterable[RateLimitGroup], origins: Origins, problems: Problems) -> None:
    first: dict[int, RateLimitGroup] = {}
    for group in groups:
        if group.default and first.setdefault(group.seconds, group) is not group:
            other = quoted(first[group.seconds].name)
            message = f"{other} is the default for {group.seconds} seconds already"
            problems.add(origins.at(group, "default"), "rate-limit", message)


def _group(name: str, doc: LimitGroupDoc, place: Place, origins: Origins) -> RateLimitGroup:
    patterns = []
    for index, entry in enumerate(doc.patterns or ()):
        if isinstance(entry, PatternDoc):
            pattern = RateLimitPattern(pattern=entry.pattern, reads_as=entry.reads_as)
        else:
            pattern = RateLimitPattern(pattern=entry)
        patterns.append(origins.note(pattern, place / "patterns" / index))
    group = RateLimitGroup(
        name=name,
        requests=doc.requests,
        seconds=doc.seconds,
        default=bool(doc.default),
        patterns=tuple(patterns),
    )
    return origins.note(group, place)


def _covers(group: RateLimitGroup, paths: Sequence[str]) -> bool:
    return any(_matching(p.reads_as or p.pattern, paths) for p in group.patterns)


def _matching(pattern: str, paths: Sequence[str]) -> list[str]:
    """The paths that a pattern matches; a star stands for any text, slashes included."""
    shape = _shape(pattern)
    return [path for path in paths if shape.fullmatch(path)]


@cache
def _shape(pattern: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in pattern.split("*")]
    return re.compile(".*".join(parts), re.DOTALL)
