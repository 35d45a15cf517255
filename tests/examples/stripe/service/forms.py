"""Forms with brackets, read by hand as Stripe's pages show them."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl


def read(text: str) -> dict[str, Any]:
    """`a[b]=1` is an object, `a[]=1` a list, and so is `a[0]=1`."""
    tree: dict[str, Any] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        first, *inner = re.findall(r"[^\[\]]+|(?<=\[)(?=\])", name)
        _put(tree, [first, *inner], value)
    return {key: _listed(value) for key, value in tree.items()}


def _put(tree: dict[str, Any], keys: list[str], value: str) -> None:
    for key in keys[:-1]:
        tree = tree.setdefault(key, {})
    last = keys[-1]
    tree[str(len(tree)) if last == "" else last] = value


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _listed(each) for key, each in value.items()}
    if inner and all(key.isdecimal() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner
