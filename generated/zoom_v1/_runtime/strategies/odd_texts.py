"""Characters and texts that something is often wrong with."""

from __future__ import annotations

PROBES = "".join(map(chr, range(1, 0x300))) + (
    "\u0301\u0661\u200d\u202e\u2028\u3002\u4e2d\uac00\ufeff\uff11\U0001f600\U00020000"
)
"""Characters of every sort: those that a rule may name, and those that one may forget."""

ODD = (
    "0",
    " ",
    " padded ",
    "a\n",
    "\r\n\t",
    "null",
    "true",
    '{"a": 1}',
    "[0]",
    "a&b=c;d%20+e",
    "<b>\"quoted\" 'too' \\ and `back`</b>",
    "a,b",
    "e\u0301 is two characters",
    "\U0001f469\u200d\U0001f680",
    "\u202eback to front",
    "\u2028",
    "\ufeff",
    "\u4f60\u597d",
)
"""Texts that are right wherever any text is, and that something is often wrong with."""
