"""Hypothesis strategies for requests: arguments that keep every rule, and arguments that break one.

calls       valid_arguments and invalid_arguments of one operation
members     the arguments of an operation, or the fields of an object, together
rules       rules between them: whether one is broken, what mends it, what breaks it
edits       what may be done to arguments: give one, leave one out
settling    arguments are edited until they keep every rule between them
kinds       what a value may be; the simple kinds
text        text and all its rules
moments     days and moments
several     lists, comma-separated values, maps
objects     objects, which have members of their own

Nothing outside of this package imports it: Hypothesis is needed here and nowhere else.
"""

from __future__ import annotations

try:
    import hypothesis as _hypothesis  # noqa: F401 - looked for here, used everywhere below
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "The strategies need Hypothesis, which comes with the extra `testing` of this package.",
        name=missing.name,
    ) from missing
