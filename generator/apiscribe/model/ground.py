"""What a rule rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Basis = Literal["documented", "observed", "inferred"]
"""How it is known: from the page, from recorded answers, or by our own reasoning."""


@dataclass(frozen=True, slots=True)
class Ground:
    basis: Basis = "documented"
    erratum: str | None = None
    """The entry of `errata.yaml` that says why."""


DOCUMENTED = Ground()
