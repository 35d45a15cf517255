"""Models from their JSON Schema, by datamodel-code-generator, in memory."""

from __future__ import annotations

import json

from apiscribe.model import Api
from apiscribe.views.python_types.models import models
from apiscribe.views.text import header

_DOC = '"""Objects that are answered or taken."""'


def render_models(api: Api) -> dict[str, str]:
    """Path -> source of msgspec structs, one module for each file under `types/`."""
    view = models(api)
    made = _generate(json.dumps(view.schema), api.package, view.aliases) if view.modules else {}
    return {
        f"{api.package}/models/{module}.py": "\n".join(
            [header(api.spec_name, f"types/{view.modules[module]}.yaml"), _DOC, text]
        )
        for module, text in made.items()
    }


def _generate(schema: str, package: str, aliases: dict[str, str]) -> dict[str, str]:
    # Slow to import, and not needed when nothing has changed.
    from datamodel_code_generator import InputFileType, generate
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import PythonVersion

    found = generate(
        schema,
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.MsgspecStruct,
        target_python_version=PythonVersion.PY_311,
        base_class=f"{package}._runtime.model.Model",
        aliases=aliases,
        custom_file_header="\n",
        keyword_only=True,
        use_annotated=False,
        use_schema_description=True,
        use_field_description=True,
        use_attribute_docstrings=True,
        use_single_line_docstring=True,
        use_inline_field_description=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_exact_imports=True,
        use_double_quotes=True,
        output_datetime_class="datetime",  # type: ignore[arg-type]
        output_date_class="date",  # type: ignore[arg-type]
        disable_timestamp=True,
        # Formatted with all the rest, by ruff.
        formatters=[],
    )
    assert isinstance(found, dict), "definitions with dots in their names make modules"
    return {
        path[0].removesuffix(".py"): text
        for path, text in found.items()
        if path[0] != "__init__.py"
    }
