"""PyGithub, unchanged, against the emulator: only its connections go to this machine."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from github import Auth, Github, GithubException, UnknownObjectException
from github.InputFileContent import InputFileContent
from github.Requester import HTTPRequestsConnectionClass, Requester

from github_rest.stub import StubServer

pytestmark = pytest.mark.filterwarnings("ignore:Argument lazy:DeprecationWarning")
"""Repositories themselves are no part of the spec: nothing is fetched of one."""


@pytest.fixture
def connected() -> Iterator[Any]:
    """Makes clients of one emulator, each with a token."""
    with StubServer(random_seed=1, allowed_hosts=["api.github.com"]) as stub:

        class ToTheStub(HTTPRequestsConnectionClass):
            def __init__(self, host: str, port: int | None = None, *rest: Any, **more: Any) -> None:
                super().__init__("127.0.0.1", stub.port, *rest, **more)

            def request(self, verb: str, url: str, input: Any, headers: Any, *rest: Any) -> None:
                super().request(verb, url, input, {**headers, "Host": "api.github.com"}, *rest)

        Requester.injectConnectionClasses(ToTheStub, ToTheStub)  # type: ignore[arg-type]  # https
        made: list[Github] = []

        def connect(token: str = "ghp_one") -> Github:
            auth = Auth.Token(token)
            made.append(
                Github(auth=auth, retry=None, seconds_between_requests=0, seconds_between_writes=0)
            )
            return made[-1]

        yield connect
        for each in made:
            each.close()
        Requester.resetConnectionClasses()


@pytest.fixture
def repo(connected):
    return connected().get_repo("octocat/Hello-World", lazy=True)


def test_an_issue_is_opened_labelled_talked_of_and_closed(repo):
    label = repo.create_label("bug", "f29513", "Something is wrong")
    assert (label.name, label.color) == ("bug", "f29513")
    issue = repo.create_issue("Found a bug", body="It is", labels=["bug"])
    assert (issue.number, issue.state) == (1, "open")
    assert [each.name for each in issue.labels] == ["bug"]
    issue.edit(labels=["bug", "urgent"])
    assert [each.name for each in issue.get_labels()] == ["bug", "urgent"]
    issue.remove_from_labels("bug")
    assert [each.name for each in issue.get_labels()] == ["urgent"]

    comment = issue.create_comment("Me too")
    comment.edit("Me as well")
    assert [each.body for each in issue.get_comments()] == ["Me as well"]
    issue.edit(state="closed", state_reason="completed")
    assert (issue.state, issue.state_reason) == ("closed", "completed")
    assert list(repo.get_issues()) == []
    [closed] = repo.get_issues(state="closed")
    assert (closed.number, closed.comments) == (1, 1)
    assert closed.closed_at is not None
    issue.edit(state="open")
    assert repo.get_issue(1).closed_at is None
    issue.lock("resolved")
    assert repo.get_issue(1).locked
    issue.unlock()
    assert not repo.get_issue(1).locked


def test_labels_are_one_of_a_name_whatever_its_case(repo):
    label = repo.create_label("bug", "f29513")
    with pytest.raises(GithubException) as raised:
        repo.create_label("BUG", "ffffff")
    assert raised.value.status == 422
    assert raised.value.data["message"] == "Validation Failed"
    assert raised.value.data["errors"] == [
        {"resource": "Label", "code": "already_exists", "field": "name"}
    ]
    with pytest.raises(GithubException) as raised:
        repo.create_label("", "red")
    assert [(each["field"], each["code"]) for each in raised.value.data["errors"]] == [
        ("color", "invalid")
    ]
    label.edit("defect", "000000")
    assert [each.name for each in repo.get_labels()] == ["defect"]
    label.delete()
    assert list(repo.get_labels()) == []


def test_what_is_not_there_is_404(repo):
    with pytest.raises(UnknownObjectException) as raised:
        repo.get_issue(7).update()
    assert raised.value.data["message"] == "Not Found"
    with pytest.raises(UnknownObjectException):
        repo.get_label("none").update()


def test_a_gist_is_changed_starred_and_copied(connected):
    client = connected()
    gist = client.get_user().create_gist(
        False, {"a.md": InputFileContent("A"), "b.md": InputFileContent("B")}, "Two files"
    )
    gist.edit(files={"a.md": InputFileContent("C", new_name="c.md"), "b.md": None})
    read = client.get_gist(gist.id)
    assert {name: each.content for name, each in read.files.items()} == {"c.md": "C"}
    assert len(read.history) == 2
    gist.set_starred()
    assert gist.is_starred()
    gist.reset_starred()
    assert not gist.is_starred()
    gist.create_comment("Nice")
    assert [each.body for each in gist.get_comments()] == ["Nice"]
    gist.delete()
    with pytest.raises(UnknownObjectException):
        client.get_gist(gist.id)


def test_gists_of_others_are_listed_only_if_public(connected):
    mine = connected("ghp_one").get_user()
    mine.create_gist(True, {"a": InputFileContent("A")})
    assert len(list(mine.get_gists())) == 1
    assert list(connected("ghp_two").get_user().get_gists()) == []


def test_pages_are_walked_by_their_links(repo):
    for number in range(65):
        repo.create_issue(f"Issue {number}")
    walked = repo.get_issues(direction="asc")
    assert [each.number for each in walked] == list(range(1, 66))


def test_releases_and_the_latest_of_them(repo):
    first = repo.create_git_release("v1", name="One", message="First")
    repo.create_git_release("v2", name="Two", message="2", draft=True)
    repo.create_git_release("v3", name="Three", message="3", prerelease=True)
    assert repo.get_latest_release().id == first.id
    assert {each.tag_name for each in repo.get_releases()} == {"v1", "v2", "v3"}
    changed = first.update_release("Uno", "Primera")
    assert (changed.name, changed.body) == ("Uno", "Primera")
    asset = first.upload_asset_from_memory(
        BytesIO(b"zip"), 3, "a.zip", content_type="application/zip", label="All of it"
    )
    assert (asset.name, asset.size, asset.content_type) == ("a.zip", 3, "application/zip")
    assert [each.name for each in repo.get_release(first.id).get_assets()] == ["a.zip"]
    asset.delete_asset()
    first.delete_release()
    with pytest.raises(UnknownObjectException):
        repo.get_release(first.id).update()
