"""Releases and their files, by both clients."""

import pytest
import urllib3

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


def test_a_file_is_sent_as_it_is(octocat, release, github):
    content = bytes(range(256))
    sent = ("archive.zip", content, "application/zip")
    asset = octocat.release_asset.upload(
        **HERE, release_id=release.id, name="archive.zip", label="All of it", content=sent
    )

    assert (asset.name, asset.label, asset.size) == ("archive.zip", "All of it", 256)
    assert (asset.content_type, asset.state) == ("application/zip", "uploaded")
    assert github.world.files[asset.id] == content
    assert [each.id for each in octocat.release.latest(**HERE).assets] == [asset.id]


def test_a_file_is_sent_from_its_path(octocat, release, tmp_path, github):
    notes = tmp_path / "notes.txt"
    notes.write_text("What is new")
    asset = octocat.release_asset.upload(
        **HERE, release_id=release.id, name="notes.txt", content=notes
    )

    assert asset.content_type.startswith("text/plain")
    assert github.world.files[asset.id] == b"What is new"


def test_a_large_file_is_sent_while_it_is_read(octocat, release, tmp_path, github):
    content = bytes(range(256)) * 4000
    film, told = tmp_path / "film.bin", []
    film.write_bytes(content)
    with film.open("rb") as file:
        asset = octocat.release_asset.upload(
            **HERE,
            release_id=release.id,
            name="film.bin",
            content=file,
            progress=lambda *counted: told.append(counted),
        )

        assert (file.closed, asset.size) == (False, len(content))
    assert github.world.files[asset.id] == content
    assert told[-1] == (len(content), len(content))
    assert len(told) > 1


def test_files_are_listed_called_otherwise_and_deleted(octocat, release):
    given = {**HERE, "release_id": release.id, "content": b"x"}
    asset = octocat.release_asset.upload(**given, name="strange name.bin")
    assert asset.name == "strange.name.bin"
    with pytest.raises(ValidationFailed):
        octocat.release_asset.upload(**given, name="strange.name.bin")

    renamed = octocat.release_asset.update(**HERE, asset_id=asset.id, name="plain.bin")
    assert renamed.name == "plain.bin"
    walked = octocat.release_asset.iter_list(**HERE, release_id=release.id)
    assert [each.name for each in walked] == ["plain.bin"]
    octocat.release_asset.delete(**HERE, asset_id=asset.id)
    with pytest.raises(NotFound):
        octocat.release_asset.get(**HERE, asset_id=asset.id)


def test_curl_fetches_a_file_from_where_it_is_kept(octocat, release, github):
    asset = octocat.release_asset.upload(
        **HERE, release_id=release.id, name="a.bin", content=b"bytes"
    )
    headers = {
        "Accept": "application/octet-stream",
        "Authorization": "Bearer octocat-token",
        "User-Agent": "curl/8.5.0",
    }
    address = f"{github.api.base_url}/repos/octocat/Hello-World/releases/assets/{asset.id}"
    with urllib3.PoolManager() as http:
        led = http.request("GET", address, headers=headers, redirect=False)
        kept = http.request("GET", led.headers["Location"], headers={"User-Agent": "curl/8.5.0"})

    assert (led.status, kept.status, kept.data) == (302, 200, b"bytes")
    assert octocat.release_asset.get(**HERE, asset_id=asset.id).download_count == 1
