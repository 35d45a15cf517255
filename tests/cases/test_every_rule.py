"""Every rule of every spec is in every back end: one that forgets a rule fails by name.

What a sentence says is tested elsewhere; here it is whether it gets to everybody.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from apiscribe import compile_spec, naming
from apiscribe.model import Api, ObjectType, Operation, ValueType
from apiscribe.views import rule_names, sentences
from tests.cases.casebook import CASES
from tests.cases.stated_in_openapi import Document
from tests.cases.stated_rules import (
    BetweenStated,
    Owner,
    ValueStated,
    between,
    objects_within,
    requests,
    values,
    wire_name,
)
from tests.cases.stated_to_validators import Validators

SPECS = {
    "zoom_v1": Path("spec"),
    "escape_artist": CASES / "good" / "hostile" / "spec",
    "lending_library": CASES / "good" / "library" / "spec",
    "parcels_v3": CASES / "good" / "parcels" / "spec",
    "checkout_v1": CASES / "good" / "checkout" / "spec",
    "ferry_v2": CASES / "good" / "ferry" / "spec",
    "ledger_v3": CASES / "good" / "ledger" / "spec",
}
COUNTS = {
    # Rules of arguments, of fields of objects in requests, between arguments, between such fields.
    "zoom_v1": (304, 30, 69, 12),
    "escape_artist": (11, 1, 2, 2),
    "lending_library": (39, 6, 1, 1),
    "parcels_v3": (30, 4, 13, 1),
    "checkout_v1": (6, 9, 0, 0),
    "ferry_v2": (7, 2, 4, 0),
    "ledger_v3": (40, 12, 4, 0),
}
Stated = ValueStated | BetweenStated
Missing = Iterator[Stated]


@cache
def api_of(package: str) -> Api:
    return compile_spec(str(SPECS[package])).api


def one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def entries(doc: str, section: str) -> dict[str, str]:
    """The entries of a section of a docstring: name -> text."""
    found: dict[str, str] = {}
    name, inside = "", False
    for line in inspect.cleandoc(doc).splitlines():
        if not line.startswith(" "):
            inside = line == section
        elif inside and (begun := re.match(r" {4}(\S[^:]*): (.*)", line)):
            name = begun[1]
            found[name] = begun[2]
        elif inside:
            found[name] += f" {line.strip()}"
    return found


def in_methods(package: str, folder: str, class_of: Callable[[str], str]) -> Missing:
    api = api_of(package)
    for operation in api.operations:
        module = import_module(f"{package}.{folder}.{naming.module(operation.resource)}")
        resource = getattr(module, class_of(operation.resource))
        doc = getattr(resource, naming.variable(operation.name)).__doc__
        arguments = entries(doc, "Args:")
        for rule in values(api, operation):
            if one_line(rule.sentence) not in arguments[naming.variable(wire_name(rule.member))]:
                yield rule
        owners: list[Owner] = [rule_names.as_called(operation)]
        owners += [each for a in operation.arguments for each in objects_in(api, a.type)]
        for between_rule in (rule for owner in owners for rule in between(api, owner)):
            if one_line(between_rule.sentence) not in one_line(doc):
                yield between_rule


def objects_in(api: Api, of: ValueType) -> list[ObjectType]:
    return [each for _, each in objects_within(api, of, "")]


def in_blocking_methods(package: str) -> Missing:
    return in_methods(package, "resources", naming.resource_class)


def in_awaiting_methods(package: str) -> Missing:
    return in_methods(
        package, "async_resources", lambda name: naming.async_class(naming.resource_class(name))
    )


def docs_of_classes(package: str, module: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Class -> its docstring, and those under its fields."""
    path = import_module(f"{package}.{module}").__file__
    found: dict[str, tuple[str, dict[str, str]]] = {}
    tree = ast.parse(Path(str(path)).read_text())
    for node, after in zip(tree.body, [*tree.body[1:], None], strict=True):
        if isinstance(node, ast.ClassDef):
            fields = {
                ast.unparse(each.target): ast.literal_eval(text.value)
                for each, text in zip(node.body, node.body[1:], strict=False)
                if isinstance(each, ast.AnnAssign) and isinstance(text, ast.Expr)
            }
            found[node.name] = (ast.get_docstring(node) or "", fields)
        elif isinstance(node, ast.Assign) and isinstance(after, ast.Expr):
            doc = ast.literal_eval(after.value)
            found[ast.unparse(node.targets[0])] = (doc, entries(doc, "Fields:"))
    return found


