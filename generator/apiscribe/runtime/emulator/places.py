"""What places for records are called."""

MEMORY = ":memory:"
"""What names no file."""
_POSTGRES = ("postgresql://", "postgres://")


def is_postgres(place: str) -> bool:
    return place.startswith(_POSTGRES)
