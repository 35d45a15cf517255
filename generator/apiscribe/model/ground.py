"""What a rule rests on."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Basis = Literal["documented", "observed", "inferred"]
"""How it is known: from the page, from recorded answers, or by our own reasoning."""


class Ground(Struct, frozen=True):
    basis: Basis = "documented"
    erratum: str | None = None
    """The entry of `errata.yaml` that says why."""


DOCUMENTED = Ground()
