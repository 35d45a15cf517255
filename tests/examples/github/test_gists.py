"""Gists, by both clients, on a server that was written from the documentation."""

from datetime import UTC, datetime

import pytest

from github_rest import ConfigurationError, InvalidArguments
from github_rest.errors import NotFound, Unauthorized, ValidationFailed


@pytest.fixture
def gist(octocat):
    return octocat.gist.create(
        description="Example of a gist", files={"README.md": {"content": "Hello World"}}
    )


def test_a_gist_comes_back_as_it_was_sent(octocat, gist):
    found = octocat.gist.get(gist_id=gist.id)

    assert (found.description, found.public) == ("Example of a gist", False)
    assert found.files["README.md"].content == "Hello World"
    assert found.files["README.md"].size == 11
    assert found.owner.login == "octocat"
    assert found.created_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert [version.user.login for version in found.history] == ["octocat"]


def test_files_change_get_other_names_and_go(octocat, gist):
    octocat.gist.update(gist_id=gist.id, files={"a.txt": {"content": "A"}})
    octocat.gist.update(gist_id=gist.id, files={"README.md": {"filename": "READ.md"}})
    changed = octocat.gist.update(gist_id=gist.id, files={"a.txt": None}, description="Changed")

    assert {name: file.content for name, file in changed.files.items()} == {
        "READ.md": "Hello World"
    }
    assert changed.description == "Changed"
    assert len(list(octocat.gist.iter_list_commits(gist_id=gist.id))) == 4


def test_an_old_version_is_still_there(octocat, gist):
    octocat.gist.update(gist_id=gist.id, files={"README.md": {"content": "Changed"}})
    first = octocat.gist.get(gist_id=gist.id).history[-1]

    found = octocat.gist.get_revision(gist_id=gist.id, sha=first.version)

    assert found.files["README.md"].content == "Hello World"


def test_a_gist_is_deleted(octocat, gist):
    assert octocat.gist.delete(gist_id=gist.id) is None
    with pytest.raises(NotFound) as raised:
        octocat.gist.get(gist_id=gist.id)

    assert (raised.value.status, raised.value.message) == (404, "Not Found")
    assert raised.value.documentation_url == "https://docs.github.com/rest"
    assert raised.value.request_id == "0A1B:2C3D:4E5F"


def test_others_can_neither_change_nor_delete_it(monalisa, gist):
    with pytest.raises(NotFound):
        monalisa.gist.update(gist_id=gist.id, description="Mine")
    with pytest.raises(NotFound):
        monalisa.gist.delete(gist_id=gist.id)


def test_a_star_is_told_by_the_status_alone(octocat, gist):
    assert octocat.gist.is_starred(gist_id=gist.id) is False
    octocat.gist.star(gist_id=gist.id)
    assert octocat.gist.is_starred(gist_id=gist.id) is True
    assert [each.id for each in octocat.gist.iter_list_starred()] == [gist.id]
    octocat.gist.unstar(gist_id=gist.id)
    assert octocat.gist.is_starred(gist_id=gist.id) is False


def test_every_page_is_walked_by_its_links(octocat, github):
    made = [octocat.gist.create(files={"a": {"content": str(n)}}).id for n in range(7)]
    github.api.asked.clear()

    assert [each.id for each in octocat.gist.iter_list(per_page=3)] == made[::-1]
    assert github.api.asked == [
        "GET /gists?per_page=3",
        "GET /gists?per_page=3&page=2",
        "GET /gists?per_page=3&page=3",
    ]


def test_a_page_may_be_asked_for(octocat):
    made = [octocat.gist.create(files={"a": {"content": str(n)}}).id for n in range(5)]

    assert [each.id for each in octocat.gist.list(per_page=2, page=2)] == made[2:0:-1]


def test_public_gists_are_listed_by_their_last_change(octocat, monalisa):
    early = octocat.gist.create(files={"a": {"content": "a"}}, public=True)
    late = monalisa.gist.create(files={"a": {"content": "a"}}, public=True)
    octocat.gist.create(files={"a": {"content": "a"}})

    assert [each.id for each in octocat.gist.iter_list_public()] == [late.id, early.id]
    found = octocat.gist.list_public(since=early.updated_at)
    assert [each.id for each in found] == [late.id]


def test_a_copy_knows_of_which_gist_it_is_one(octocat, monalisa, gist):
    copy = monalisa.gist.fork(gist_id=gist.id)

    assert monalisa.gist.get(gist_id=copy.id).fork_of.id == gist.id
    assert [each.id for each in octocat.gist.iter_list_forks(gist_id=gist.id)] == [copy.id]


def test_ones_own_gist_is_not_copied(octocat, gist):
    with pytest.raises(ValidationFailed, match="cannot fork your own gist"):
        octocat.gist.fork(gist_id=gist.id)


def test_comments_are_written_changed_and_deleted(octocat, monalisa, gist):
    comment = monalisa.gist_comment.create(gist_id=gist.id, body="Nice")
    assert comment.author_association == "NONE"
    changed = monalisa.gist_comment.update(gist_id=gist.id, comment_id=comment.id, body="Very nice")
    assert changed.body == "Very nice"
    assert [c.body for c in octocat.gist_comment.iter_list(gist_id=gist.id)] == ["Very nice"]

    monalisa.gist_comment.delete(gist_id=gist.id, comment_id=comment.id)

    with pytest.raises(NotFound):
        octocat.gist_comment.get(gist_id=gist.id, comment_id=comment.id)


def test_what_is_too_long_is_not_even_sent(octocat, gist, github):
    github.api.asked.clear()
    with pytest.raises(InvalidArguments) as raised:
        octocat.gist_comment.create(gist_id=gist.id, body="x" * 65_536)

    (violation,) = raised.value.violations
    assert (violation.argument, violation.rule) == ("body", "max_length")
    assert github.api.asked == []


def test_an_empty_gist_is_refused_with_the_field(octocat):
    with pytest.raises(ValidationFailed) as raised:
        octocat.gist.create(files={})

    assert raised.value.errors == [{"resource": "Gist", "field": "files", "code": "missing_field"}]


def test_a_wrong_token_is_told(connect):
    with pytest.raises(Unauthorized, match="Bad credentials"):
        connect("wrong").gist.list()


def test_what_is_public_is_read_without_a_token(connect, octocat, github, monkeypatch):
    gist = octocat.gist.create(files={"a": {"content": "a"}}, public=True)
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    anybody = connect(token=None)

    assert [each.id for each in anybody.gist.iter_list_public()] == [gist.id]
    assert "authorization" not in github.api.received[-1].headers
    with pytest.raises(ConfigurationError, match="GITHUB_TOKEN"):
        anybody.gist.star(gist_id=gist.id)


@pytest.mark.parametrize("public", [True, "true"])
def test_what_is_public_may_be_said_as_text(octocat, public):
    assert octocat.gist.create(files={"a": {"content": "a"}}, public=public).public is True
    with pytest.raises(InvalidArguments):
        octocat.gist.create(files={"a": {"content": "a"}}, public="yes")
