"""All kinds of values, for the generated modules that say which argument is of which."""

from __future__ import annotations

from .identifiers import IDENTIFIER
from .kind import BOOLEAN, Deferred, Kind, Nullable
from .members import Members, Object
from .moments import Date
from .numbers import INTEGER, NUMBER, Digits, Integer, Number
from .several import ANYTHING, Csv, List, Map
from .text import TEXT, Text
from .uploads import File

__all__ = [
    "ANYTHING",
    "BOOLEAN",
    "IDENTIFIER",
    "INTEGER",
    "NUMBER",
    "TEXT",
    "Csv",
    "Date",
    "Deferred",
    "Digits",
    "File",
    "Integer",
    "Kind",
    "List",
    "Map",
    "Members",
    "Nullable",
    "Number",
    "Object",
    "Text",
]
