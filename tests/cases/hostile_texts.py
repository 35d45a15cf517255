"""Texts that would be more than text, if anything took them for what they look like.

`PLANT` is what each of them tries to do: leave a file of that name behind.
"""

import re

PLANT = "PWNED"

TEXTS = (
    # ends of strings
    '"',
    "'",
    "'''",
    '"""',
    '""""',
    '"quoted"',
    "\\",
    "\\\\",
    "ends with \\",
    'ends with "',
    'ends with \\"',
    '\\\'; \\"; \\"""',
    '"""); open("PWNED", "w").close(); ("""',
    "'); open('PWNED', 'w').close(); ('",
    '\\"""); open("PWNED", "w").close() #',
    '"]; open("PWNED", "w").close(); ["',
    '"}; open("PWNED", "w").close(); {"',
    # ends of lines
    "one\nopen('PWNED', 'w').close()\nthree",
    '\n"""\nopen("PWNED", "w").close()\n"""\n',
    "carriage\rreturn\r\nand tab\t.",
    "separators\u2028and\u2029and\x85and\x0band\x0cand\x1cend",
    # templates and formats
    "{{ 7 * 7 }}{% raw %}{# gone #}{%- include 'x' -%}",
    "{{ cycler.__init__.__globals__.os.popen('touch PWNED').read() }}",
    "{open('PWNED', 'w')} {0} {} %s %(name)s %% $x ${x} `x`",
    "{% endfor %}",
    "}",
    "{",
    # Python
    "__init__",
    "__import__('os').system('touch PWNED')",
    "import os",
    "class",
    "None",
    "null",
    "NaN",
    "~",
    "True",
    "lambda: 0",
    "\\n \\x41 \\u0041 \\N{BULLET} \\101",
    "# type: ignore",
    "# noqa # fmt: off",
    "# -*- coding: latin-1 -*-",
    # HTML and shells
    "</script><script>alert('PWNED')</script>",
    "</style><!-- & &amp; --><b onclick='x'>]]>",
    "$(touch PWNED)",
    "'; touch PWNED; '",
    # scripts, marks and controls
    "\u200f\u202eright to left\u2066\u200d",
    "\x07\x1b[31mred\x7f",
    "👩‍👩‍👧 😀 e\u0301 ﬁ ½ Ⅷ 名前",
    "\xa0no\xa0break\u3000\u200b",
    "w" * 3000,
    # regular expressions and lists
    "[^a-z]*(?:x|y)+$",
    "]^-",
    "a,b;c|d",
    # the last, and so the last of whatever holds all of them
    'ends with """',
)


KEYS = tuple(text for text in TEXTS if not re.search(r'["\\\x00-\x1f]', text))
"""Those that can be keys of an object: msgspec takes no others for a field of a struct."""


def folded(text: str) -> str:
    """How prose carries a text: whatever white space there is becomes one blank."""
    return " ".join(text.split())
