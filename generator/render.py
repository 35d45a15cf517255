"""The model as files: views fill templates, and everything is formatted."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files as package_files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import format as formatting
from generator import models_code, naming
from generator.model import Api
from generator.views import models, openapi, operations, package, resources, validators

Files = dict[str, str]

_TEMPLATES = Path(__file__).parent / "templates"
_HEADER = "# Generated from {source}. Do not edit: change the spec and run `make generate`."


def render(api: Api) -> Files:
    """Path -> text of everything that is generated from a model."""
    name = api.package
    document = _json(openapi.document(api))
    python = {f"{name}/{path}": text for path, text in _python(api).items()}
    return {
        "openapi.json": document,
        **formatting.format_python(python),
        **{f"{name}/_runtime/{path}": text for path, text in _runtime().items()},
        f"{name}/stub/openapi.json": document,
        f"{name}/stub/answers.json": _answers(api),
        f"{name}/py.typed": "",
    }


def _python(api: Api) -> Files:
    return {
        "__init__.py": _fill("init", api, "api.yaml", **package.client(api)),
        "client.py": _fill("client", api, "api.yaml", **package.client(api)),
        "errors.py": _fill("errors", api, "errors.yaml", **package.errors(api)),
        "types.py": _fill("types", api, "types/", **package.types(api)),
        "lists.py": _fill("lists", api, "lists/", **package.lists(api)),
        "stub/__init__.py": _fill("stub_init", api, "api.yaml", **package.stub(api)),
        "stub/__main__.py": _fill("stub_main", api, "api.yaml"),
        **_models(api),
        **_validators(api),
        **_resources(api),
    }


def _models(api: Api) -> Files:
    view = models.models(api)
    made = models_code.models_code(view, api.package, _header("types/"))
    return {
        "models/__init__.py": _marker(
            api, "types/", "What operations answer, and objects they take."
        ),
        **{f"models/{module}.py": text for module, text in made.items()},
    }


def _validators(api: Api) -> Files:
    sample = api.operations[0].id if api.operations else ""
    made = {
        "validators/__init__.py": _fill(
            "validators_init", api, "resources/", sample=repr(sample), sample_id=sample
        )
    }
    for module in validators.modules(api):
        source = "types/" if module.name == validators.SHARED else f"resources/{module.name}.yaml"
        made[f"validators/{module.name}.py"] = _fill(
            "validators_module", api, source, module=module, shared=validators.SHARED
        )
    return made


def _resources(api: Api) -> Files:
    made = {
        "resources/__init__.py": _marker(
            api, "resources/", "The operations, one class a resource."
        ),
        "operations/__init__.py": _fill(
            "operations_init", api, "resources/", **operations.index(api)
        ),
        "operations/_objects.py": _fill(
            "operations_objects", api, "types/", objects=operations.objects(api)
        ),
    }
    for resource in api.resources:
        module, source = naming.variable(resource.name), f"resources/{resource.name}.yaml"
        made[f"resources/{module}.py"] = _fill(
            "resource_module", api, source, **resources.module(api, resource)
        )
        made[f"operations/{module}.py"] = _fill(
            "operations_module", api, source, **operations.module(api, resource)
        )
    return made


def _runtime() -> Files:
    """The runtime, byte for byte."""
    root = Path(str(package_files("generator.runtime")))
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in sorted(root.rglob("*.py"))
    }


def _answers(api: Api) -> str:
    examples = {o.id: o.example("response") for o in api.operations}
    return _json({id: example.value for id, example in examples.items() if example is not None})


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _marker(api: Api, source: str, doc: str) -> str:
    return _fill("package_marker", api, source, doc=doc)


def _header(source: str) -> str:
    return _HEADER.format(source=f"spec/{source}")


def _fill(template: str, api: Api, source: str, **values: object) -> str:
    found = _environment().get_template(f"{template}.py.jinja")
    return found.render(package=api.package, header=_header(source), **values)


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
