"""What is said about issues."""

from __future__ import annotations

from .issues import found_issue
from .serving import Answer, Failure, Request, Route, invalid, not_found
from .world import Record, Repository, World, found_repository, user


class IssueComments:
    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[Route]:
        all_ = "/repos/{owner}/{repo}/issues"
        one, comment = all_ + "/{issue_number}/comments", all_ + "/comments/{comment_id}"
        return [
            ("GET", comment, self.get_comment),
            ("PATCH", comment, self.update_comment),
            ("DELETE", comment, self.delete_comment),
            ("GET", one, self.comments),
            ("POST", one, self.comment),
        ]

    def comments(self, request: Request, owner: str, repo: str, issue_number: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        issue, since = found_issue(place, issue_number), request.query.get("since", "")
        comments = [
            self._said(place, comment, request)
            for comment in place.comments.values()
            if comment["number"] == issue["number"] and comment["updated_at"] > since
        ]
        return Answer(comments, listed=True)

    def comment(self, request: Request, owner: str, repo: str, issue_number: str) -> Answer:
        place, login = found_repository(self.world, owner, repo), request.caller
        issue, text = found_issue(place, issue_number), self._text(request)
        if issue["locked"] and login != place.owner:
            raise Failure(403, "Unable to create comment because issue is locked.")
        now, comment_id = self.world.now(), next(self.world.numbers)
        comment = {"id": comment_id, "number": issue["number"], "login": login, "body": text}
        place.comments[comment_id] = comment | {"created_at": now, "updated_at": now}
        shown = self._said(place, place.comments[comment_id], request)
        return Answer(shown, 201, {"Location": shown["url"]})

    def get_comment(self, request: Request, owner: str, repo: str, comment_id: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        return Answer(self._said(place, self._comment(place, comment_id), request))

    def update_comment(self, request: Request, owner: str, repo: str, comment_id: str) -> Answer:
        place, _ = found_repository(self.world, owner, repo), request.caller
        comment = self._comment(place, comment_id)
        comment |= {"body": self._text(request), "updated_at": self.world.now()}
        return Answer(self._said(place, comment, request))

    def delete_comment(self, request: Request, owner: str, repo: str, comment_id: str) -> Answer:
        place, _ = found_repository(self.world, owner, repo), request.caller
        del place.comments[self._comment(place, comment_id)["id"]]
        return Answer(status=204)

    def _comment(self, place: Repository, comment_id: str) -> Record:
        if not comment_id.isdecimal() or int(comment_id) not in place.comments:
            raise not_found()
        return place.comments[int(comment_id)]

    def _text(self, request: Request) -> str:
        text = request.body(body=str).get("body")
        if not text:
            raise invalid("IssueComment", "body", "missing_field")
        return str(text)

    def _said(self, place: Repository, comment: Record, request: Request) -> Record:
        here = f"{request.host}/repos/{place.owner}/{place.name}/issues"
        web = f"https://github.com/{place.owner}/{place.name}/issues/{comment['number']}"
        return {
            **{key: value for key, value in comment.items() if key not in ("number", "login")},
            "node_id": f"IC_{comment['id']}",
            "url": f"{here}/comments/{comment['id']}",
            "html_url": f"{web}#issuecomment-{comment['id']}",
            "issue_url": f"{here}/{comment['number']}",
            "user": user(comment["login"], request.host),
            "author_association": "OWNER" if comment["login"] == place.owner else "NONE",
        }
