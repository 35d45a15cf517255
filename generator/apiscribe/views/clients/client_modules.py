"""The two modules of clients: credentials, options, and a property for each resource."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api, CommonArgument
from apiscribe.views import sentences
from apiscribe.views.clients import own_arguments
from apiscribe.views.clients.flavors import ClientFlavor
from apiscribe.views.clients.own_arguments import INDENT, ClientArgument
from apiscribe.views.facts import requirement
from apiscribe.views.python_types.annotations import Imports, ShadowedNames, argument
from apiscribe.views.text import block, entry, literal, paragraph


class ResourceProperty(Struct, frozen=True):
    name: str
    class_name: str
    raw_class_name: str
    doc: str


class ClientModule(Struct, frozen=True):
    flavor: ClientFlavor
    title: str
    doc: str
    notes: tuple[str, ...]
    requirement: str | None
    """What has to be installed for this client, beside the package itself."""
    class_name: str
    raw_class_name: str
    hook: str
    """The type of a hook."""
    transport: str
    """The type of a transport."""
    credentials: tuple[ClientArgument, ...]
    signers: tuple[ClientArgument, ...]
    server: ClientArgument | None
    variables: tuple[ClientArgument, ...]
    common: tuple[ClientArgument, ...]
    rate_limit: tuple[str, ...]
    resources: tuple[ResourceProperty, ...]
    on_client: tuple[ResourceProperty, ...]
    """Resources whose operations stand on the client itself."""
    base: str
    """The class of the runtime that it builds on."""
    resources_name: str
    """What the package of resources is called, where a resource could have its name."""
    imports: tuple[str, ...]


def client_module(api: Api, flavor: ClientFlavor) -> ClientModule:
    client = naming.class_name(api.client_class)
    # Annotations are read in the class, where a resource hides what has its name.
    hidden = frozenset(naming.variable(each.name) for each in api.resources if not each.on_client)
    imports = Imports(ShadowedNames(hidden))
    common = tuple(_common(api, each, imports) for each in api.common)
    resources_name = imports.take(api.package, flavor.resources)
    on_client = _resources(api, flavor, on_client=True)
    return ClientModule(
        flavor=flavor,
        title=paragraph(f"Client of the {api.title} {api.version}.", 4),
        doc=paragraph(api.summary, 4),
        notes=tuple(block(flavor.notes)),
        requirement=requirement(api, flavor.extra) if flavor.extra else None,
        class_name=flavor.named(client),
        raw_class_name=flavor.named(naming.raw_class(client)),
        hook=imports.named_type(api, "Hook"),
        transport=imports.named_type(api, "Transport"),
        credentials=own_arguments.credentials(api),
        signers=own_arguments.signers(api),
        server=own_arguments.server(api),
        variables=own_arguments.variables(api),
        common=common,
        rate_limit=tuple(entry("rate_limit", _rate_limit(api), INDENT)),
        resources=_resources(api, flavor, on_client=False),
        on_client=on_client,
        base=flavor.named("ClientWithMethods" if on_client else "BaseClient"),
        resources_name=resources_name,
        imports=imports.lines(),
    )


def _resources(api: Api, flavor: ClientFlavor, *, on_client: bool) -> tuple[ResourceProperty, ...]:
    return tuple(
        ResourceProperty(
            name=naming.variable(each.name),
            class_name=flavor.named(naming.resource_class(each.name)),
            raw_class_name=flavor.named(naming.raw_resource_class(each.name)),
            doc=paragraph(each.summary, 8),
        )
        for each in api.resources
        if each.on_client == on_client
    )


def _rate_limit(api: Api) -> str:
    return (
        'Where requests are counted, so that limits are kept: "memory", "sqlite:///path" for all '
        'processes of this machine, "redis://host" for a fleet; None for nowhere. Without it, '
        f'{api.environment_prefix}_RATE_LIMIT counts (where "none" is None), or else "memory".'
    )


def _common(api: Api, given: CommonArgument, imports: Imports) -> ClientArgument:
    name = naming.variable(given.argument.name)
    return ClientArgument(
        name=name,
        key=literal(given.argument.name),
        annotation=argument(api, given.argument.type, imports),
        lines=tuple(entry(name, sentences.argument(api, given.argument), INDENT)),
    )
