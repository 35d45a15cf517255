"""The model as files: views fill templates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from apiscribe import naming
from apiscribe.filling import filled
from apiscribe.model import HEADERS, NEXT, Api
from apiscribe.tree import files_below
from apiscribe.views import (
    errors,
    exports,
    facts,
    lists,
    project,
    scalars,
    service,
    state,
    stub,
    testing,
    unions,
)
from apiscribe.views.clients import client_modules, flavors, method_docs, resources
from apiscribe.views.openapi import document
from apiscribe.views.operations import operation_modules
from apiscribe.views.python_types import argument_types
from apiscribe.views.strategies import strategy_modules
from apiscribe.views.text import header
from apiscribe.views.validators import validator_modules
from apiscribe.views.validators.check_plan import RECORDS, SHARED
from apiscribe.views.webhooks import webhooks_module

Texts = dict[str, str]
Filled = Iterator[tuple[str, str]]
"""Path in the package -> text."""

_SHIPPED = (".py", ".html", ".css", ".js", ".svg")
"""Kinds of files in the runtime: its code, and the page that the stub serves."""
_SOURCES = {SHARED: "types/", RECORDS: "state/"}
"""Modules of validators that are of no resource -> what of the spec they come from."""
_GIT_ATTRIBUTES = """\
# Made by apiscribe: a merge keeps the lines of both sides, and the next run writes all files anew.
* merge=union linguist-generated
"""


def python_files(api: Api) -> Texts:
    """Path -> Python that templates make of a model, not yet formatted."""
    made = (
        *_package(api),
        *_clients(api),
        *_types(api),
        *_unions(api),
        *_scalars(api),
        *_strategies(api),
        *rule_files(api).items(),
    )
    return {f"{api.package}/{path}": text for path, text in made}


def rule_files(api: Api) -> Texts:
    """Path below the package -> the Python that decides which arguments are right."""
    return dict((*_lists(api), *_validators(api), *_operations(api)))


def data_files(api: Api) -> Texts:
    """Path -> everything that is not Python."""
    # Whoever has it from the stub is to call the stub.
    published, of_stub = document.documents(api, (), ("/",))
    return {
        ".gitattributes": _GIT_ATTRIBUTES,
        "openapi.json": _json(published),
        f"{api.package}/stub/openapi.json": _json(of_stub),
        f"{api.package}/stub/answers.json": _answers(api),
        f"{api.package}/stub/service.json": _json(service.service(api)),
        **_headers(api),
        **_state(api),
        f"{api.package}/py.typed": "",
    }


def project_files(api: Api) -> Texts:
    """Path -> what makes a distribution of all the others."""
    made = {"pyproject.toml": project.project(api), "README.md": project.readme(api)}
    return {path: filled(path, view=view) for path, view in made.items()}


def runtime_files(api: Api) -> Texts:
    """Path -> a file of the runtime, byte for byte."""
    root = Path(__file__).parent / "runtime"
    return {
        f"{api.package}/_runtime/{path}": (root / path).read_bytes().decode()
        for path in files_below(root)
        if path.endswith(_SHIPPED)
    }


def _package(api: Api) -> Filled:
    hooks = facts.hook_module(api)
    yield "__init__.py", _fill("init", api, "api.yaml", exports.package_init(api))
    yield "_config.py", _fill("config", api, "api.yaml", facts.config_module(api))
    yield "events.py", _fill("events", api, "api.yaml", hooks)
    yield "tracing.py", _fill("tracing", api, "api.yaml", hooks)
    yield "errors.py", _fill("errors", api, "errors.yaml", errors.errors_module(api))
    yield "stub/__init__.py", _fill("stub_init", api, "api.yaml", stub.stub_module(api))
    yield "stub/__main__.py", _fill("stub_main", api, "api.yaml", None)
    yield "pytest_plugin.py", _fill("pytest_plugin", api, "api.yaml", testing.plugin_module(api))
    if api.webhooks is not None:
        webhooks = webhooks_module.module(api, api.webhooks)
        yield "webhooks.py", _fill("webhooks", api, "webhooks.yaml", webhooks)


def _lists(api: Api) -> Filled:
    yield "lists.py", _fill("lists", api, "lists/", lists.lists_module(api))


def _clients(api: Api) -> Filled:
    docs = {each.id: method_docs.sections(api, each) for each in api.operations}
    for flavor in (flavors.BLOCKING, flavors.AWAITING):
        client = client_modules.client_module(api, flavor)
        yield f"{flavor.client_module}.py", _fill("client", api, "api.yaml", client)
        package = exports.resources_package(api, flavor)
        yield f"{flavor.resources}/__init__.py", _fill("lazy_package", api, "resources/", package)
        for resource in api.resources:
            name, source = _module(resource.name)
            view = resources.resource_module(api, resource, flavor, docs)
            yield f"{flavor.resources}/{name}", _fill("resource_module", api, source, view)


def _types(api: Api) -> Filled:
    choices, dicts = argument_types.choices_module(api), argument_types.dicts_module(api)
    types = exports.types_package(api, choices, dicts)
    models = exports.models_package(api, unions.model_names(api))
    yield "types/__init__.py", _fill("lazy_package", api, "types/", types)
    yield "types/choices.py", _fill("types_choices", api, "types/", choices)
    yield "types/dicts.py", _fill("types_dicts", api, "types/", dicts)
    yield "models/__init__.py", _fill("lazy_package", api, "types/", models)


def _unions(api: Api) -> Filled:
    told = unions.unions_module(api)
    if told.unions:
        yield "_unions.py", _fill("unions", api, "types/", told)
    models = unions.union_models(api)
    if models.unions:
        yield "models/_unions.py", _fill("union_models", api, "types/", models)


def _scalars(api: Api) -> Filled:
    told = scalars.scalar_models(api)
    if told.scalars:
        yield "models/_scalars.py", _fill("scalar_models", api, "types/", told)


def _operations(api: Api) -> Filled:
    index, objects = operation_modules.operations_index(api), operation_modules.objects_module(api)
    yield "operations/__init__.py", _fill("operations_init", api, "resources/", index)
    yield "operations/_objects.py", _fill("operations_objects", api, "types/", objects)
    for resource in api.resources:
        name, source = _module(resource.name)
        view = operation_modules.operations_module(api, resource)
        yield f"operations/{name}", _fill("operations_module", api, source, view)


def _validators(api: Api) -> Filled:
    sample = facts.sample(api)
    yield "validators/__init__.py", _fill("validators_init", api, "resources/", sample)
    for view in validator_modules.modules(api):
        source = _SOURCES.get(view.name, f"resources/{view.name}.yaml")
        yield f"validators/{view.name}.py", _fill("validators_module", api, source, view)


def _strategies(api: Api) -> Filled:
    init, types = strategy_modules.strategies_init(api), strategy_modules.types_module(api)
    marker = facts.Marker("What the arguments of operations are drawn from.")
    yield "strategies/__init__.py", _fill("strategies_init", api, "types/", init)
    yield "strategies/_types.py", _fill("strategies_types", api, "types/", types)
    yield (
        "strategies/_operations/__init__.py",
        _fill("package_marker", api, "resources/", marker),
    )
    for resource in api.resources:
        name, source = _module(resource.name)
        view = strategy_modules.strategies_module(api, resource)
        yield f"strategies/_operations/{name}", _fill("strategies_module", api, source, view)


def _module(resource: str) -> tuple[str, str]:
    """The file that is made of a resource, and the file of the spec that it comes from."""
    return f"{naming.module(resource)}.py", f"resources/{resource}.yaml"


def _answers(api: Api) -> str:
    """Operation id, behind a colon another status or `next` -> the documented response."""
    found: dict[str, object] = {}
    for operation in api.operations:
        for example in operation.examples:
            if example.kind == "response":
                found[operation.id] = example.value
            elif example.kind.isdecimal() or example.kind == NEXT:
                found[f"{operation.id}:{example.kind}"] = example.value
        for kind in operation.other_contents:
            found |= {f"{operation.id}:{kind}": e.value for e in operation.examples_in(kind)}
    return _json(found)


def _headers(api: Api) -> Texts:
    """By the same names, the documented headers of these responses."""
    found: dict[str, object] = {}
    for operation in api.operations:
        for example in operation.examples:
            status, _, kind = example.kind.rpartition(".")
            if kind == HEADERS:
                found[f"{operation.id}:{status}" if status else operation.id] = example.value
    return {f"{api.package}/stub/headers.json": _json(found)} if found else {}


def _state(api: Api) -> Texts:
    if api.state is None:
        return {}
    return {f"{api.package}/stub/state.json": _json(state.program(api, api.state))}


def _json(value: object) -> str:
    # What `json` writes in lines it writes in Python, at a tenth of the speed.
    return msgspec.json.format(json.dumps(value, ensure_ascii=False)) + "\n"


def _fill(template: str, of: Api, source: str, view: object, /) -> str:
    beginning = header(of.spec_name, source)
    return filled(f"{template}.py", package=of.package, header=beginning, view=view)
