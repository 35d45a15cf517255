"""Models from their JSON Schema: asked for first, and fetched when all else is there."""

from __future__ import annotations

import json

from apiscribe.making_models import Begin, Made, Wanted
from apiscribe.model import Api
from apiscribe.views.python_types.models import models
from apiscribe.views.text import header

_DOC = '"""Objects that are answered or taken."""'


def begin_models(api: Api, begin: Begin) -> Made:
    """Begin with the models, and give what waits for them.

    They are by path: the source of msgspec structs, one module for each file under `types/`.
    """
    view = models(api)
    if not view.modules:
        return dict
    wanted = Wanted(
        schema=json.dumps(view.schema),
        base_class=f"{api.package}._runtime.api_object.ApiObject",
        aliases=view.aliases,
    )
    made = begin(wanted)

    def finished() -> dict[str, str]:
        return {
            f"{api.package}/models/{module}.py": "\n".join(
                [header(api.spec_name, f"types/{view.modules[module]}.yaml"), _DOC, text]
            )
            for module, text in made().items()
        }

    return finished
