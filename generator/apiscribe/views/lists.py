"""`lists.py`: what ids stand for."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api, ValueList
from apiscribe.views.text import literal, one_line, paragraph


class ListConstant(Struct, frozen=True):
    name: str
    doc: str
    entries: tuple[tuple[str, str], ...]
    """Id and what it stands for, as literals."""


class ListsModule(Struct, frozen=True):
    lists: tuple[ListConstant, ...]


def lists_module(api: Api) -> ListsModule:
    return ListsModule(tuple(map(_list, api.lists.values())))


def _list(given: ValueList) -> ListConstant:
    return ListConstant(
        name=naming.constant(given.name),
        doc=paragraph(f"{one_line(given.section)}: id -> name.", 4),
        entries=tuple((literal(id), literal(name)) for id, name in given.values.items()),
    )
