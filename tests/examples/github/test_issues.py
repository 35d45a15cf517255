"""Issues, their comments and labels, by both clients."""

import pytest

from github_rest import ArgumentWarning
from github_rest.errors import Forbidden, Gone, MovedPermanently, NotFound, ValidationFailed

HERE = {"owner": "octocat", "repo": "Hello-World"}


@pytest.fixture
def issue(octocat):
    return octocat.issue.create(
        **HERE, title="Found a bug", body="I'm having a problem with this.", labels=["bug"]
    )


def test_an_issue_comes_back_as_it_was_sent(octocat, issue):
    found = octocat.issue.get(**HERE, issue_number=issue.number)

    assert (found.number, found.title, found.state) == (1, "Found a bug", "open")
    assert [label.name for label in found.labels] == ["bug"]
    assert (found.user.login, found.author_association) == ("octocat", "OWNER")
    assert found.closed_at is None


def test_a_label_is_named_or_described(octocat):
    issue = octocat.issue.create(**HERE, title=7, labels=["bug", {"name": "ui"}])

    assert issue.title == "7"
    assert [label.name for label in issue.labels] == ["bug", "ui"]


def test_a_repository_is_found_in_any_case(octocat, issue):
    found = octocat.issue.get(owner="OctoCat", repo="hello-world", issue_number=issue.number)

    assert found.id == issue.id


def test_an_issue_is_closed_with_a_reason(octocat, issue):
    closed = octocat.issue.update(
        **HERE, issue_number=issue.number, state="closed", state_reason="not_planned"
    )
    assert (closed.state, closed.state_reason) == ("closed", "not_planned")
    assert closed.closed_by.login == "octocat"

    reopened = octocat.issue.update(**HERE, issue_number=issue.number, state="open")
    assert (reopened.state_reason, reopened.closed_at) == ("reopened", None)


def test_a_reason_without_a_state_is_warned_of(octocat, issue):
    with pytest.warns(ArgumentWarning, match="state_reason"):
        octocat.issue.update(**HERE, issue_number=issue.number, state_reason="completed")


def test_none_and_an_empty_list_clear(octocat, issue):
    octocat.issue.update(**HERE, issue_number=issue.number, assignees=["monalisa"])
    changed = octocat.issue.update(
        **HERE, issue_number=issue.number, body=None, labels=[], assignees=[]
    )

    assert (changed.body, changed.labels, changed.assignees) == (None, [], [])


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ({}, ["third", "first"]),
        ({"state": "all"}, ["third", "second", "first"]),
        ({"state": "closed"}, ["second"]),
        ({"labels": ["bug", "ui"]}, ["third"]),
        ({"direction": "asc"}, ["first", "third"]),
        ({"assignee": "monalisa"}, ["first"]),
        ({"assignee": "none"}, ["third"]),
        ({"sort": "comments"}, ["first", "third"]),
        ({"creator": "monalisa"}, []),
    ],
    ids=str,
)
def test_issues_are_listed_as_asked_for(octocat, wanted, titles):
    octocat.issue.create(**HERE, title="first", labels=["bug"], assignees=["monalisa"])
    octocat.issue.create(**HERE, title="second")
    octocat.issue.create(**HERE, title="third", labels=["bug", "ui"])
    octocat.issue.update(**HERE, issue_number=2, state="closed")
    octocat.issue_comment.create(**HERE, issue_number=1, body="Me too")

    assert [each.title for each in octocat.issue.iter_list(**HERE, **wanted)] == titles
    walked = octocat.issue.iter_list(**HERE, **wanted, per_page=1)
    assert [each.title for each in walked] == titles


def test_only_those_comment_on_a_locked_issue_who_push(octocat, monalisa, issue):
    octocat.issue.lock(**HERE, issue_number=issue.number, lock_reason="too heated")
    locked = octocat.issue.get(**HERE, issue_number=issue.number)
    assert (locked.locked, locked.active_lock_reason) == (True, "too heated")

    with pytest.raises(Forbidden):
        monalisa.issue_comment.create(**HERE, issue_number=issue.number, body="But")

    octocat.issue.unlock(**HERE, issue_number=issue.number)
    monalisa.issue_comment.create(**HERE, issue_number=issue.number, body="Thanks")


def test_an_issue_is_locked_without_a_reason_and_a_body(octocat, issue):
    octocat.issue.lock(**HERE, issue_number=issue.number)

    assert octocat.issue.get(**HERE, issue_number=issue.number).locked


def test_comments_are_written_changed_and_deleted(octocat, monalisa, issue):
    number = issue.number
    comment = monalisa.issue_comment.create(**HERE, issue_number=number, body="Me too")
    octocat.issue_comment.update(**HERE, comment_id=comment.id, body="Me three")
    found = octocat.issue_comment.get(**HERE, comment_id=comment.id)
    assert (found.body, found.user.login) == ("Me three", "monalisa")
    walked = octocat.issue_comment.iter_list(**HERE, issue_number=number)
    assert [each.id for each in walked] == [comment.id]

    octocat.issue_comment.delete(**HERE, comment_id=comment.id)

    assert list(octocat.issue_comment.list(**HERE, issue_number=number)) == []


def test_what_was_deleted_and_what_was_moved_differ(octocat, github):
    github.repository.gone.add(1)
    github.repository.moved[2] = f"{github.api.base_url}/repositories/7/issues/3"

    with pytest.raises(Gone):
        octocat.issue.get(**HERE, issue_number=1)
    with pytest.raises(MovedPermanently) as raised:
        octocat.issue.get(**HERE, issue_number=2)
    with pytest.raises(NotFound):
        octocat.issue.get(**HERE, issue_number=3)
    assert raised.value.url == f"{github.api.base_url}/repositories/7/issues/3"


def test_labels_of_an_issue_are_added_set_and_removed(octocat, issue):
    here = {**HERE, "issue_number": issue.number}

    def names(labels):
        return [label.name for label in labels]

    assert names(octocat.issue.add_labels(**here, labels=["ui", "a/b"])) == ["bug", "ui", "a/b"]
    assert names(octocat.issue.iter_list_labels(**here)) == ["bug", "ui", "a/b"]
    assert names(octocat.issue.remove_label(**here, name="a/b")) == ["bug", "ui"]
    assert names(octocat.issue.set_labels(**here, labels=["wontfix"])) == ["wontfix"]
    assert octocat.issue.remove_all_labels(**here) is None
    assert octocat.issue.list_labels(**here) == []
    with pytest.raises(NotFound):
        octocat.issue.remove_label(**here, name="bug")


def test_labels_of_a_repository(octocat):
    made = octocat.label.create(
        **HERE, name="bug", color="f29513", description="Something isn't working"
    )
    assert (made.name, made.color, made.default) == ("bug", "f29513", False)

    changed = octocat.label.update(**HERE, name="bug", new_name="bug :bug:", color="b01f26")
    assert changed.name == "bug :bug:"
    assert octocat.label.get(**HERE, name="bug :bug:").color == "b01f26"
    assert [each.name for each in octocat.label.iter_list(**HERE)] == ["bug :bug:"]

    octocat.label.delete(**HERE, name="BUG :bug:")
    with pytest.raises(NotFound):
        octocat.label.get(**HERE, name="bug :bug:")


def test_a_label_that_is_there_is_told_by_its_field(octocat):
    octocat.label.create(**HERE, name="bug")
    with pytest.raises(ValidationFailed, match="Validation Failed") as raised:
        octocat.label.create(**HERE, name="Bug")

    assert raised.value.errors == [{"resource": "Label", "field": "name", "code": "already_exists"}]
