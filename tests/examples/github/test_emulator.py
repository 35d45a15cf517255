"""The emulator that the spec describes: it remembers what both clients do, and tells webhooks."""

from typing import Any

import pytest

from github_rest import webhooks
from github_rest.errors import NotFound, ValidationFailed
from tests.emulator.receiving import receiver
from tests.emulator.talking import Talk

HERE = {"owner": "octocat", "repo": "Hello-World"}


def test_files_of_a_gist_change_get_other_names_and_go(client):
    gist = client.gist.create(
        description="Example", files={"a.md": {"content": "A"}, "b.md": {"content": "B"}}
    )
    changed = client.gist.update(
        gist_id=gist.id,
        files={"a.md": {"filename": "c.md"}, "b.md": None, "d.md": {"content": "D"}},
    )

    assert {name: file.content for name, file in changed.files.items()} == {
        "c.md": "A",
        "d.md": "D",
    }
    assert (changed.files["c.md"].filename, changed.files["c.md"].size) == ("c.md", 1)
    assert changed.description == "Example"
    assert client.gist.get(gist_id=gist.id) == changed
    first = client.gist.get_revision(gist_id=gist.id, sha=changed.history[-1].version)
    assert set(first.files) == {"a.md", "b.md"}


def test_a_gist_keeps_a_file_and_needs_one(client):
    gist = client.gist.create(files={"a": {"content": "A"}})

    with pytest.raises(ValidationFailed):
        client.gist.create(files={})
    with pytest.raises(ValidationFailed):
        client.gist.update(gist_id=gist.id, files={"a": None})
    assert set(client.gist.get(gist_id=gist.id).files) == {"a"}


def test_stars_copies_and_comments_of_a_gist(client):
    gist = client.gist.create(files={"a": {"content": "A"}}, public=True)
    assert client.gist.is_starred(gist_id=gist.id) is False
    client.gist.star(gist_id=gist.id)
    assert client.gist.is_starred(gist_id=gist.id) is True
    assert [each.id for each in client.gist.iter_list_starred()] == [gist.id]

    copy = client.gist.fork(gist_id=gist.id)
    client.gist_comment.create(gist_id=gist.id, body="Nice")

    assert client.gist.get(gist_id=copy.id).fork_of.id == gist.id
    assert client.gist.get(gist_id=copy.id).files["a"].content == "A"
    assert [each.id for each in client.gist.iter_list_forks(gist_id=gist.id)] == [copy.id]
    assert client.gist.get(gist_id=gist.id).comments == 1
    client.gist.delete(gist_id=gist.id)
    with pytest.raises(NotFound):
        client.gist_comment.list(gist_id=gist.id)


def test_pages_are_walked_by_links(client):
    made = [client.gist.create(files={"a": {"content": str(n)}}).id for n in range(7)]

    walked = [each.id for each in client.gist.iter_list(per_page=3)]
    assert sorted(walked) == sorted(made)
    raw = client.with_raw_response.gist.list(per_page=3)
    assert 'rel="next"' in raw.headers["link"]


