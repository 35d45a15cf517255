"""Models from their JSON Schema, by datamodel-code-generator, in memory."""

from __future__ import annotations

import json

from generator.views.models import ModelsView


def models_code(view: ModelsView, package: str, header: str) -> dict[str, str]:
    """Module name -> source of its msgspec structs."""
    if not view.modules:
        return {}
    # Slow to import, and not needed when nothing has changed.
    from datamodel_code_generator import InputFileType, generate
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import PythonVersion

    found = generate(
        json.dumps(view.schema),
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.MsgspecStruct,
        target_python_version=PythonVersion.PY_311,
        base_class=f"{package}._runtime.model.Model",
        aliases=view.aliases,
        custom_file_header=header,
        keyword_only=True,
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
