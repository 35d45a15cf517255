"""The ways in which a server may write what it was sent, each by a library that others use."""

import html
import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from urllib.parse import quote, quote_plus


def _lower_codes(text: str) -> str:
    """Percent-encoded with small letters."""
    return "".join(each if len(each) == 1 else each.lower() for each in map(_quoted, text))


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _units(text: str) -> str:
    code = text.encode("utf-16-be").hex()
    return "".join(f"\\u{code[place : place + 4]}" for place in range(0, len(code), 4))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "percent": _quoted,
    "percent, small": _lower_codes,
    "form": quote_plus,
    "percent twice": lambda text: _quoted(_quoted(text)),
    "JSON": lambda text: json.dumps(text)[1:-1],
    "JSON, slashes": lambda text: json.dumps(text)[1:-1].replace("/", r"\/"),
    "JSON, all escaped": lambda text: _units(text),
    "JSON in JSON": lambda text: json.dumps(json.dumps(text)[1:-1])[1:-1],
    "HTML": html.escape,
    "HTML, decimal": lambda text: "".join(f"&#{ord(each)};" for each in text),
    "HTML, hexadecimal": lambda text: "".join(f"&#x{ord(each):X};" for each in text),
    "HTML of a form": lambda text: html.escape(quote_plus(text)),
    "HTML of JSON": lambda text: html.escape(json.dumps(text))[6:-6],
    "base64": lambda text: b64encode(text.encode()).decode(),
    "base64 for URLs": lambda text: urlsafe_b64encode(text.encode()).decode(),
}
