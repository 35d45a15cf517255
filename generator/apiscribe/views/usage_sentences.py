"""What is said of whether something should, may, and how often it may be called."""

from __future__ import annotations

from apiscribe.model import Deprecation, Limit
from apiscribe.views.text import listed, sentence

_SPANS = {1: "a second", 60: "a minute", 3600: "an hour", 86400: "a day"}


def scopes(given: tuple[tuple[str, ...], ...]) -> str:
    """What a token has to be good for."""
    needed = (listed(f"`{scope}`" for scope in choices) for choices in given)
    return f"Scopes: {'; '.join(needed)}."


def deprecation(given: Deprecation) -> str:
    """That the page advises against something, since when, and what to use instead."""
    since = f" since {given.since}" if given.since else ""
    use = f"; use `{given.use}`" if given.use else ""
    more = f" {sentence(given.doc)}" if given.doc else ""
    return f"Deprecated{since}{use}.{more}"


def is_deprecated(given: Deprecation) -> str:
    """The same of something that was named before."""
    said = deprecation(given)
    return f"is {said[:1].lower()}{said[1:].removesuffix('.')}"


def limit(given: Limit) -> str:
    """How often something may be called."""
    if given.requests:
        requests = "1 request" if given.requests == 1 else f"{given.requests} requests"
        said = f"{requests} {_SPANS.get(given.seconds, f'in {given.seconds} seconds')}"
    else:
        said = "as responses tell"
    match given.per:
        case "argument":
            said += f" for each value of `{given.argument}`"
        case "operation":
            said += " for each operation of its group"
        case "method":
            said += " for each method of HTTP"
    return said if given.cost == 1 else f"{said}, of which this is {given.cost}"
