"""The resources in order, each with its operations."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from apiscribe.document import Documents, Located
from apiscribe.document.files import ResourceDoc
from apiscribe.model import Resource
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.names import Names
from apiscribe.resolve.operations import Operations
from apiscribe.resolve.origins import Origins


class Resources(Struct):
    documents: Documents
    names: Names
    operations: Operations
    origins: Origins
    problems: Problems

    def resolve(self) -> tuple[Resource, ...]:
        return tuple(self._resource(located) for located in self._in_order())

    def _in_order(self) -> list[Located[ResourceDoc]]:
        """The resource files in the order that `api.yaml` gives them."""
        by_name: dict[str, Located[ResourceDoc]] = {}
        for located in self.documents.resources:
            name, place = located.doc.resource, located.place / "resource"
            if name != located.stem:
                message = f"the file is called {quoted(located.stem)}, its resource {quoted(name)}"
                self.problems.add(place.position, "bad-name", message)
                name = located.stem  # by which others know it
                doc = located.doc.model_copy(update={"resource": name})
                located = Located(doc, located.place)
            by_name[name] = located
        order = self.documents.api.doc.resources
        if order is None:
            return list(by_name.values())
        return self._ordered(order, by_name)

    def _ordered(
        self, order: Sequence[str], by_name: dict[str, Located[ResourceDoc]]
    ) -> list[Located[ResourceDoc]]:
        place = self.documents.api.place / "resources"
        for index, name in enumerate(order):
            if name not in by_name and not self.names.is_dropped("resources"):
                self.names.refuse("resource", name, by_name, (place / index).position)
            if name in order[:index]:
                message = f"{quoted(name)} is listed twice"
                self.problems.add((place / index).position, "duplicate-name", message)
        unknown = [name for name in order if name not in by_name]
        for name, located in by_name.items():
            if name not in order and not any(did_you_mean(each, [name]) for each in unknown):
                message = f"{quoted(name)} is missing in `resources` of `api.yaml`"
                self.problems.add((located.place / "resource").position, "unlisted", message)
        return [by_name[name] for name in dict.fromkeys((*order, *by_name)) if name in by_name]

    def _resource(self, located: Located[ResourceDoc]) -> Resource:
        doc, place = located.doc, located.place
        resource = Resource(
            name=doc.resource,
            section=doc.section,
            summary=doc.summary,
            on_client=doc.on_client,
            operations=tuple(
                self.operations.resolve(doc, name, place / "operations" / name)
                for name in doc.operations
            ),
        )
        return self.origins.note(resource, place)
