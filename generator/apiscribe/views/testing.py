"""`pytest_plugin.py`: fixtures, called after the API."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api
from apiscribe.views.text import literal


class PluginModule(Struct, frozen=True):
    name: str
    """What fixtures begin with."""
    name_literal: str
    option: str
    """What options begin with."""
    client: str
    async_client: str


def plugin_module(api: Api) -> PluginModule:
    name = fixture_prefix(api)
    client = naming.class_name(api.client_class)
    return PluginModule(
        name=name,
        name_literal=literal(name),
        option=name.replace("_", "-"),
        client=client,
        async_client=naming.async_class(client),
    )


def fixture_prefix(api: Api) -> str:
    """The short name of an API is the one that its variables in the environment begin with."""
    return api.environment_prefix.lower()
