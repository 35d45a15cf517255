"""Python from JSON Schema, by datamodel-code-generator, in memory. Knows nothing of ours.

It takes longer to import than to run. So this is a program as well, which somebody starts who
has other things to do first: it imports everything, and then answers one request.
"""

from __future__ import annotations

import atexit
import gc
import json
import sys
from collections.abc import Mapping

from datamodel_code_generator import InputFileType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import PythonVersion

_SMALLEST = '{"$defs": {"a.A": {"type": "object", "properties": {"a": {"type": "string"}}}}}'


def modules_of(schema: str, base_class: str, aliases: Mapping[str, str]) -> dict[str, str]:
    """Module -> source of msgspec structs, one for each definition; names are `module.Class`."""
    found = generate(
        schema,
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.MsgspecStruct,
        target_python_version=PythonVersion.PY_311,
        base_class=base_class,
        aliases=dict(aliases),
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
        disable_future_imports=True,
        # Formatted with all the rest, by ruff.
        formatters=[],
    )
    assert isinstance(found, dict), "definitions with dots in their names make modules"
    return {
        path[0].removesuffix(".py"): text
        for path, text in found.items()
        if path[0] != "__init__.py"
    }


def _answer() -> None:
    # The first run imports what the next one needs.
    modules_of(_SMALLEST, "base.Base", {})
    request = sys.stdin.buffer.read()
    if request:
        sys.stdout.write(json.dumps(modules_of(**json.loads(request))))
        sys.stdout.close()  # whoever reads it need not wait for our end


if __name__ == "__main__":
    gc.disable()  # the process is over before there is much to collect
    atexit.register(gc.freeze)
    _answer()
