"""All domains of values, for the generated modules that say which argument is of which."""

from __future__ import annotations

from .any_json import ANYTHING
from .collections import Csv, List, Map, Tuple
from .dates import Date
from .domain import BOOLEAN, Deferred, Domain, Nullable
from .durations import Duration
from .exact import Exact
from .identifiers import IDENTIFIER
from .members import Members, Object
from .numbers import INTEGER, NUMBER, Digits, Integer, Number
from .octets import Bytes
from .text import TEXT, Text
from .unions import Union
from .uploads import File

__all__ = [
    "ANYTHING",
    "BOOLEAN",
    "IDENTIFIER",
    "INTEGER",
    "NUMBER",
    "TEXT",
    "Bytes",
    "Csv",
    "Date",
    "Deferred",
    "Digits",
    "Duration",
    "Exact",
    "File",
    "Integer",
    "Domain",
    "List",
    "Map",
    "Members",
    "Nullable",
    "Number",
    "Object",
    "Text",
    "Tuple",
    "Union",
]
