"""What `openapi.json` says of a rule: keywords of a schema, or its sentence."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

from apiscribe import naming
from apiscribe.model import Operation
from tests.cases.stated_rules import BetweenStated, ValueStated, wire_name

KEYWORDS = {
    "choices": "enum",
    "list": "enum",
    "characters": "pattern",
    "pattern": "pattern",
    "min_length": "minLength",
    "max_length": "maxLength",
    "max_chinese_words": "pattern",
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusive_minimum": "exclusiveMinimum",
    "exclusive_maximum": "exclusiveMaximum",
    "multiple_of": "multipleOf",
    "min_decimals": "x-min-decimals",
    "max_decimals": "x-max-decimals",
    "min_keys": "minProperties",
    "max_keys": "maxProperties",
    "min_bytes": "x-min-bytes",
    "max_bytes": "x-max-bytes",
    "min_items": "minItems",
    "max_items": "maxItems",
    "unique": "uniqueItems",
    "email": "pattern",
    "file": "maxLength",
    "required": "required",
}
Schema = dict[str, Any]


class Document:
    def __init__(self, package: str) -> None:
        root = Path(str(import_module(package).__file__)).parents[1]
        self._document = json.loads((root / "openapi.json").read_text())
        self._operations = {
            operation["operationId"]: operation
            for item in self._document["paths"].values()
            for operation in item.values()
        }

    def says(self, rule: ValueStated) -> bool:
        own = self._schemas(rule.owner)[wire_name(rule.member)]
        if rule.sentence in own.get("description", ""):
            return True  # what no keyword can say
        # That no item stands in a list twice is said of the list, and broken by an item.
        path = rule.path.removesuffix(r"\[\d+\]") if rule.kinds == ("unique",) else rule.path
        inner = list(_inside(own, path))
        return all(
            any(_rests_on(each, KEYWORDS[kind], rule) for each in inner) for kind in rule.kinds
        )

    def says_between(self, rule: BetweenStated) -> bool:
        node = self._node(rule.owner)
        rules = [*self._whole(rule.owner).get("allOf", ()), *node.get("x-rules", ())]
        found = [each for each in rules if each["description"] == rule.sentence]
        basis = "documented" if not found else found[0].get("x-basis", "documented")
        return (
            len(found) == 1
            and f"- {rule.sentence}" in node["description"]
            and (basis, found[0].get("x-erratum")) == (rule.ground.basis, rule.ground.erratum)
        )

    def _node(self, owner: Any) -> Schema:
        if isinstance(owner, Operation):
            found: Schema = self._operations[owner.id]
            return found
        schemas: Schema = self._document["components"]["schemas"]
        declared: Schema = schemas[naming.class_name(owner.name)]
        return declared

    def _whole(self, owner: Any) -> Schema:
        """The schema of all arguments that the body holds, or of an object."""
        node = self._node(owner)
        if not isinstance(owner, Operation):
            return node
        content = node.get("requestBody", {"content": {"": {"schema": {}}}})["content"]
        (media,) = content.values()
        found: Schema = media["schema"]
        return found

    def _schemas(self, owner: Any) -> dict[str, Schema]:
        parameters = self._node(owner).get("parameters", ())
        properties: dict[str, Schema] = self._whole(owner).get("properties", {})
        return properties | {
            each["name"]: {"description": "", **_schema_of(each)} for each in parameters
        }


def _schema_of(parameter: Schema) -> Schema:
    """That of its value; one that is a text of JSON has it under its media type."""
    holder = parameter if "schema" in parameter else next(iter(parameter["content"].values()))
    found: Schema = holder["schema"]
    return found


def _inside(schema: Schema, path: str) -> list[Schema]:
    """The schemas of what stands at a path in a value."""
    found = [schema]
    for _ in re.findall(r"\\\[|\\\.", path):
        found = [inner for each in found for inner in _items(each)]
    return found


def _items(schema: Schema) -> list[Schema]:
    keys = ("items", "x-items", "additionalProperties")
    found = [schema[key] for key in keys if isinstance(schema.get(key), dict)]
    for each in _alternatives(schema):
        found += _items(each)
    return found


def _alternatives(schema: Schema) -> list[Schema]:
    """An object or what may stand for it; a value, where another one stands for none."""
    first, *rest = schema.get("anyOf", ({},))
    beside_none = [first] if any("const" in each for each in rest) else []
    return [*schema.get("oneOf", ()), *beside_none]


def _rests_on(schema: Schema, keyword: str, rule: ValueStated) -> bool:
    ground = (rule.ground.basis, rule.ground.erratum)
    for each in (schema, *_alternatives(schema)):
        basis = each.get("x-basis", {}).get(keyword, "documented")
        said = (basis, each.get("x-erratum", {}).get(keyword))
        # Bounds of a number in text are no keywords of the standard.
        is_there = keyword in (*each, "required") or f"x-{keyword}" in each
        if is_there and said == ground:
            return True
    return False
