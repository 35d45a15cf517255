# Generated from spec/types/import.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from builtins import dict as dict_aliased
from builtins import list as list_aliased
from builtins import str as str_aliased

from msgspec import UNSET, UnsetType, field

from escape_artist._runtime.api_object import ApiObject
from escape_artist._runtime.model import AwareDatetime, CalendarDay, Identifier


class Escape(ApiObject, kw_only=True):
    """\"\"\" import os \"\"\"."""

    class_: str_aliased | UnsetType = field(name="class", default=UNSET)
    """\"\"\"."""

    init: str_aliased | UnsetType = field(name="__init__", default=UNSET)
    """\\."""

    dict: str_aliased | UnsetType = field(name="it's {{ here }}", default=UNSET)
    """'."""

    extra_: str_aliased | UnsetType = field(name="extra", default=UNSET)
    """# noqa."""

    field_: Escape | UnsetType = field(name="field", default=UNSET)
    """ends with \\."""

    date: CalendarDay | UnsetType = UNSET
    """</script>."""

    list: list_aliased[AwareDatetime] | UnsetType = UNSET
    """{{ 7 * 7 }}."""

    str: dict_aliased[str_aliased, Identifier] | UnsetType = UNSET
    """- -."""


class Page(ApiObject, kw_only=True):
    """ends with \\"."""

    from_: int = field(name="from")
    """'."""

    p_ages: int = field(name="pаges")
    """Not the letter that it looks like."""

    items: list_aliased[Escape]
    """{}."""
