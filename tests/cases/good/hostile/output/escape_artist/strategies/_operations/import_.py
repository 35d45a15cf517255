# Generated from spec/resources/import.yaml by `make generate`. Do not edit.
"""What the arguments of `import` operations are drawn from."""

from __future__ import annotations

from escape_artist._runtime.strategies import domains
from escape_artist.strategies import _types as types

CLASS = domains.Members(
    fields={
        "self": types.ESCAPE,
        "cls": domains.BOOLEAN,
        "UNSET": domains.Number(minimum=0),
    },
)

MEMBERS = {
    "import.class": CLASS,
}
"""Operation id -> its arguments."""
