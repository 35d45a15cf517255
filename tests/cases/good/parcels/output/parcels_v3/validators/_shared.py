# Generated from spec/types/ by `make generate`. Do not edit.
"""Checks that more than one resource needs."""

from __future__ import annotations

from parcels_v3._runtime.validation import messages, values
from parcels_v3._runtime.validation.messages import Found
from parcels_v3._runtime.validation.values import Check

_LANG_CHOICES = {"EN": "", "FR": ""}


def lang(value: object, path: str, found: Found) -> None:
    """One of EN or FR."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value.casefold() not in map(str.casefold, _LANG_CHOICES):
        messages.bad_choice(value, path, found, _LANG_CHOICES)


_COUNTRY_CHOICES = {"CA": "Canada", "US": "United States", "FR": "France"}


def country(value: object, path: str, found: Found) -> None:
    """One of CA (Canada), US (United States) or FR (France)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _COUNTRY_CHOICES:
        messages.bad_choice(value, path, found, _COUNTRY_CHOICES)


COMMON: dict[str, Check] = {
    "account": values.text,
    "site": values.text,
    "passphrase": values.text,
    "lang": lang,
}
"""What every operation takes beside its own arguments."""
