"""GitHub as its documentation describes it, as far as the spec goes; written by hand."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from .gists import Gists
from .issue_comments import IssueComments
from .issues import Issues
from .labels import Labels
from .releases import Releases
from .serving import Answer, Failure, Request, Service, not_found
from .world import TOKENS, Repository, World


class GitHub:
    """One server for the API and its uploads, and another where files are fetched."""

    def __init__(self) -> None:
        self.world = World()
        self.world.repositories["octocat", "hello-world"] = Repository("octocat", "Hello-World")
        parts = (Gists, IssueComments, Issues, Labels, Releases)
        routes = [route for part in parts for route in part(self.world).routes()]
        self.api = Service(routes, TOKENS)
        self.storage = Service([("GET", "/files/{file_id}", self._file)], TOKENS)
        self.world.storage = self.storage.base_url

    @property
    def repository(self) -> Repository:
        return self.world.repositories["octocat", "hello-world"]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.api.stop()
        self.storage.stop()

    def _file(self, request: Request, file_id: str) -> Answer:
        """As object stores do: an address that is signed, and no other way to say who calls."""
        if "authorization" in request.headers:
            raise Failure(400, "Only one auth mechanism allowed.")
        if request.query.get("signature") != "s3cr3t" or int(file_id) not in self.world.files:
            raise not_found()
        content = self.world.files[int(file_id)]
        return Answer(content, 200, {"Content-Type": "application/octet-stream"})
