"""What an emulator knows before the first request.

written    YAML, JSON and Python values, with the place of each
reading    a seed as records, with all that is wrong with it
records    what is read: records by tenant, in the order in which they are made
sowing     makes them, as the engine would
random     accounts that are made up, by what the spec says of `populate`
"""

from __future__ import annotations

from .random import RandomAccounts
from .reading import read_seed
from .records import BadSeed, Seed, SeedProblem
from .sowing import Sower, Sowing, check_sown

__all__ = [
    "BadSeed",
    "RandomAccounts",
    "Seed",
    "SeedProblem",
    "Sower",
    "Sowing",
    "check_sown",
    "read_seed",
]
