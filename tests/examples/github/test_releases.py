"""Releases and what there is to know of their files, by both clients."""

import pytest

from github_rest.errors import NotFound, ValidationFailed

HERE = {"owner": "octocat", "repo": "Hello-World"}


@pytest.fixture
def release(octocat):
    return octocat.release.create(
        **HERE, tag_name="v1.0.0", target_commitish="master", name="v1.0.0", body="The first"
    )


def test_a_release_is_found_in_three_ways(octocat, release):
    by_id = octocat.release.get(**HERE, release_id=release.id)
    by_tag = octocat.release.get_by_tag(**HERE, tag="v1.0.0")
    latest = octocat.release.latest(**HERE)

    assert by_id == by_tag == latest == release
    assert (release.draft, release.author.login, release.assets) == (False, "octocat", [])


def test_a_draft_is_seen_only_by_those_who_push(octocat, monalisa):
    draft = octocat.release.create(**HERE, tag_name="v2", draft=True)
    assert draft.published_at is None
    assert [each.id for each in octocat.release.iter_list(**HERE)] == [draft.id]
    assert list(monalisa.release.iter_list(**HERE)) == []
    with pytest.raises(NotFound):
        octocat.release.get_by_tag(**HERE, tag="v2")

    published = octocat.release.update(**HERE, release_id=draft.id, draft=False)

    assert published.published_at is not None
    assert monalisa.release.get(**HERE, release_id=draft.id).tag_name == "v2"


def test_what_comes_before_the_real_one_is_not_the_latest(octocat, release):
    octocat.release.create(**HERE, tag_name="v2-beta", prerelease=True)

    assert octocat.release.latest(**HERE).id == release.id


def test_a_tag_with_a_slash_is_one_part_of_the_path(octocat):
    made = octocat.release.create(**HERE, tag_name="tools/v1", make_latest="false")

    assert octocat.release.get_by_tag(**HERE, tag="tools/v1").id == made.id


def test_a_tag_has_one_release(octocat, release):
    with pytest.raises(ValidationFailed) as raised:
        octocat.release.create(**HERE, tag_name="v1.0.0")

    assert raised.value.errors == [
        {"resource": "Release", "field": "tag_name", "code": "already_exists"}
    ]


def test_a_release_is_deleted(octocat, release):
    octocat.release.delete(**HERE, release_id=release.id)

    with pytest.raises(NotFound):
        octocat.release.latest(**HERE)