def test_issues_are_numbered_by_repository_and_change(client):
    issue = client.issue.create(**HERE, title="Found a bug", body="It is", labels=["bug"])
    other = client.issue.create(owner="octocat", repo="other", title="Another")
    assert (issue.number, other.number, issue.labels[0].name) == (1, 1, "bug")

    closed = client.issue.update(
        **HERE, issue_number=1, state="closed", state_reason="not_planned", assignees=["monalisa"]
    )
    assert (closed.state, closed.state_reason, closed.closed_by.login) == (
        *("closed", "not_planned"),
        "octocat",
    )
    assert closed.assignee.login == "monalisa"
    reopened = client.issue.update(
        **HERE, issue_number=1, state="open", body=None, labels=[], assignees=[]
    )
    assert (reopened.state_reason, reopened.closed_at) == ("reopened", None)
    assert (reopened.body, reopened.labels, reopened.assignees) == (None, [], [])
    assert reopened.assignee is None


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ({}, ["third", "first"]),
        ({"state": "all"}, ["third", "second", "first"]),
        ({"state": "closed"}, ["second"]),
        ({"labels": ["bug"]}, ["third", "first"]),
        ({"labels": ["bug", "ui"]}, ["third"]),
        ({"labels": ["bug", "none"]}, []),
        ({"direction": "asc"}, ["first", "third"]),
        ({"assignee": "monalisa"}, ["first"]),
        ({"assignee": "none"}, ["third"]),
        ({"assignee": "*"}, ["first"]),
        ({"sort": "comments"}, ["first", "third"]),
        ({"creator": "monalisa"}, []),
        ({"mentioned": "octocat"}, ["third"]),
        ({"milestone": "7"}, ["third"]),
        ({"milestone": "70"}, []),
        ({"milestone": "*"}, ["third", "first"]),
        ({"milestone": "none", "state": "all"}, ["second"]),
        ({"type": "Bug"}, ["first"]),
        ({"type": "*", "direction": "asc"}, ["first", "third"]),
        ({"type": "none", "state": "all"}, ["second"]),
    ],
    ids=str,
)
def test_issues_are_listed_as_asked_for(client, wanted, titles):
    first = {"labels": ["bug"], "assignees": ["monalisa"], "milestone": 2, "type": "Bug"}
    client.issue.create(**HERE, title="first", **first)
    client.issue.create(**HERE, title="second")
    third = {"labels": ["bug", "ui"], "body": "cc @octocat", "milestone": "7", "type": "Task"}
    client.issue.create(**HERE, title="third", **third)
    client.issue.update(**HERE, issue_number=2, state="closed")
    client.issue_comment.create(**HERE, issue_number=1, body="Me too")

    assert [each.title for each in client.issue.iter_list(**HERE, **wanted)] == titles


def test_an_issue_has_a_milestone_and_a_type_until_they_go(client):
    one, other = (client.issue.create(**HERE, title=t, milestone=3, type="Bug") for t in "ab")
    client.issue.update(**HERE, issue_number=2, state="closed")
    found = client.issue.get(**HERE, issue_number=1)
    changed = client.issue.update(**HERE, issue_number=1, title="c", type="Task")
    freed = client.issue.update(**HERE, issue_number=1, milestone=None, type=None)

    assert one.milestone.id == other.milestone.id == found.milestone.id
    assert (one.type.name, one.type.id) == ("Bug", other.type.id)
    assert (found.milestone.number, found.milestone.title) == (3, "Milestone 3")
    assert (found.milestone.open_issues, found.milestone.closed_issues) == (1, 1)
    assert (changed.milestone.number, changed.type.name) == (3, "Task")
    assert (freed.title, freed.milestone, freed.type) == ("c", None, None)
    with pytest.raises(ValidationFailed) as refused:
        client.issue.create(**HERE, title="d", milestone="next")
    assert refused.value.errors == [{"resource": "Issue", "code": "invalid", "field": "milestone"}]


def test_a_label_goes_from_issues_when_it_goes(client):
    client.label.create(**HERE, name="bug", color="f29513")
    issue = client.issue.create(**HERE, title="t", labels=["BUG", {"name": "ui"}])
    here = {**HERE, "issue_number": issue.number}
    client.label.update(**HERE, name="bug", new_name="fault")
    assert [each.name for each in client.issue.list_labels(**here)] == ["fault", "ui"]

    client.label.delete(**HERE, name="fault")

    assert [each.name for each in client.issue.get(**here).labels] == ["ui"]
    assert [each.name for each in client.issue.add_labels(**here, labels=["a"])] == ["ui", "a"]
    assert [each.name for each in client.issue.remove_label(**here, name="ui")] == ["a"]
    assert client.issue.set_labels(**here, labels=[]) == []
    with pytest.raises(ValidationFailed):
        client.label.create(**HERE, name="A")


