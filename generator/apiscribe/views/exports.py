"""Packages that load their names when somebody asks for them, and what they export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from apiscribe import naming
from apiscribe.model import Api
from apiscribe.views.clients.flavors import AWAITING, BLOCKING, ClientFlavor
from apiscribe.views.errors import has_tokens
from apiscribe.views.python_types.argument_types import ChoicesModule, DictsModule
from apiscribe.views.text import literal, paragraph


class Home(Struct, frozen=True):
    """A module, and the names that a package has from it."""

    module: str
    names: tuple[str, ...]


class LazyPackage(Struct, frozen=True):
    name: str
    doc: str
    homes: tuple[Home, ...]
    modules: tuple[str, ...]
    """Modules of the package that are its attributes without an import of them."""
    unlisted: tuple[str, ...] = ()
    """Names that `import *` leaves out, as they need an extra."""


class PackageInit(Struct, frozen=True):
    """The `__init__.py` of the package itself."""

    doc: str
    client: str
    version: str
    error_base: str
    """What exceptions of the runtime call their root, before anybody asks for it."""
    exports: LazyPackage


_MODULES = (
    "async_resources",
    "errors",
    "events",
    "lists",
    "models",
    "operations",
    "resources",
    "strategies",
    "stub",
    "tracing",
    "types",
    "validators",
)


def package_init(api: Api) -> PackageInit:
    package, client = api.package, naming.class_name(api.client_class)
    awaiting = naming.async_class(client)
    error_base = naming.class_name(api.error_base)
    rare = (*(["NotReady"] if api.waits else []), *(["TokenRefused"] if has_tokens(api) else []))
    signing = [Home(f"{package}._runtime.client.signing", ("Signer", "UnsignedRequest"))]
    signing = signing if api.authentication.hooks else []
    homes = (
        Home("msgspec", ("UNSET", "UnsetType")),
        Home(f"{package}._runtime.client.raw_response", ("RawResponse",)),
        Home(f"{package}._runtime.events", ("CallEvent",)),
        Home(f"{package}._runtime.model", ("unknown_fields",)),
        Home(f"{package}.{AWAITING.client_module}", (awaiting,)),
        Home(f"{package}.{BLOCKING.client_module}", (client,)),
        Home(f"{package}.errors", (*naming.EXPORTED_ERRORS, *rare, error_base)),
        *signing,
    )
    doc = paragraph(api.summary, 4)
    modules = (*_MODULES, *(["webhooks"] if api.webhooks is not None else []))
    return PackageInit(
        doc=doc,
        client=client,
        version=literal(api.release),
        error_base=literal(error_base),
        exports=LazyPackage(package, doc, homes, modules, unlisted=(awaiting,)),
    )


def models_package(api: Api, unions: tuple[str, ...] = ()) -> LazyPackage:
    named = (
        (naming.module(each.module), naming.class_name(each.name))
        for each in api.objects.values()
        if each.used_in
    )
    package = _package(api, "models", "Objects that are answered or taken.", named)
    if not unions:
        return package
    homes = (
        Home(f"{api.package}._runtime.unions", ("UnknownMember",)),
        Home(f"{api.package}.models._unions", unions),
    )
    return replace(package, homes=(*homes, *package.homes))


def resources_package(api: Api, flavor: ClientFlavor) -> LazyPackage:
    named = (
        (naming.module(each.name), flavor.named(name))
        for each in api.resources
        for name in (naming.resource_class(each.name), naming.raw_resource_class(each.name))
    )
    return _package(api, flavor.resources, "The operations, one class a resource.", named)


def types_package(api: Api, choices: ChoicesModule, dicts: DictsModule) -> LazyPackage:
    runtime = f"{api.package}._runtime"
    named = [
        *(("choices", each.name) for each in choices.aliases),
        *(("choices", each.name) for each in choices.classes),
        *(("dicts", each.name) for each in dicts.dicts),
    ]
    holds_content = any(each.content_types is not None for each in api.operations)
    classes: tuple[str, ...] = ("FileContent", "SavedFile", "TextContent")
    if any(each.head is not None for each in api.operations):
        classes = (*classes, "HeadedFile", "HeadedSavedFile", "HeadedText")
    content = Home(f"{runtime}.content", classes)
    sink = Home(f"{runtime}.transport.sinks", ("Destination",))
    contents, sinks = ((content,), (sink,)) if holds_content else ((), ())
    if any(each.may_be_unchanged for each in api.operations):
        contents = (*contents, Home(f"{runtime}.not_modified", ("NotModified",)))
    streams: tuple[Home, ...] = ()
    unlisted: tuple[str, ...] = ("AsyncPager",)
    if any(each.stream is not None for each in api.operations):
        streams = (
            Home(f"{runtime}.client.async_streaming", ("AsyncStream",)),
            Home(f"{runtime}.client.streaming", ("Stream",)),
        )
        unlisted = (*unlisted, "AsyncStream")
    doc = "Types of arguments: the values that some have, and dicts that may stand for objects."
    package = _package(api, "types", doc, named)
    return LazyPackage(
        name=package.name,
        doc=doc,
        homes=(
            Home(f"{runtime}.client.async_paging", ("AsyncPager",)),
            Home(f"{runtime}.client.paging", ("Pager",)),
            Home(f"{runtime}.client.request_options", ("RequestOptions", "UploadOptions")),
            *streams,
            *contents,
            Home(f"{runtime}.encoding.files", ("Progress", "Upload")),
            Home(f"{runtime}.events", ("Hook",)),
            Home(f"{runtime}.transport.given", ("Transport",)),
            *sinks,
            *package.homes,
        ),
        modules=package.modules,
        unlisted=unlisted,
    )


def _package(api: Api, name: str, doc: str, named: Iterable[tuple[str, str]]) -> LazyPackage:
    package = f"{api.package}.{name}"
    homes = defaultdict[str, list[str]](list)
    for module, each in named:
        homes[module].append(each)
    return LazyPackage(
        name=package,
        doc=doc,
        homes=tuple(Home(f"{package}.{module}", tuple(homes[module])) for module in sorted(homes)),
        modules=tuple(sorted(homes)),
    )
