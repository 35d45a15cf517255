"""Gists, their versions, stars, copies and comments."""

from __future__ import annotations

import hashlib
from typing import Any

from .serving import Answer, Failure, Request, Route, invalid, not_found
from .world import Record, World, user

MEGABYTE = 1024 * 1024
OWN_KEYS = ("files_now", "versions", "comment_list", "login", "fork_of_id")


class Gists:
    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[Route]:
        one, comment = "/gists/{gist_id}", "/gists/{gist_id}/comments/{comment_id}"
        return [
            ("GET", "/gists", self.list_own),
            ("POST", "/gists", self.create),
            ("GET", "/gists/public", self.list_public),
            ("GET", "/gists/starred", self.list_starred),
            ("GET", one, self.get),
            ("PATCH", one, self.update),
            ("DELETE", one, self.delete),
            ("GET", f"{one}/commits", self.commits),
            ("GET", f"{one}/forks", self.forks),
            ("POST", f"{one}/forks", self.fork),
            ("GET", f"{one}/star", self.is_starred),
            ("PUT", f"{one}/star", self.star),
            ("DELETE", f"{one}/star", self.unstar),
            ("GET", f"{one}/comments", self.comments),
            ("POST", f"{one}/comments", self.comment),
            ("GET", comment, self.get_comment),
            ("PATCH", comment, self.update_comment),
            ("DELETE", comment, self.delete_comment),
            ("GET", one + "/{sha}", self.revision),
        ]

    def list_own(self, request: Request) -> Answer:
        """Without a token, everyone's public ones."""
        if request.login is None:
            return self.list_public(request)
        return self._listed(request, lambda gist: gist["login"] == request.login)

    def list_public(self, request: Request) -> Answer:
        return self._listed(request, lambda gist: gist["public"])

    def list_starred(self, request: Request) -> Answer:
        starred = self.world.stars.get(request.caller, set())
        return self._listed(request, lambda gist: gist["id"] in starred)

    def create(self, request: Request) -> Answer:
        login = request.caller
        given = request.body(description=(str, type(None)), public=(bool, str), files=dict)
        if "files" not in given:
            raise Failure(422, 'Invalid request.\n\n"files" wasn\'t supplied.')
        gist = self._new(login, given.get("description"), given.get("public") in (True, "true"))
        for name, file in given["files"].items():
            if not isinstance(file, dict) or not isinstance(file.get("content"), str):
                raise Failure(422, "Invalid request.\n\nFor 'anyOf/0', it is not an object.")
            gist["files_now"][name] = file["content"]
        if not any(gist["files_now"].values()):
            raise invalid("Gist", "files", "missing_field")
        return self._kept(gist, request)

    def get(self, request: Request, gist_id: str) -> Answer:
        return Answer(self._whole(self._found(gist_id), request))

    def revision(self, request: Request, gist_id: str, sha: str) -> Answer:
        gist = self._found(gist_id)
        (version,) = [each for each in gist["versions"] if each["version"] == sha] or [None]
        if version is None:
            raise not_found()
        return Answer(self._whole(gist | {"files_now": version["files_then"]}, request))

    def update(self, request: Request, gist_id: str) -> Answer:
        gist = self._own(request, gist_id)
        given = request.body(description=(str, type(None)), files=dict)
        files = dict(gist["files_now"])
        for name, file in given.get("files", {}).items():
            if file is None:
                if name not in files:
                    raise invalid("Gist", "files", "invalid")
                del files[name]
                continue
            content = file.get("content", files.get(name))
            if content is None:
                raise invalid("Gist", "files", "missing_field")
            files.pop(name, None)
            files[file.get("filename") or name] = content
        if not files:
            raise invalid("Gist", "files", "missing_field")
        gist |= {"files_now": files} | {k: v for k, v in given.items() if k == "description"}
        self._commit(gist, request)
        return Answer(self._whole(gist, request))

    def delete(self, request: Request, gist_id: str) -> Answer:
        del self.world.gists[self._own(request, gist_id)["id"]]
        return Answer(status=204)

    def commits(self, request: Request, gist_id: str) -> Answer:
        gist = self._found(gist_id)
        return Answer(
            [self._version(gist, each, request) for each in gist["versions"]], listed=True
        )

    def forks(self, request: Request, gist_id: str) -> Answer:
        self._found(gist_id)
        copies = [g for g in self.world.gists.values() if g["fork_of_id"] == gist_id]
        return Answer([self._whole(gist, request) for gist in copies], listed=True)

    def fork(self, request: Request, gist_id: str) -> Answer:
        login, original = request.caller, self._found(gist_id)
        if original["login"] == login:
            raise Failure(422, "You cannot fork your own gist.")
        copy = self._new(login, original["description"], original["public"])
        copy |= {"files_now": dict(original["files_now"]), "fork_of_id": gist_id}
        kept = self._kept(copy, request)
        return Answer(self._shown(copy, request), 201, kept.headers)

    def is_starred(self, request: Request, gist_id: str) -> Answer:
        starred = gist_id in self.world.stars.get(request.caller, set())
        return Answer(status=204) if starred else Answer({}, 404)

    def star(self, request: Request, gist_id: str) -> Answer:
        if request.headers.get("content-length") != "0":
            raise Failure(411, "Length Required")
        login, gist = request.caller, self._found(gist_id)
        self.world.stars.setdefault(login, set()).add(gist["id"])
        return Answer(status=204)

    def unstar(self, request: Request, gist_id: str) -> Answer:
        login, gist = request.caller, self._found(gist_id)
        self.world.stars.setdefault(login, set()).discard(gist["id"])
        return Answer(status=204)

    def comments(self, request: Request, gist_id: str) -> Answer:
        return Answer(list(self._found(gist_id)["comment_list"].values()), listed=True)

    def comment(self, request: Request, gist_id: str) -> Answer:
        login, gist = request.caller, self._found(gist_id)
        body, number, now = self._text(request), next(self.world.numbers), self.world.now()
        gist["comment_list"][number] = {
            "id": number,
            "node_id": f"GC_{number}",
            "url": f"{request.host}/gists/{gist_id}/comments/{number}",
            "body": body,
            "user": user(login, request.host),
            "created_at": now,
            "updated_at": now,
            "author_association": "OWNER" if gist["login"] == login else "NONE",
        }
        comment = gist["comment_list"][number]
        return Answer(comment, 201, {"Location": comment["url"]})

    def get_comment(self, request: Request, gist_id: str, comment_id: str) -> Answer:
        return Answer(self._comment(gist_id, comment_id))

    def update_comment(self, request: Request, gist_id: str, comment_id: str) -> Answer:
        comment = self._comment(gist_id, comment_id)
        if comment["user"]["login"] != request.caller:
            raise not_found()
        comment |= {"body": self._text(request), "updated_at": self.world.now()}
        return Answer(comment)

    def delete_comment(self, request: Request, gist_id: str, comment_id: str) -> Answer:
        comment = self._comment(gist_id, comment_id)
        if comment["user"]["login"] != request.caller:
            raise not_found()
        del self._found(gist_id)["comment_list"][comment["id"]]
        return Answer(status=204)

    def _new(self, login: str, description: str | None, public: bool) -> Record:
        number = next(self.world.numbers)
        gist_id = hashlib.md5(f"gist {number}".encode()).hexdigest()
        return {
            "id": gist_id,
            "node_id": f"G_{number}",
            "public": public,
            "description": description,
            "created_at": self.world.now(),
            "login": login,
            "files_now": {},
            "versions": [],
            "comment_list": {},
            "fork_of_id": None,
        }

    def _kept(self, gist: Record, request: Request) -> Answer:
        self.world.gists[gist["id"]] = gist
        self._commit(gist, request)
        address = f"{request.host}/gists/{gist['id']}"
        return Answer(self._whole(gist, request), 201, {"Location": address})

    def _commit(self, gist: Record, request: Request) -> None:
        gist["updated_at"] = self.world.now()
        lines = sum(content.count("\n") + 1 for content in gist["files_now"].values())
        version = {
            "version": hashlib.sha1(f"{gist['id']} {gist['updated_at']}".encode()).hexdigest(),
            "committed_at": gist["updated_at"],
            "change_status": {"total": lines, "additions": lines, "deletions": 0},
            "files_then": dict(gist["files_now"]),
        }
        gist["versions"].insert(0, version)

    def _found(self, gist_id: str) -> Record:
        if gist_id not in self.world.gists:
            raise not_found()
        return self.world.gists[gist_id]

    def _own(self, request: Request, gist_id: str) -> Record:
        gist = self._found(gist_id)
        if gist["login"] != request.caller:
            raise not_found()
        return gist

    def _comment(self, gist_id: str, comment_id: str) -> Record:
        comments: dict[int, Record] = self._found(gist_id)["comment_list"]
        if not comment_id.isdecimal() or int(comment_id) not in comments:
            raise not_found()
        return comments[int(comment_id)]

    def _text(self, request: Request) -> str:
        text: Any = request.body(body=str).get("body")
        if not text:
            raise invalid("GistComment", "body", "missing_field")
        if len(text) > 65535:
            raise invalid("GistComment", "body", "invalid")
        return str(text)

    def _listed(self, request: Request, wanted: Any) -> Answer:
        since = request.query.get("since", "")
        gists = [g for g in self.world.gists.values() if wanted(g) and g["updated_at"] > since]
        gists.sort(key=lambda gist: gist["updated_at"], reverse=True)
        return Answer([self._shown(gist, request) for gist in gists], listed=True)

    def _shown(self, gist: Record, request: Request) -> Record:
        """As lists have it: files without what is in them."""
        here = f"{request.host}/gists/{gist['id']}"
        web = f"https://gist.github.com/{gist['id']}"
        files = {
            name: {
                "filename": name,
                "type": "text/markdown" if name.endswith(".md") else "text/plain",
                "language": "Markdown" if name.endswith(".md") else None,
                "raw_url": f"https://gist.githubusercontent.com/{gist['login']}/{gist['id']}/raw/{name}",
                "size": len(content.encode()),
            }
            for name, content in gist["files_now"].items()
        }
        return {
            **{key: value for key, value in gist.items() if key not in OWN_KEYS},
            "url": here,
            "forks_url": f"{here}/forks",
            "commits_url": f"{here}/commits",
            "git_pull_url": f"{web}.git",
            "git_push_url": f"{web}.git",
            "html_url": web,
            "files": files,
            "comments": len(gist["comment_list"]),
            "user": None,
            "comments_url": f"{here}/comments",
            "owner": user(gist["login"], request.host),
            "truncated": len(files) > 300,
        }

    def _whole(self, gist: Record, request: Request) -> Record:
        shown = self._shown(gist, request)
        for name, content in gist["files_now"].items():
            cut = len(content) > MEGABYTE
            more = {"truncated": cut, "content": content[:MEGABYTE], "encoding": "utf-8"}
            shown["files"][name] |= more
        shown["history"] = [self._version(gist, each, request) for each in gist["versions"]]
        shown["forks"] = []
        if gist["fork_of_id"] in self.world.gists:
            shown["fork_of"] = self._shown(self.world.gists[gist["fork_of_id"]], request)
        return shown

    def _version(self, gist: Record, version: Record, request: Request) -> Record:
        return {
            "url": f"{request.host}/gists/{gist['id']}/{version['version']}",
            "user": user(gist["login"], request.host),
            **{key: value for key, value in version.items() if key != "files_then"},
        }