def test_a_label_that_keeps_its_name_keeps_its_address(client):
    label = client.label.create(**HERE, name="bug", color="f29513")

    changed = client.label.update(**HERE, name="bug", description="Not as it should be.")

    assert (changed.url, changed.name, changed.color) == (label.url, "bug", "f29513")
    renamed = client.label.update(**HERE, name="bug", new_name="fault")
    assert renamed.url.endswith("/labels/fault")


def test_what_is_done_to_an_issue_is_its_last_change(client, emulator):
    emulator.clock.run(False)
    issue = client.issue.create(**HERE, title="t")
    here = {**HERE, "issue_number": issue.number}
    said = []
    for change in (
        lambda: said.append(client.issue_comment.create(**here, body="Me too")),
        lambda: client.issue_comment.delete(**HERE, comment_id=said[0].id),
        lambda: client.issue.add_labels(**here, labels=["a", "b"]),
        lambda: client.issue.remove_label(**here, name="a"),
        lambda: client.issue.set_labels(**here, labels=["c"]),
        lambda: client.issue.remove_all_labels(**here),
        lambda: client.issue.lock(**here, lock_reason="spam"),
        lambda: client.issue.unlock(**here),
        lambda: client.issue.update(**here, title="u"),
    ):
        emulator.clock.advance(60)
        change()
        assert client.issue.get(**here).updated_at == emulator.clock.now().replace(microsecond=0)


@pytest.mark.filterwarnings("ignore::github_rest.errors.DeprecatedArgumentWarning")
def test_one_person_is_assigned_the_old_way(client):
    issue = client.issue.create(**HERE, title="t", assignee="hubot")
    assert ([each.login for each in issue.assignees], issue.assignee.login) == (["hubot"], "hubot")
    assert [each.id for each in client.issue.list(**HERE, assignee="hubot")] == [issue.id]
    changed = client.issue.update(**HERE, issue_number=issue.number, assignee="octocat")
    assert [each.login for each in changed.assignees] == ["octocat"]
    kept = client.issue.update(**HERE, issue_number=issue.number, title="u")
    freed = client.issue.update(**HERE, issue_number=issue.number, assignee=None)
    assert ([each.login for each in kept.assignees], freed.assignees) == (["octocat"], [])


def test_comments_are_kept_with_their_issue(client):
    issue = client.issue.create(**HERE, title="t")
    comment = client.issue_comment.create(**HERE, issue_number=issue.number, body="Me too")
    client.issue_comment.update(**HERE, comment_id=comment.id, body="Me three")
    assert client.issue_comment.get(**HERE, comment_id=comment.id).body == "Me three"
    assert client.issue.get(**HERE, issue_number=issue.number).comments == 1

    client.issue_comment.delete(**HERE, comment_id=comment.id)

    assert client.issue.get(**HERE, issue_number=issue.number).comments == 0
    assert client.issue_comment.list(**HERE, issue_number=issue.number) == []


def test_webhooks_are_told_and_signed(connect, emulator):
    client = connect(base_url=emulator.base_url)
    with receiver() as hooks:
        emulator.subscribe(hooks.url, secret="s3cr3t")
        client.issue.create(**HERE, title="Found a bug")
        client.issue.update(**HERE, issue_number=1, state="closed")
        received = hooks.wait_for(2)

    events: list[Any] = []
    for _, headers, body in received:
        assert webhooks.authenticated(body.encode(), headers, secrets="s3cr3t")
        events.append(webhooks.parse(body.encode(), headers))
    assert [type(event) for event in events] == [webhooks.Issues, webhooks.Issues]
    assert [event.payload.action for event in events] == ["opened", "closed"]
    assert events[0].payload.issue.title == "Found a bug"
    assert events[0].payload.repository.full_name == "octocat/Hello-World"


def test_there_is_no_call_for_transitions_where_there_are_none(emulator):
    talk = Talk(emulator)
    paths = talk.control("GET openapi.json")["paths"]

    assert [path for path in paths if "{entity}" in path] == ["/_stub/state/{entity}"]
    talk.control("POST state/issue/1/close", {"tenant": "k"}, status=404)
