"""The validators package: which checks there are, where each stands, and their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import (
    DOCUMENTED,
    Api,
    Field,
    Ground,
    ObjectRef,
    ObjectType,
    Operation,
    Resource,
)
from apiscribe.model.authentication import ApiKey
from apiscribe.views.text import literal
from apiscribe.views.validators import fast_paths, record_checks, rule_checks, value_checks
from apiscribe.views.validators.check_parts import CheckFunction, CheckKey
from apiscribe.views.validators.check_plan import RECORDS, SHARED, CheckPlan, alias
from apiscribe.views.validators.fast_paths import FastPath
from apiscribe.views.validators.record_checks import Row
from apiscribe.views.validators.rule_checks import Group


class RuleFunction(Struct, frozen=True):
    """A generated function that checks the rules between arguments."""

    name: str
    owner: str
    groups: tuple[Group, ...]


class Table(Struct, frozen=True):
    """What the arguments of an operation, or the fields of an object, have to keep."""

    name: str
    kind: str
    section: str
    fields: tuple[tuple[str, str], ...]
    required: str
    rules: str | None
    required_rests_on: str | None
    shorthand: str | None = None
    fast_path: FastPath | None = None
    common: bool = False


class Module(Struct, frozen=True):
    """One module of validators."""

    name: str
    doc: str
    functions: tuple[CheckFunction, ...]
    rules: tuple[RuleFunction, ...]
    objects: tuple[Table, ...]
    operations: tuple[Table, ...]
    shared: str | None = None
    """The module of shared checks; None in that module itself."""
    common: tuple[tuple[str, str], ...] = ()
    table: tuple[tuple[str, str], ...] = ()
    """Operation id -> the name of its table."""
    records: tuple[Row, ...] | None = None
    """What the fields of records may hold."""
    used: tuple[tuple[str, str], ...] = ()
    """Modules of resources that these refer to, and what they are called."""

    @property
    def fast_paths(self) -> tuple[FastPath, ...]:
        return tuple(each.fast_path for each in self.operations if each.fast_path is not None)


def modules(api: Api) -> list[Module]:
    """All modules of validators, the shared one first."""
    plan = CheckPlan(api)
    for common in api.common:
        key = CheckKey(common.argument.type, common.argument.sensitive, common.case_insensitive)
        plan.need(key, SHARED, common.argument.name)
    for resource in api.resources:
        for operation in resource.operations:
            for argument in operation.arguments:
                key = CheckKey(argument.type, argument.sensitive)
                plan.need(key, naming.module(resource.name), argument.name)
    made = [_shared(api, plan), *(_resource(api, plan, each) for each in api.resources)]
    return [*made, *_records(api, plan)]


def _keys(api: Api) -> list[ApiKey]:
    """Those that forms may hold."""
    given = api.authentication
    every = [None, *(each.authentication for each in api.operations)]
    keys = (given.keys(each, "arguments", "body", "query") for each in every)
    return list(dict.fromkeys(key for found in keys for key in found))


def _shared(api: Api, plan: CheckPlan) -> Module:
    functions, rules, objects = _of_module(api, plan, SHARED)
    common = [(each.name, "values.text") for each in _keys(api)]
    for each in api.common:
        key = CheckKey(each.argument.type, each.argument.sensitive, each.case_insensitive)
        common.append((each.argument.name, plan.reference(key, SHARED)))
    return Module(
        name=SHARED,
        doc="Checks that more than one resource needs.",
        functions=functions,
        rules=rules,
        objects=objects,
        operations=(),
        common=tuple((literal(name), check) for name, check in common),
    )


def _resource(api: Api, plan: CheckPlan, resource: Resource) -> Module:
    module = naming.module(resource.name)
    functions, rules, objects = _of_module(api, plan, module)
    own = [_operation_rules(api, operation) for operation in resource.operations]
    tables = tuple(_operation_table(api, plan, module, each) for each in resource.operations)
    return Module(
        name=module,
        doc=f"Checks of the arguments of `{resource.name}` operations.",
        functions=functions,
        rules=(*rules, *(each for each in own if each is not None)),
        objects=objects,
        operations=tables,
        shared=SHARED,
        table=tuple(
            (literal(operation.id), table.name)
            for operation, table in zip(resource.operations, tables, strict=True)
        ),
    )


def _records(api: Api, plan: CheckPlan) -> Iterator[Module]:
    if api.state is not None:
        rows = record_checks.rows(api, api.state, plan)
        resources = [naming.module(each.name) for each in api.resources]
        functions, rules, objects = _of_module(api, plan, RECORDS)
        yield Module(
            name=RECORDS,
            doc="What the fields of records may hold that no operation has made.",
            functions=functions,
            rules=rules,
            objects=objects,
            operations=(),
            shared=SHARED,
            records=rows,
            used=tuple((each, alias(each)) for each in resources),
        )


def _of_module(
    api: Api, plan: CheckPlan, module: str
) -> tuple[tuple[CheckFunction, ...], tuple[RuleFunction, ...], tuple[Table, ...]]:
    functions: list[CheckFunction] = []
    rules: list[RuleFunction] = []
    objects: list[Table] = []
    for key, home in plan.homes.items():
        if home != module:
            continue
        functions.append(_function(api, plan, key, module))
        if isinstance(key.type, ObjectRef):
            name = key.type.object
            table = value_checks.fields_table(name)
            if table not in (each.name for each in objects):
                objects.append(_object_table(api, plan, module, name))
                rules.extend(_object_rules(api, name))
    return tuple(functions), tuple(rules), tuple(objects)


def _function(api: Api, plan: CheckPlan, key: CheckKey, module: str) -> CheckFunction:
    inner = value_checks.items(key.type)
    item = plan.reference(CheckKey(inner, key.secret), module) if inner is not None else None
    of_union = value_checks.members(key.type)
    members = tuple(plan.reference(CheckKey(each, key.secret), module) for each in of_union)
    return value_checks.function(api, key, plan.names.get(key, ""), item, members)


def _condition(api: Api, plan: CheckPlan, module: str, key: CheckKey) -> str | None:
    """When something is wrong with a value, as `module` can say it."""
    function = _function(api, plan, key, module)
    if function.constants and plan.homes[key] != module:
        return None  # the constants are another module's own
    return fast_paths.condition(function)


def _operation_table(api: Api, plan: CheckPlan, module: str, operation: Operation) -> Table:
    required = tuple(a.name for a in operation.arguments if a.required and not a.conditional)
    return Table(
        name=naming.constant(operation.name),
        kind="OperationChecks",
        section=literal(operation.section),
        fields=tuple(
            (literal(a.name), plan.reference(CheckKey(a.type, a.sensitive), module))
            for a in operation.arguments
        ),
        required=literal(required),
        rules=_argument_rules(operation) if operation.rules else None,
        required_rests_on=_required_rests_on(
            (a.name, a.required_ground) for a in operation.arguments if a.name in required
        ),
        fast_path=fast_paths.fast_path(api, operation, partial(_condition, api, plan, module)),
        common=bool(api.common) or bool(_keys(api)),
    )


def _object_table(api: Api, plan: CheckPlan, module: str, name: str) -> Table:
    declared = api.objects[name]
    return Table(
        name=value_checks.fields_table(name),
        kind="ObjectChecks",
        section=literal(declared.section or ""),
        fields=tuple(
            (literal(f.wire_name), _field_check(plan, f, module)) for f in declared.fields
        ),
        required=literal(tuple(f.wire_name for f in declared.fields if f.required_in_requests)),
        rules=_field_rules(declared) if declared.rules else None,
        required_rests_on=_required_rests_on(
            (f.wire_name, f.required_ground) for f in declared.fields if f.required_in_requests
        ),
        shorthand=literal(_wire_name(declared, declared.shorthand)) if declared.shorthand else None,
    )


def _field_check(plan: CheckPlan, field: Field, module: str) -> str:
    if field.readonly:
        return "values.read_only"
    return plan.reference(CheckKey(field.type, field.sensitive), module)


def _required_rests_on(grounds: Iterable[tuple[str, Ground]]) -> str | None:
    """What is required although the page alone does not say so, as a literal."""
    found = {
        name: (ground.basis, ground.erratum or "")
        for name, ground in grounds
        if ground != DOCUMENTED
    }
    return literal(found) if found else None


def _operation_rules(api: Api, operation: Operation) -> RuleFunction | None:
    if not operation.rules:
        return None
    owner = f"the arguments of {operation.id}"
    return _rules(api, _argument_rules(operation), owner, operation)


def _object_rules(api: Api, name: str) -> Iterator[RuleFunction]:
    declared = api.objects[name]
    if declared.rules:
        yield _rules(api, _field_rules(declared), f"the fields of {name}", declared)


def _rules(api: Api, name: str, said: str, owner: Operation | ObjectType) -> RuleFunction:
    return RuleFunction(name=name, owner=said, groups=tuple(rule_checks.groups(api, owner)))


def _argument_rules(operation: Operation) -> str:
    return f"_{naming.constant(operation.name).lower()}_argument_rules"


def _field_rules(declared: ObjectType) -> str:
    return f"_{naming.variable(declared.name)}_field_rules"


def _wire_name(owner: ObjectType, field: str) -> str:
    return next(each.wire_name for each in owner.fields if each.name == field)
