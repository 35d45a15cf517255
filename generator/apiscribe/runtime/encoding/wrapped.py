"""Bodies of requests whose arguments stand under keys: `{"data": {...}}`, `data[name]=...`."""

from __future__ import annotations


def wrapped(keys: tuple[str, ...], value: object) -> object:
    """`value` as the keys hold it in JSON."""
    for key in reversed(keys):
        value = {key: value}
    return value


def wrapped_name(keys: tuple[str, ...], name: str) -> str:
    """A name of a form as the keys hold it: `tags[]` is `data[tags][]`."""
    if not keys:
        return name
    head, bracket, rest = name.partition("[")
    outer, *inner = (*keys, head)
    return outer + "".join(f"[{key}]" for key in inner) + bracket + rest


def inner_name(keys: tuple[str, ...], name: str) -> str | None:
    """The name of a form that the keys hold; None if they do not hold it."""
    if not keys:
        return name
    before = wrapped_name(keys, "").removesuffix("]")
    if not name.startswith(before) or "]" not in name[len(before) :]:
        return None
    return name[len(before) :].replace("]", "", 1)
