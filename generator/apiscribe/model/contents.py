"""What responses hold that is no JSON."""

from __future__ import annotations


def word(media_type: str) -> str:
    """What an example of a media type is called: the end of it, such as `csv` or `svg+xml`."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence.rpartition("/")[2].rpartition(".")[2]