def in_models(package: str) -> Missing:
    for each in requests(api_of(package)):
        docs = docs_of_classes(package, f"models.{naming.module(each.module)}")
        yield from in_class(package, each, *docs[naming.class_name(each.name)], naming.field)


def in_typed_dicts(package: str) -> Missing:
    docs = docs_of_classes(package, "types.dicts")
    for each in requests(api_of(package)):
        found = docs[naming.dict_class(naming.class_name(each.name))]
        yield from in_class(package, each, *found, None)


def in_class(
    package: str,
    declared: ObjectType,
    doc: str,
    fields: dict[str, str],
    named: Callable[[str], str] | None,
) -> Missing:
    for rule in values(api_of(package), declared):
        if named and declared.in_responses and getattr(rule.member, "writeonly", False):
            continue  # models of responses lack it
        key = named(rule.member.name) if named else wire_name(rule.member)
        if one_line(rule.sentence) not in one_line(fields.get(key)):
            yield rule
    shown = rule_names.as_attributes(declared) if named else declared
    for between_rule in between(api_of(package), shown):
        if one_line(between_rule.sentence) not in one_line(doc):
            yield between_rule


def in_strategies(package: str) -> Missing:
    """Those of values and objects, which have a function each."""
    strategies = import_module(f"{package}.strategies")
    for each in requests(api_of(package)):
        doc = getattr(strategies, naming.strategy(naming.variable(each.name))).__doc__
        yield from in_class(package, each, doc, entries(doc, "Fields:"), None)


def in_openapi(package: str) -> Missing:
    api, document = api_of(package), Document(package)
    owners: list[Owner] = [*api.operations, *requests(api)]
    for owner in owners:
        yield from (r for r in values(api, owner) if not document.says(r))
        yield from (r for r in between(api, owner) if not document.says_between(r))


def in_validators(package: str) -> Missing:
    """A call that breaks the rule is told so, and what the rule rests on."""
    api, validators = api_of(package), Validators(package)
    for operation in api.operations:
        owners: list[tuple[str, Operation | ObjectType]] = [("", operation)]
        for argument in operation.arguments:
            name = re.escape(argument.name)
            owners += [
                (rf"{path}\.", declared)
                for path, declared in objects_within(api, argument.type, name)
            ]
        for around, owner in owners:
            stated: list[tuple[ValueStated | BetweenStated, str]] = [
                *((r, re.escape(wire_name(r.member)) + r.path) for r in values(api, owner)),
                *((r, re.escape(r.argument)) for r in between(api, owner)),
            ]
            for rule, path in stated:
                if not validators.refuse(rule, operation, around + path):
                    yield rule


BACK_ENDS: dict[str, Callable[[str], Missing]] = {
    "docstrings of methods": in_blocking_methods,
    "docstrings of async methods": in_awaiting_methods,
    "docstrings of models": in_models,
    "docstrings of typed dicts": in_typed_dicts,
    "docstrings of strategies": in_strategies,
    "validators": in_validators,
    "openapi.json": in_openapi,
}


@pytest.mark.parametrize("package", SPECS)
@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_a_back_end_says_every_rule(made, back_end: str, package: str) -> None:
    missing = list(map(str, BACK_ENDS[back_end](package)))

    assert not missing, f"{back_end} of {package} forget:\n" + "\n".join(missing)


@pytest.mark.parametrize("package", SPECS)
def test_a_named_value_has_its_rules_in_its_strategy(made, package: str) -> None:
    api, strategies = api_of(package), import_module(f"{package}.strategies")
    docs = {
        name: one_line(getattr(strategies, naming.strategy(name)).__doc__) for name in api.values
    }
    rules = [(name, rule) for name, of in api.values.items() for rule in of.rules]

    assert [(n, r) for n, r in rules if one_line(sentences.value_rule(api, r)) not in docs[n]] == []


@pytest.mark.parametrize("package", SPECS)
def test_the_rules_are_counted(package: str) -> None:
    api = api_of(package)
    owners = (api.operations, list(requests(api)))

    assert COUNTS[package] == tuple(
        sum(len(list(rules(api, each))) for each in every)
        for rules in (values, between)
        for every in owners
    )
