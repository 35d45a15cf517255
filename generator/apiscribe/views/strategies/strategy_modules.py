"""The strategies package: what the arguments of operations and the named types are drawn from."""

from __future__ import annotations

from textwrap import indent

from msgspec import Struct, field
from msgspec.structs import replace

from apiscribe import naming
from apiscribe.model import (
    Api,
    Argument,
    ArgumentRule,
    Characters,
    Choices,
    Email,
    IdentifierType,
    MemberOf,
    ObjectType,
    Operation,
    Pattern,
    Resource,
    TextType,
    ValueType,
)
from apiscribe.views import object_docs, sentences
from apiscribe.views.facts import requirement, sample
from apiscribe.views.strategies import addresses, argument_rules, domains
from apiscribe.views.text import docstring_text, literal, paragraph, sentence

_SPELLED = (Characters, Choices, Email, MemberOf, Pattern)
"""Rules of texts that say how they are spelled."""


class MembersView(Struct, frozen=True):
    """The arguments of an operation, or the fields of an object."""

    fields: tuple[tuple[str, str], ...]
    required: str | None
    rules: tuple[str, ...]
    in_path: str | None


class NamedKind(Struct, frozen=True):
    """A constant of the module of named types: a value, or an object with its members."""

    constant: str
    expression: str | None = None
    members: MembersView | None = None
    shorthand: str | None = None
    annotation: str | None = None
    """Only where the type checker cannot tell: what is part of itself."""


class Function(Struct, frozen=True):
    """What a user calls to draw values of a named type."""

    name: str
    returns: str
    doc: str
    expression: str
    more: str = ""
    """What stands below the first paragraph."""


class OperationMembers(Struct, frozen=True):
    id: str
    constant: str
    members: MembersView


class StrategiesInit(Struct, frozen=True):
    requirement: str
    sample: str
    """The id of some operation."""
    functions: tuple[Function, ...]

    @property
    def has_spans(self) -> bool:
        return any("_timedelta" in each.returns for each in self.functions)


class TypesModule(Struct, frozen=True):
    """`strategies/_types.py`."""

    types: tuple[NamedKind, ...]


class StrategiesModule(Struct, frozen=True):
    resource: str
    operations: tuple[OperationMembers, ...]


def strategies_init(api: Api) -> StrategiesInit:
    """A function for each named value and each object that requests hold, in their order."""
    values = (_of_value(api, name, of) for name, of in api.values.items())
    functions = (*values, *(_of_object(api, each) for each in api.request_objects))
    return StrategiesInit(requirement(api, "testing"), sample(api).sample, functions)


def types_module(api: Api) -> TypesModule:
    """The kinds of all that has a name, each after those that it consists of."""
    named = _Named(api)
    for name in (*api.values, *(each.name for each in api.request_objects)):
        named.refer(name)
    return TypesModule(tuple(named.annotated(name, each) for name, each in named.defined.items()))


def strategies_module(api: Api, resource: Resource) -> StrategiesModule:
    return StrategiesModule(
        resource.name, tuple(_operation(api, each) for each in resource.operations)
    )


def _of_value(api: Api, name: str, of: ValueType) -> Function:
    sayings = [f"Values of `{name}`.", *sentences.type_limits(api, of)]
    return Function(
        name=naming.strategy(name),
        returns=domains.python_type(of),
        doc=paragraph(" ".join(sayings), 8),
        expression=f"_types.{naming.constant(name)}.valid",
    )


def _of_object(api: Api, declared: ObjectType) -> Function:
    constant = naming.constant(naming.variable(declared.name))
    plain = declared.shorthand is None
    sections = object_docs.fields_section(api, declared), object_docs.between_section(api, declared)
    return Function(
        name=naming.strategy(naming.variable(declared.name)),
        returns="dict[str, object]" if plain else "object",
        doc=docstring_text(sentence(declared.doc)),
        more="\n\n".join(map(_indented, filter(None, sections))),
        expression=f"_types.{constant}.{'members.valid' if plain else 'valid'}",
    )


def _indented(lines: list[str]) -> str:
    return indent("\n".join(lines), " " * 4)


class _Named(Struct):
    """Named types, defined as they are referred to."""

    api: Api
    defined: dict[str, NamedKind] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)
    _deferred: set[str] = field(default_factory=set)

    def refer(self, name: str) -> str:
        constant = _constant(name)
        if name in self.defined:
            return constant
        if name in self._begun:  # it is part of itself
            self._deferred.add(name)
            return f"domains.Deferred(lambda: {constant})"
        self._begun.add(name)
        self.defined[name] = self._define(name, constant)
        return constant

    def annotated(self, name: str, kind: NamedKind) -> NamedKind:
        if name not in self._deferred:
            return kind
        annotation = "domains.Object" if kind.members else "domains.Domain[object]"
        return replace(kind, annotation=annotation)

    def _define(self, name: str, constant: str) -> NamedKind:
        if name in self.api.values:
            of = self.api.values[name]
            return NamedKind(constant, domains.definition(self.api, of, self.refer))
        declared = self.api.objects[name]
        short = declared.shorthand_field
        return NamedKind(
            constant,
            members=_members(
                tuple(
                    (each.wire_name, domains.expression(self.api, each.type, self.refer))
                    for each in declared.request_fields
                ),
                tuple(f.wire_name for f in declared.fields if f.required_in_requests),
                declared.rules,
            ),
            shorthand=literal(short.wire_name) if short else None,
        )


def _operation(api: Api, operation: Operation) -> OperationMembers:
    def refer(name: str) -> str:
        return f"types.{_constant(name)}"

    def drawn(argument: Argument) -> str:
        if operation.url is None or operation.url.argument != argument.name:
            return domains.expression(api, argument.type, refer)
        return domains.drawn_as(api, argument.type, addresses.pattern(api, operation))

    return OperationMembers(
        id=literal(operation.id),
        constant=naming.constant(operation.name),
        members=_members(
            tuple((each.name, drawn(each)) for each in operation.arguments),
            operation.always_required,
            operation.rules,
            tuple(each.name for each in operation.arguments if _is_any_part(each)),
        ),
    )


def _is_any_part(argument: Argument) -> bool:
    """Whether any text may be that part of a path, and so one that only has dots."""
    of = argument.type
    is_free = isinstance(of, TextType) and not any(isinstance(r, _SPELLED) for r in of.rules)
    return argument.location == "path" and (is_free or isinstance(of, IdentifierType))


def _members(
    fields: tuple[tuple[str, str], ...],
    required: tuple[str, ...],
    rules: tuple[ArgumentRule, ...],
    in_path: tuple[str, ...] = (),
) -> MembersView:
    return MembersView(
        fields=tuple((literal(name), kind) for name, kind in fields),
        required=literal(required) if required else None,
        rules=tuple(map(argument_rules.expression, rules)),
        in_path=literal(in_path) if in_path else None,
    )


def _constant(name: str) -> str:
    return naming.constant(naming.variable(name))
