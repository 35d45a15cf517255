"""Labels of a repository."""

from __future__ import annotations

import re
from urllib.parse import quote

from .serving import Answer, Request, Route, invalid, not_found
from .world import Record, Repository, World, found_repository

COLOR = re.compile(r"[0-9a-fA-F]{6}")


class Labels:
    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[Route]:
        all_ = "/repos/{owner}/{repo}/labels"
        one = all_ + "/{name}"
        return [
            ("GET", all_, self.list),
            ("POST", all_, self.create),
            ("GET", one, self.get),
            ("PATCH", one, self.update),
            ("DELETE", one, self.delete),
        ]

    def list(self, request: Request, owner: str, repo: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        labels = [shown_label(place, label, request) for label in place.labels.values()]
        return Answer(labels, listed=True)

    def create(self, request: Request, owner: str, repo: str) -> Answer:
        place, _ = found_repository(self.world, owner, repo), request.caller
        given = self._given(request)
        if not given.get("name"):
            raise invalid("Label", "name", "missing_field")
        if given["name"].lower() in place.labels:
            raise invalid("Label", "name", "already_exists")
        label = {"id": next(self.world.numbers), "color": "ededed", "description": None, **given}
        place.labels[given["name"].lower()] = label | {"default": False}
        shown = shown_label(place, label | {"default": False}, request)
        return Answer(shown, 201, {"Location": shown["url"]})

    def get(self, request: Request, owner: str, repo: str, name: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        return Answer(shown_label(place, found_label(place, name), request))

    def update(self, request: Request, owner: str, repo: str, name: str) -> Answer:
        place, _ = found_repository(self.world, owner, repo), request.caller
        label, given = found_label(place, name), self._given(request)
        given.pop("name", None)
        new = given.pop("new_name", label["name"])
        if new.lower() != label["name"].lower() and new.lower() in place.labels:
            raise invalid("Label", "name", "already_exists")
        del place.labels[label["name"].lower()]
        label |= given | {"name": new}
        place.labels[new.lower()] = label
        return Answer(shown_label(place, label, request))

    def delete(self, request: Request, owner: str, repo: str, name: str) -> Answer:
        place, _ = found_repository(self.world, owner, repo), request.caller
        del place.labels[found_label(place, name)["name"].lower()]
        return Answer(status=204)

    def _given(self, request: Request) -> Record:
        given = request.body(name=str, new_name=str, color=str, description=(str, type(None)))
        if "color" in given and not COLOR.fullmatch(given["color"]):
            raise invalid("Label", "color", "invalid")
        if len(given.get("description") or "") > 100:
            raise invalid("Label", "description", "invalid")
        return given


def found_label(place: Repository, name: str) -> Record:
    if name.lower() not in place.labels:
        raise not_found()
    return place.labels[name.lower()]


def shown_label(place: Repository, label: Record, request: Request) -> Record:
    here = f"{request.host}/repos/{place.owner}/{place.name}/labels"
    return label | {"node_id": f"LA_{label['id']}", "url": f"{here}/{quote(label['name'], '')}"}
