# Generated from spec/types/import.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from builtins import dict as dict_aliased
from builtins import list as list_aliased
from builtins import str as str_aliased
from datetime import date as date_aliased
from datetime import datetime

from msgspec import UNSET, UnsetType, field

from escape_artist._runtime.model import Model


class Escape(Model, kw_only=True):
    """\"\"\" import os \"\"\".

    Rules:
        Only one of `class` and `extra` can be given.
        `__init__` is required when `class` is ', \"\"\" or \\.
    """

    class_: str_aliased | UnsetType = field(name="class", default=UNSET)
    """\"\"\"."""

    init: str_aliased | UnsetType = field(name="__init__", default=UNSET)
    """\\."""

    dict: str_aliased | UnsetType = field(name="it's {{ here }}", default=UNSET)
    """'."""

    extra_: str_aliased | UnsetType = field(name="extra", default=UNSET)
    """# noqa."""

    field_: Escape | UnsetType = field(name="field", default=UNSET)
    """ends with \\. Its `class` alone may stand for it."""

    date: date_aliased | UnsetType = UNSET
    """</script>. Such as 2012-11-25."""

    list: list_aliased[datetime] | UnsetType = UNSET
    """{{ 7 * 7 }}. Each: such as 2012-11-25T12:00:00Z."""

    str: dict_aliased[str_aliased, int | str_aliased] | UnsetType = UNSET
    """- -."""


class Page(Model, kw_only=True):
    """ends with \\"."""

    from_: int = field(name="from")
    """'."""

    p_ages: int = field(name="pаges")
    """Not the letter that it looks like."""

    items: list_aliased[Escape]
    """{}."""
