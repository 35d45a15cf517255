"""What generated checks are called."""

from __future__ import annotations

from apiscribe import naming
from apiscribe.model import (
    Api,
    Between,
    Characters,
    Choices,
    CjkWords,
    CsvType,
    Decimals,
    Email,
    FileSize,
    FileType,
    ItemCount,
    KeyCount,
    Length,
    ListType,
    MapType,
    MemberOf,
    MultipleOf,
    ObjectRef,
    Pattern,
    Range,
    UnionType,
    UniqueItems,
    Utf8Size,
    ValueRule,
    ValueType,
)
from apiscribe.views.validators.check_parts import CheckKey

TAKEN = frozenset(
    [
        *("UNSET", "Check", "Found", "Mapping", "ObjectChecks", "OperationChecks", "check_object"),
        *(
            "base64_text",
            "decimals",
            "durations",
            "messages",
            "numbers",
            "package",
            "predicates",
            "readers",
            "scalar_messages",
            "shared",
            "unions",
            "values",
            "wire",
        ),
        *("annotations", "found", "given", "items", "path", "value"),
        *("isinstance", "len", "map", "object", "str", "sum", "type"),
        *("bool", "bytes", "dict", "float", "int", "tuple"),
    ]
)
"""What generated checks need themselves: modules, variables, built-in functions."""


def check_name(api: Api, key: CheckKey, hint: str) -> str:
    """A name that says what is checked: the value's own, with what was changed at the place."""
    of = key.type
    declared = api.values.get(of.name) if of.name else None
    if isinstance(of, ObjectRef):
        name = naming.variable(of.object)
    elif of.name and declared is not None:
        changed = [rule for rule in of.rules if rule not in declared.rules]
        name = "_".join([naming.variable(of.name), *map(_suffix, changed)])
    else:
        name = _unnamed(api, of, hint)
    if of.nullable and of.name is None:
        name = f"nullable_{name}"
    return f"secret_{name}" if key.secret and not _is_secret(api, of) else name


def _is_secret(api: Api, of: ValueType) -> bool:
    return isinstance(of, ObjectRef) or of.name is not None


def _inner(of: CsvType | ListType | MapType) -> ValueType:
    return of.value if isinstance(of, MapType) else of.item


def _unnamed(api: Api, of: ValueType, hint: str) -> str:
    match of:
        case FileType():
            return naming.variable(hint)
        case UnionType():
            return naming.variable(naming.union(of))
        case CsvType() | ListType() | MapType():
            kind = type(of).__name__.removesuffix("Type").lower()
            item = check_name(api, CheckKey(_inner(of)), hint)
            return naming.variable("_".join([kind, "of", item, *map(_suffix, of.rules)]))
        case _:
            if any(isinstance(rule, Choices) for rule in of.rules):
                return naming.variable(hint)
            kind = type(of).__name__.removesuffix("Type").lower()
            return naming.variable("_".join([kind, *map(_suffix, of.rules)]))


def _from_to(rule: Length | Utf8Size | Range | ItemCount) -> str:
    low = f"from_{rule.minimum}_to" if rule.minimum is not None else "up_to"
    high = f"{rule.maximum}" if rule.maximum is not None else ""
    name = f"{low}_{high}".strip("_").removesuffix("_to")
    return name.replace("-", "minus_").replace(".", "_")


def _suffix(rule: ValueRule) -> str:
    match rule:
        case Length(minimum=1, maximum=None) | ItemCount(minimum=1, maximum=None):
            return "not_empty"
        case Between() | Decimals() | KeyCount() | MultipleOf():
            return {
                Between: "between",
                Decimals: "decimals",
                KeyCount: "keys",
                MultipleOf: "multiple",
            }[type(rule)]
        case Length() | Range() | ItemCount():
            return _from_to(rule)
        case Utf8Size():
            return f"{_from_to(rule)}_bytes"
        case MemberOf():
            return rule.list
        case Choices():
            return "choice"
        case Characters() | Pattern():
            return "spelled"
        case CjkWords():
            return "few_words"
        case UniqueItems():
            return "unique"
        case Email():
            return "email"
        case FileSize():
            return f"up_to_{rule.maximum}_bytes"
