"""Where the API is, as OpenAPI says it."""

from __future__ import annotations

import re

from apiscribe.model import Api, Operation, WholeUrl
from apiscribe.views.openapi.schema import Schema
from apiscribe.views.text import sentence

_VARIABLE = re.compile(r"\{([^{}]+)\}")


def everywhere(api: Api, preferred: tuple[str, ...]) -> list[Schema]:
    """`servers` of the document: the preferred URLs, and those of the API."""
    own = [_server(api, each.url, each.doc) for each in api.servers.servers]
    return [*({"url": url} for url in preferred), *own]


def of_operation(api: Api, operation: Operation, preferred: tuple[str, ...]) -> Schema:
    """`servers` of an operation that is sent elsewhere."""
    if operation.url is not None:
        there = _handed_out(operation, operation.url)
        return {"servers": [*({"url": url} for url in preferred), there]}
    if operation.server is None:
        return {}
    own = [_server(api, s.others[operation.server], s.doc) for s in api.servers.servers]
    return {"servers": [*({"url": url} for url in preferred), *own]}


def _handed_out(operation: Operation, url: WholeUrl) -> Schema:
    """An address that a response has, in the place of a server."""
    doc = sentence(operation.argument(url.argument).doc)
    told: Schema = {id: ".".join(keys) for id, keys in url.handed_out_by.items()}
    told |= {id: {"key": told[id], "where": dict(where)} for id, where in url.where.items()}
    variable = {"default": "https://example.com", "description": doc}
    return {
        "url": f"{{{url.argument}}}",
        "variables": {url.argument: variable},
        "x-handed-out-by": told,
    }


def _server(api: Api, url: str, doc: str) -> Schema:
    found: Schema = {"url": url}
    if doc:
        found["description"] = sentence(doc)
    declared = {each.name: each for each in api.servers.variables}
    variables: Schema = {}
    for name in dict.fromkeys(_VARIABLE.findall(url)):
        variable = declared[name]
        # OpenAPI asks for a default even where a caller has to choose: this one is no address.
        default = variable.default or (variable.choices[0] if variable.choices else f"<{name}>")
        variables[name] = {"default": default, "description": sentence(variable.doc)}
        if variable.choices:
            variables[name]["enum"] = list(variable.choices)
    if variables:
        found["variables"] = variables
    return found
