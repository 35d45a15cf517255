"""The arguments that a path names."""

from __future__ import annotations

import re
from collections.abc import Collection

from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.problems import Problems, did_you_mean, quoted

_OPEN_ENDED = re.compile(r"\+\}")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def placeholders(
    doc: OperationDoc,
    path: str,
    names: Collection[str] | None,
    place: Place,
    problems: Problems,
) -> frozenset[str]:
    """The arguments that the path names; each of them has to exist.

    Args:
        doc: what the operation says.
        path: where it is found.
        names: the arguments there are; None if not all of them are known.
        place: where the operation is.
        problems: where it goes if one is missing.
    """
    found = frozenset(_PLACEHOLDER.findall(path))
    named = {each.removesuffix("+") for each in found}
    for missing in () if names is None else sorted(named.difference(names)):
        what, where = ("path", place / "path")
        if doc.url is not None:
            what, where = "url", place / "url" / "argument"
        message = f"the {what} names {quoted(missing)}, which is no argument"
        problems.add(where.position, "path", message + did_you_mean(missing, names or ()))
    for index, alias in enumerate(doc.aliases):
        if set(_PLACEHOLDER.findall(alias)) != found:
            message = "an alias names the same arguments as the path; a path that lacks one is that"
            message += " of another operation"
            problems.add((place / "aliases" / index).position, "path", message)
    return found if doc.url is None else frozenset(f"{each}+" for each in found)


def without_signs(path: str) -> str:
    """The path with nothing but names in its braces."""
    return _OPEN_ENDED.sub("}", path)
