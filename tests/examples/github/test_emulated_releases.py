"""Releases in the emulator: which is the latest, their notes and discussions, and their files."""

import pytest

from github_rest.errors import NotFound, ValidationFailed

HERE = {"owner": "octocat", "repo": "Hello-World"}


def test_the_latest_release_is_no_draft_and_no_trial(client):
    first = client.release.create(**HERE, tag_name="v1")
    client.release.create(**HERE, tag_name="v2-beta", prerelease=True)
    draft = client.release.create(**HERE, tag_name="v2", draft=True)
    assert client.release.latest(**HERE).id == first.id
    assert draft.published_at is None

    published = client.release.update(**HERE, release_id=draft.id, draft=False, name="Two")

    assert (published.name, published.published_at is None) == ("Two", False)
    assert client.release.get_by_tag(**HERE, tag="v2").id == draft.id
    with pytest.raises(ValidationFailed):
        client.release.create(**HERE, tag_name="v1")
    client.release.delete(**HERE, release_id=first.id)
    with pytest.raises(NotFound):
        client.release.get(**HERE, release_id=first.id)


def test_a_release_may_not_be_the_latest(client):
    first = client.release.create(**HERE, tag_name="v1")
    second = client.release.create(**HERE, tag_name="v0.9", make_latest="false")
    assert client.release.latest(**HERE).id == first.id
    client.release.update(**HERE, release_id=first.id, make_latest="false")
    client.release.update(**HERE, release_id=second.id, make_latest="true")

    assert client.release.latest(**HERE).id == second.id


def test_notes_of_a_release_are_written_for_it(client):
    changes = "**Full Changelog**: https://github.com/octocat/Hello-World/"
    first = client.release.create(**HERE, tag_name="v1", generate_release_notes=True)
    second = client.release.create(
        **HERE, tag_name="v2", name="Two", body="New.", generate_release_notes=True
    )

    assert (first.name, first.body) == ("v1", f"{changes}commits/v1")
    assert (second.name, second.body) == ("Two", f"New.\n\n{changes}compare/v1...v2")


def test_a_release_has_one_discussion(client):
    plain = client.release.create(**HERE, tag_name="v1")
    talks = {"discussion_category_name": "Announcements"}
    other = client.release.create(**HERE, tag_name="v2", **talks)
    changed = client.release.update(**HERE, release_id=plain.id, **talks)

    here = "https://github.com/octocat/Hello-World/discussions/"
    assert not plain.discussion_url
    assert [other.discussion_url, changed.discussion_url] == [f"{here}1", f"{here}2"]
    again = client.release.update(**HERE, release_id=other.id, **talks)
    assert again.discussion_url == other.discussion_url


def test_files_of_a_release_are_kept_by_their_names(client):
    release = client.release.create(**HERE, tag_name="v1")
    given = {**HERE, "release_id": release.id, "content": b"x"}
    asset = client.release_asset.upload(**given, name="a.bin", label="A")
    assert (asset.name, asset.label, asset.state) == ("a.bin", "A", "uploaded")
    with pytest.raises(ValidationFailed):
        client.release_asset.upload(**given, name="a.bin")

    client.release_asset.update(**HERE, asset_id=asset.id, name="b.bin")

    assert [each.name for each in client.release.latest(**HERE).assets] == ["b.bin"]
    client.release_asset.delete(**HERE, asset_id=asset.id)
    assert client.release_asset.list(**HERE, release_id=release.id) == []


def test_files_are_downloaded_by_tag_and_name(client):
    release = client.release.create(**HERE, tag_name="v1")
    given = {**HERE, "release_id": release.id, "content": b"x"}
    asset = client.release_asset.upload(**given, name="a.bin")
    other = client.release_asset.upload(**given, name="b.bin")
    downloads = "https://github.com/octocat/Hello-World/releases/download"
    assert asset.browser_download_url == f"{downloads}/v1/a.bin"
    renamed = client.release_asset.update(**HERE, asset_id=asset.id, name="c.bin")
    assert renamed.browser_download_url == f"{downloads}/v1/c.bin"
    with pytest.raises(ValidationFailed):
        client.release_asset.update(**HERE, asset_id=other.id, name="c.bin")

    changed = client.release.update(**HERE, release_id=release.id, tag_name="v2")

    assert changed.html_url.endswith("/releases/v2")
    assert changed.zipball_url.endswith("/zipball/v2")
    assert {each.browser_download_url for each in changed.assets} == {
        f"{downloads}/v2/c.bin",
        f"{downloads}/v2/b.bin",
    }
