"""What was probably meant, where a name or an id is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .violations import Brief, Found

_LONGEST_MEANT = 60
"""What a longer word was meant to be is not looked for: that takes time by its square."""


def nearest_id(value: str, ids: Mapping[str, str], found: Found) -> str | None:
    """The id that was meant: another case of it, its name, or one spelled much alike."""
    if _is_beyond_hints(value, found):
        return None
    folded = value.casefold()
    for key, name in ids.items():
        if folded in (key.casefold(), name.casefold()):
            return key
    return nearest(value, ids, found, 0.75)


def nearest(word: str, words: Iterable[str], found: Found, cutoff: float = 0.6) -> str | None:
    """The one of `words` that is spelled most alike, if one is."""
    if _is_beyond_hints(word, found):
        return None
    # Imported when something is wrong: checks that find nothing do without.
    from difflib import get_close_matches

    near = get_close_matches(word, list(words), n=1, cutoff=cutoff)
    return near[0] if near else None


def _is_beyond_hints(word: str, found: Found) -> bool:
    return len(word) > _LONGEST_MEANT or isinstance(found, Brief)
