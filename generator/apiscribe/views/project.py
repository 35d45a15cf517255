"""The files that make a distribution of what is generated: `pyproject.toml` and `README.md`."""

from __future__ import annotations

import json

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api, Argument, FileType, ListType, Operation, Resource
from apiscribe.views.testing import fixture_prefix
from apiscribe.views.text import literal, one_line, sentence

DEPENDENCIES = ("msgspec>=0.20", "urllib3>=2.8")
EXTRAS = {
    "stub": (
        "PyYAML>=6",
        "httptools>=0.6",
        "python-dateutil>=2.9",
        "python-multipart>=0.0.33",
        "sortedcontainers>=2.4",
        "uvicorn>=0.40",
        "uvloop>=0.21; sys_platform != 'win32' and sys_platform != 'cygwin'"
        " and platform_python_implementation != 'PyPy'",
    ),
    "swagger": ("flask-swagger-ui>=5.34",),
    "limits": ("redis>=6",),
    "postgres": ("psycopg[binary]>=3.2",),
    "async": ("aiohttp>=3.14",),
    "tracing": ("opentelemetry-api>=1.30",),
    "testing": ("hypothesis>=6.155",),
}
"""What the runtime imports, by the extra that needs it."""


class Project(Struct, frozen=True):
    """All of it is TOML."""

    name: str
    version: str
    description: str
    package: str
    module: str
    plugin: str
    """Where pytest finds fixtures."""
    dependencies: str
    extras: tuple[tuple[str, str], ...]


class Readme(Struct, frozen=True):
    title: str
    summary: str
    page: str
    distribution: str
    package: str
    client: str
    async_client: str
    credentials: str
    """The keywords of a client, as Python source."""
    call: str
    """What the example prints."""
    error: str
    has_webhooks: bool
    fixtures: str
    """What fixtures begin with."""


def project(api: Api) -> Project:
    return Project(
        name=_toml(api.distribution),
        version=_toml(api.release),
        description=_toml(sentence(api.summary)),
        package=_toml(api.package),
        module=api.package,
        plugin=_toml(f"{api.package}.pytest_plugin"),
        dependencies=_array(DEPENDENCIES),
        extras=tuple((name, _array(needed)) for name, needed in EXTRAS.items()),
    )


def readme(api: Api) -> Readme:
    client = naming.class_name(api.client_class)
    given = [
        f'{naming.variable(each.name)}="{naming.variable(each.name)}", '
        for each in api.authentication.credentials
    ]
    return Readme(
        title=_markdown(f"{api.title} {api.version}"),
        summary=_markdown(sentence(api.summary)),
        page=_markdown(api.page),
        distribution=api.distribution,
        package=api.package,
        client=client,
        async_client=naming.async_class(client),
        credentials="".join(given),
        call=_call(api),
        error=naming.class_name(api.error_base),
        has_webhooks=api.webhooks is not None,
        fixtures=fixture_prefix(api),
    )


def _call(api: Api) -> str:
    """A call that works as it stands; the client itself if there is none."""
    for resource in api.resources:
        for operation in resource.operations:
            is_at_once = operation.returns is not None and operation.stream is None
            if operation.effect == "read" and is_at_once:
                arguments = _arguments(operation)
                if arguments is not None:
                    return f"{_method(resource, operation)}({arguments})"
    return "client"


def _method(resource: Resource, operation: Operation) -> str:
    on = "client" if resource.on_client else f"client.{naming.variable(resource.name)}"
    return f"{on}.{naming.variable(operation.name)}"


def _arguments(operation: Operation) -> str | None:
    """Those of the page's example; None if it does not show all that is needed."""
    required = [each for each in operation.arguments if each.required]
    if not required:
        return None if operation.rules else ""
    example = operation.example("curl") or operation.example("node")
    shown = example.value if example is not None else None
    if not isinstance(shown, dict) or any(map(_is_file, required)):
        return None
    values = [(each, shown.get(each.name)) for each in required]
    if not all(isinstance(value, (str, int)) for _, value in values):
        return None
    return ", ".join(f"{naming.argument(each.name)}={literal(value)}" for each, value in values)


def _is_file(argument: Argument) -> bool:
    of = argument.type
    return isinstance(of.item if isinstance(of, ListType) else of, FileType)


def _toml(text: str) -> str:
    """A basic string, which is JSON's but for one character."""
    return json.dumps(one_line(text), ensure_ascii=False).replace("\x7f", "\\u007F")


def _array(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_toml, texts))}]"


def _markdown(text: str) -> str:
    """One line that Markdown shows as it is."""
    marks = "\\`*_{}[]<>#|"
    return "".join(f"\\{c}" if c in marks else c for c in one_line(text))
