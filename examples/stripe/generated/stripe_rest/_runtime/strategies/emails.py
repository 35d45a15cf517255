"""E-mail addresses, and texts that only look like one."""

from __future__ import annotations

from hypothesis import strategies as st

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_LOCAL = st.text(_LETTERS + "ABCXYZ.!#$%&'*+/=?^_`{|}~-", min_size=1, max_size=12)
_LABEL = st.text(_LETTERS + "-", min_size=1, max_size=8)
_DOMAIN = st.lists(_LABEL, min_size=1, max_size=3).map(".".join)

_LONGEST = f"{'a' * 64}@{'b' * 251}.com"
"""320 characters: as many as the parts of an address can have together."""

_ODD = (
    "a@b",
    "a@b.c",
    "first.last+tag@sub.example.co.uk",
    '"quoted"@example.com',
    "\u00fcmlaut@b\u00fccher.example",
    _LONGEST,
)

_LONG = st.builds(
    lambda local, domain: f"{'a' * local}@{'b' * domain}.com",
    st.integers(1, 64),
    st.integers(1, 251),
)

EMAILS = st.one_of(st.sampled_from(_ODD), _LONG, st.builds("{}@{}".format, _LOCAL, _DOMAIN))

NO_EMAILS = (
    "",
    "a",
    "@",
    "a@",
    "@b.c",
    "a@b@c.d",
    "a@@b.c",
    "a b@c.d",
    "a@b c.d",
    " a@b.c",
    "a@b.c ",
    "a@b.c\n",
    "a\t@b.c",
    "a@\u2003b.c",
    "a\0@b.c",
    "a\ud800@b.c",
    "a@.",
    f"a{_LONGEST}",
)
"""Each breaks one rule of an address: a text, one `@`, a domain; no blanks; not without end."""
