"""Where each check stands, and what it is called there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from apiscribe.model import Api, Field, ObjectRef
from apiscribe.views.validators import value_checks
from apiscribe.views.validators.check_names import TAKEN, check_name
from apiscribe.views.validators.check_parts import CheckKey

SHARED = "_shared"
RECORDS = "_records"


def alias(module: str) -> str:
    """What the module of a resource is called where the checks of records use it."""
    return f"_{module}"


class CheckPlan(Struct):
    """Where each check stands: with the one resource that needs it, or with the shared ones."""

    api: Api
    homes: dict[CheckKey, str] = field(default_factory=dict)
    names: dict[CheckKey, str] = field(default_factory=dict)

    def need(self, key: CheckKey, module: str, hint: str) -> None:
        if value_checks.plain(key) is not None or self.homes.get(key) in (module, SHARED):
            return
        if module == RECORDS and key in self.homes:
            return  # it refers to that: clients load what they need, and no more for it
        self.homes[key] = SHARED if key in self.homes else module
        if key not in self.names:
            self.names[key] = self._name(key, hint)
        for inner, name in _inside(self.api, key):
            self.need(inner, self.homes[key], name or hint)

    def _name(self, key: CheckKey, hint: str) -> str:
        base = check_name(self.api, key, hint)
        taken = TAKEN.union(self.names.values())
        name, number = base, 2
        while name in taken:
            name, number = f"{base}_{number}", number + 1
        return name

    def reference(self, key: CheckKey, module: str) -> str:
        own = value_checks.plain(key)
        if own is not None:
            return own
        home = self.homes[key]
        if home == module:
            return self.names[key]
        prefix = "shared" if home == SHARED else alias(home)
        return f"{prefix}.{self.names[key]}"


def _inside(api: Api, key: CheckKey) -> Iterator[tuple[CheckKey, str | None]]:
    """The checks that a check calls, with a name to call each by."""
    inner = value_checks.items(key.type)
    if inner is not None:
        yield CheckKey(inner, key.secret), None
    for member in value_checks.members(key.type):
        yield CheckKey(member, key.secret), None
    if isinstance(key.type, ObjectRef):
        for each in api.objects[key.type.object].request_fields:
            yield field_key(each), each.name


def field_key(of: Field) -> CheckKey:
    return CheckKey(of.type, of.sensitive)
