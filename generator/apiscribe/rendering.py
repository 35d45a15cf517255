"""The model as files: views fill templates."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from apiscribe import naming
from apiscribe.model import Api
from apiscribe.views import package
from apiscribe.views.clients import flavors, resources
from apiscribe.views.openapi import document
from apiscribe.views.operations import operation_modules
from apiscribe.views.strategies import strategy_modules
from apiscribe.views.text import header
from apiscribe.views.validators import validator_modules
from apiscribe.views.webhooks import webhooks_module

Files = dict[str, str]

_TEMPLATES = Path(__file__).parent / "templates"


def python_files(api: Api) -> Files:
    """Path -> Python that templates make of a model, not yet formatted."""
    about = {"api": package.described(api)}
    made = {
        "__init__.py": _fill("init", api, "api.yaml", **about),
        "_config.py": _fill("config", api, "api.yaml", **about),
        **_clients(api),
        "events.py": _fill("events", api, "api.yaml", **about),
        "tracing.py": _fill("tracing", api, "api.yaml", **about),
        "errors.py": _fill("errors", api, "errors.yaml", **package.errors(api)),
        "types.py": _fill("types", api, "types/", **package.types(api)),
        "models/__init__.py": _marker(api, "types/", "Objects that are answered or taken."),
        "stub/__init__.py": _fill("stub_init", api, "api.yaml", **package.stub(api)),
        "stub/__main__.py": _fill("stub_main", api, "api.yaml"),
        **rule_files(api),
        **_strategies(api),
        **_webhooks(api),
    }
    return {f"{api.package}/{path}": text for path, text in made.items()}


def rule_files(api: Api) -> Files:
    """Path below the package -> the Python that decides which arguments are right."""
    lists = _fill("lists", api, "lists/", **package.lists(api))
    return {"lists.py": lists, **_validators(api), **_operations(api)}


def data_files(api: Api) -> Files:
    """Path -> everything that is not Python."""
    openapi = _json(document.document(api))
    return {
        "openapi.json": openapi,
        f"{api.package}/stub/openapi.json": openapi,
        f"{api.package}/stub/answers.json": _answers(api),
        f"{api.package}/py.typed": "",
    }


def runtime_files(api: Api) -> Files:
    """Path -> a file of the runtime, byte for byte."""
    root = Path(__file__).parent / "runtime"
    return {
        f"{api.package}/_runtime/{path.relative_to(root).as_posix()}": path.read_bytes().decode()
        for path in sorted(root.rglob("*.py"))
    }


def _validators(api: Api) -> Files:
    sample = api.operations[0].id if api.operations else ""
    made = {
        "validators/__init__.py": _fill(
            "validators_init", api, "resources/", sample=repr(sample), sample_id=sample
        )
    }
    for module in validator_modules.modules(api):
        source = (
            "types/" if module.name == validator_modules.SHARED else f"resources/{module.name}.yaml"
        )
        made[f"validators/{module.name}.py"] = _fill(
            "validators_module", api, source, module=module
        )
    return made


def _strategies(api: Api) -> Files:
    sample = api.operations[0].id if api.operations else ""
    functions = strategy_modules.functions(api)
    types = strategy_modules.types(api)
    doc = "What the arguments of operations are drawn from."
    made = {
        "strategies/__init__.py": _fill(
            "strategies_init",
            api,
            "types/",
            sample=repr(sample),
            sample_id=sample,
            functions=functions,
        ),
        "strategies/_types.py": _fill("strategies_types", api, "types/", types=types),
        "strategies/_operations/__init__.py": _marker(api, "resources/", doc),
    }
    for resource in api.resources:
        path = f"strategies/_operations/{naming.variable(resource.name)}.py"
        made[path] = _fill(
            "strategies_module",
            api,
            f"resources/{resource.name}.yaml",
            resource=resource.name,
            operations=strategy_modules.operations(api, resource),
        )
    return made


def _clients(api: Api) -> Files:
    made = {}
    for flavor in (flavors.BLOCKING, flavors.AWAITING):
        view = package.client(api, flavor)
        made[f"{flavor.client_module}.py"] = _fill("client", api, "api.yaml", **view)
        doc = "The operations, one class a resource."
        made[f"{flavor.resources}/__init__.py"] = _marker(api, "resources/", doc)
        for resource in api.resources:
            made[f"{flavor.resources}/{naming.variable(resource.name)}.py"] = _fill(
                "resource_module",
                api,
                f"resources/{resource.name}.yaml",
                **resources.module(api, resource, flavor),
            )
    return made


def _operations(api: Api) -> Files:
    made = {
        "operations/__init__.py": _fill(
            "operations_init", api, "resources/", **operation_modules.index(api)
        ),
        "operations/_objects.py": _fill(
            "operations_objects", api, "types/", **operation_modules.objects(api)
        ),
    }
    for resource in api.resources:
        module, source = naming.variable(resource.name), f"resources/{resource.name}.yaml"
        made[f"operations/{module}.py"] = _fill(
            "operations_module", api, source, **operation_modules.module(api, resource)
        )
    return made


def _webhooks(api: Api) -> Files:
    if api.webhooks is None:
        return {}
    view = webhooks_module.module(api, api.webhooks)
    return {"webhooks.py": _fill("webhooks", api, "webhooks.yaml", module=view)}


def _answers(api: Api) -> str:
    examples = {o.id: o.example("response") for o in api.operations}
    return _json({id: example.value for id, example in examples.items() if example is not None})


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _marker(api: Api, source: str, doc: str) -> str:
    return _fill("package_marker", api, source, doc=doc)


def _fill(template: str, of: Api, source: str, /, **values: object) -> str:
    found = _environment().get_template(f"{template}.py.jinja")
    return found.render(package=of.package, header=header(of.spec_name, source), **values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
