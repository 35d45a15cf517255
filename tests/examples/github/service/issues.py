"""Issues of a repository."""

from __future__ import annotations

from typing import Any

from .labels import found_label, shown_label
from .serving import Answer, Failure, Request, Route, invalid, not_found
from .world import Record, Repository, World, found_repository, user

REASONS = ("off-topic", "too heated", "resolved", "spam")
NOTHING = type(None)


class Issues:
    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[Route]:
        all_ = "/repos/{owner}/{repo}/issues"
        one = all_ + "/{issue_number}"
        return [
            ("GET", all_, self.list),
            ("POST", all_, self.create),
            ("GET", one, self.get),
            ("PATCH", one, self.update),
            ("PUT", f"{one}/lock", self.lock),
            ("DELETE", f"{one}/lock", self.unlock),
            ("GET", f"{one}/labels", self.labels),
            ("POST", f"{one}/labels", self.add_labels),
            ("PUT", f"{one}/labels", self.set_labels),
            ("DELETE", f"{one}/labels", self.remove_all_labels),
            ("DELETE", one + "/labels/{name}", self.remove_label),
        ]

    def list(self, request: Request, owner: str, repo: str) -> Answer:
        place, query = found_repository(self.world, owner, repo), request.query
        state, since = query.get("state", "open"), query.get("since", "")
        sort, direction = query.get("sort", "created"), query.get("direction", "desc")
        if state not in ("open", "closed", "all"):
            raise invalid("Issue", "state", "invalid")
        names = [name for name in query.get("labels", "").split(",") if name]
        issues = [
            issue
            for issue in place.issues.values()
            if (state in ("all", issue["state"]))
            and issue["updated_at"] > since
            and all(found_label(place, name)["id"] in issue["labels"] for name in names)
            and query.get("creator", issue["login"]) == issue["login"]
            and _assigned(issue, query.get("assignee"))
            and f"@{query.get('mentioned', '')}" in f"@{issue['body']}"
        ]
        key = {"created": "number", "updated": "updated_at", "comments": "comment_count"}[sort]
        shown = [self._shown(place, issue, request) for issue in issues]
        shown.sort(
            key=lambda issue: issue["comments" if key == "comment_count" else key],
            reverse=direction == "desc",
        )
        return Answer(shown, listed=True)

    def create(self, request: Request, owner: str, repo: str) -> Answer:
        place, login = found_repository(self.world, owner, repo), request.caller
        given = self._given(request)
        if not given.get("title"):
            raise invalid("Issue", "title", "missing_field")
        number = max([*place.issues, *place.gone, *place.moved, 0]) + 1
        now = self.world.now()
        issue = {
            **dict.fromkeys(
                ("body", "state_reason", "closed_at", "closed_by", "active_lock_reason")
            ),
            "id": next(self.world.numbers),
            "number": number,
            "login": login,
            "state": "open",
            "locked": False,
            "labels": [],
            "assignees": [],
            "created_at": now,
            "updated_at": now,
        }
        self._change(place, issue, given, login)
        place.issues[number] = issue
        shown = self._shown(place, issue, request)
        return Answer(shown, 201, {"Location": shown["url"]})

    def get(self, request: Request, owner: str, repo: str, issue_number: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        return Answer(self._shown(place, found_issue(place, issue_number), request))

    def update(self, request: Request, owner: str, repo: str, issue_number: str) -> Answer:
        place, login = found_repository(self.world, owner, repo), request.caller
        issue = found_issue(place, issue_number)
        if login not in (issue["login"], place.owner):
            raise Failure(403, "Must have admin rights to Repository.")
        given = self._given(request)
        if "title" in given and not given["title"]:
            raise invalid("Issue", "title", "missing_field")
        self._change(place, issue, given, login)
        state = given.get("state", issue["state"])
        if state not in ("open", "closed"):
            raise invalid("Issue", "state", "invalid")
        if state != issue["state"]:
            reason = given.get("state_reason")
            otherwise = "completed" if state == "closed" else "reopened"
            issue |= {"state": state, "state_reason": reason or otherwise}
            closed = state == "closed"
            issue["closed_at"] = self.world.now() if closed else None
            issue["closed_by"] = login if closed else None
        issue["updated_at"] = self.world.now()
        return Answer(self._shown(place, issue, request))

    def lock(self, request: Request, owner: str, repo: str, issue_number: str) -> Answer:
        issue = self._pushed(request, owner, repo, issue_number)
        reason = request.body(lock_reason=str).get("lock_reason")
        if reason is not None and reason not in REASONS:
            raise invalid("Issue", "lock_reason", "invalid")
        issue |= {"locked": True, "active_lock_reason": reason}
        return Answer(status=204)

    def unlock(self, request: Request, owner: str, repo: str, issue_number: str) -> Answer:
        issue = self._pushed(request, owner, repo, issue_number)
        issue |= {"locked": False, "active_lock_reason": None}
        return Answer(status=204)

    def labels(self, request: Request, owner: str, repo: str, issue_number: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        return Answer(_labels(place, found_issue(place, issue_number), request), listed=True)

    def add_labels(self, request: Request, owner: str, repo: str, issue_number: str) -> Answer:
        return self._labelled(request, owner, repo, issue_number, kept=True)

    def set_labels(self, request: Request, owner: str, repo: str, issue_number: str) -> Answer:
        return self._labelled(request, owner, repo, issue_number, kept=False)

    def remove_all_labels(
        self, request: Request, owner: str, repo: str, issue_number: str
    ) -> Answer:
        self._pushed(request, owner, repo, issue_number)["labels"] = []
        return Answer(status=204)

    def remove_label(
        self, request: Request, owner: str, repo: str, issue_number: str, name: str
    ) -> Answer:
        issue = self._pushed(request, owner, repo, issue_number)
        place = found_repository(self.world, owner, repo)
        label = found_label(place, name)["id"]
        if label not in issue["labels"]:
            raise Failure(404, "Label does not exist")
        issue["labels"].remove(label)
        return Answer(_labels(place, issue, request))

    def _labelled(
        self, request: Request, owner: str, repo: str, issue_number: str, *, kept: bool
    ) -> Answer:
        issue = self._pushed(request, owner, repo, issue_number)
        place = found_repository(self.world, owner, repo)
        names = request.body(labels=list).get("labels", [])
        wanted = [self._label(place, name) for name in names]
        before = issue["labels"] if kept else []
        issue["labels"] = list(dict.fromkeys([*before, *wanted]))
        return Answer(_labels(place, issue, request))

    def _label(self, place: Repository, choice: Any) -> int:
        """A name, or an object with one; a label that is not there yet is made."""
        name = choice if isinstance(choice, str) else choice.get("name")
        if not isinstance(name, str):
            raise Failure(422, 'Invalid request.\n\nNo subschema in "anyOf" matched.')
        if name.lower() not in place.labels:
            number = next(self.world.numbers)
            new = {"id": number, "name": name, "color": "ededed", "description": None}
            place.labels[name.lower()] = new | {"default": False}
        return int(place.labels[name.lower()]["id"])

    def _given(self, request: Request) -> Record:
        return request.body(
            title=(str, int),
            body=(str, NOTHING),
            assignee=(str, NOTHING),
            state=str,
            state_reason=(str, NOTHING),
            milestone=(str, int, NOTHING),
            labels=list,
            assignees=list,
            type=(str, NOTHING),
        )

    def _change(self, place: Repository, issue: Record, given: Record, login: str) -> None:
        """Labels and people are dropped in silence if who calls may not push."""
        if "title" in given:
            issue["title"] = str(given["title"])
        if "body" in given:
            issue["body"] = given["body"]
        if login != place.owner:
            return
        if "labels" in given:
            issue["labels"] = [self._label(place, choice) for choice in given["labels"]]
        if "assignees" in given:
            issue["assignees"] = given["assignees"]

    def _pushed(self, request: Request, owner: str, repo: str, number: str) -> Record:
        place = found_repository(self.world, owner, repo)
        if request.caller != place.owner:
            raise Failure(403, "Must have push access to repository")
        return found_issue(place, number)

    def _shown(self, place: Repository, issue: Record, request: Request) -> Record:
        here = f"{request.host}/repos/{place.owner}/{place.name}"
        url = f"{here}/issues/{issue['number']}"
        people = [user(login, request.host) for login in issue["assignees"]]
        return {
            **issue,
            "node_id": f"I_{issue['id']}",
            "url": url,
            "repository_url": here,
            "labels_url": url + "/labels{/name}",
            "comments_url": f"{url}/comments",
            "events_url": f"{url}/events",
            "html_url": f"https://github.com/{place.owner}/{place.name}/issues/{issue['number']}",
            "user": user(issue["login"], request.host),
            "labels": _labels(place, issue, request),
            "assignee": people[0] if people else None,
            "assignees": people,
            "milestone": None,
            "comments": sum(c["number"] == issue["number"] for c in place.comments.values()),
            "closed_by": user(issue["closed_by"], request.host) if issue["closed_by"] else None,
            "author_association": "OWNER" if issue["login"] == place.owner else "NONE",
        }


def _labels(place: Repository, issue: Record, request: Request) -> list[Record]:
    labels = {label["id"]: label for label in place.labels.values()}
    return [shown_label(place, labels[each], request) for each in issue["labels"] if each in labels]


def _assigned(issue: Record, wanted: str | None) -> bool:
    if wanted in (None, "none", "*"):
        return wanted is None or bool(issue["assignees"]) == (wanted == "*")
    return wanted in issue["assignees"]


def found_issue(place: Repository, number: str) -> Record:
    if number.isdecimal() and int(number) in place.moved:
        address = place.moved[int(number)]
        raise Failure(301, "Moved Permanently", {"Location": address}, url=address)
    if number.isdecimal() and int(number) in place.gone:
        raise Failure(410, "This issue was deleted")
    if not number.isdecimal() or int(number) not in place.issues:
        raise not_found()
    return place.issues[int(number)]
