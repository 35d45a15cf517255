"""What can be said of text. The expressions are for Python and for JavaScript."""

from __future__ import annotations

UNENCODABLE = "\0\ud800-\udfff"
"""What cannot be sent, as the inside of a character class: NUL and halves of surrogate pairs."""

EMAIL = r"[^@\s\x00,]+@[^@\s\x00,.]+(?:\.[^@\s\x00,.]+)*"
"""An e-mail address: one `@`, a local part, a domain of labels; no blanks and no commas."""
EMAIL_MAX_LENGTH = 320

IN_A_HEADER = "[!-~]([ -~]*[!-~])?"
"""A text that a header carries as it is: printable ASCII, without blanks around it."""

HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
"""Han characters, as the inside of a character class. Each is a Chinese word."""
