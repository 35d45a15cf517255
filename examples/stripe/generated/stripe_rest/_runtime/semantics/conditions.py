"""What a request may say of the version that its caller knows: arguments, and their headers."""

from __future__ import annotations

from collections.abc import Mapping

OF_READS: Mapping[str, tuple[str, str]] = {
    "etag": ("if_none_match", "If-None-Match"),
    "last_modified": ("if_modified_since", "If-Modified-Since"),
}
"""What is known -> the argument and the header of a read, and"""
OF_WRITES: Mapping[str, tuple[str, str]] = {
    "etag": ("if_match", "If-Match"),
    "last_modified": ("if_unmodified_since", "If-Unmodified-Since"),
}
"""those of anything else."""
ARGUMENTS = frozenset(name for each in (OF_READS, OF_WRITES) for name, _ in each.values())
"""They are of the request, and of nothing that is kept."""
