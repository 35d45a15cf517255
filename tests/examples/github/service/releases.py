"""Releases of a repository, and their files."""

from __future__ import annotations

import re

from .serving import Answer, Failure, Request, Route, invalid, not_found
from .world import Record, Repository, World, found_repository, user


class Releases:
    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[Route]:
        all_ = "/repos/{owner}/{repo}/releases"
        one, asset = all_ + "/{release_id}", all_ + "/assets/{asset_id}"
        return [
            ("GET", all_, self.list),
            ("POST", all_, self.create),
            ("GET", f"{all_}/latest", self.latest),
            ("GET", all_ + "/tags/{tag}", self.by_tag),
            ("GET", asset, self.get_asset),
            ("PATCH", asset, self.update_asset),
            ("DELETE", asset, self.delete_asset),
            ("GET", one, self.get),
            ("PATCH", one, self.update),
            ("DELETE", one, self.delete),
            ("GET", f"{one}/assets", self.assets),
            ("POST", f"{one}/assets", self.upload),
        ]

    def list(self, request: Request, owner: str, repo: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        pushes = request.login == place.owner
        releases = [each for each in place.releases.values() if pushes or not each["draft"]]
        releases.sort(key=lambda each: each["created_at"], reverse=True)
        return Answer([_shown(place, each, request) for each in releases], listed=True)

    def create(self, request: Request, owner: str, repo: str) -> Answer:
        place = self._pushed(request, owner, repo)
        given = self._given(request)
        if not given.get("tag_name"):
            raise invalid("Release", "tag_name", "missing_field")
        if any(each["tag_name"] == given["tag_name"] for each in place.releases.values()):
            raise invalid("Release", "tag_name", "already_exists")
        number, now = next(self.world.numbers), self.world.now()
        release = {
            "id": number,
            "target_commitish": "main",
            "name": None,
            "body": None,
            "draft": False,
            "prerelease": False,
            **given,
            "created_at": now,
            "published_at": None,
            "login": request.caller,
            "assets": {},
        }
        if not release["draft"]:
            release["published_at"] = now
        place.releases[number] = release
        shown = _shown(place, release, request)
        return Answer(shown, 201, {"Location": shown["url"]})

    def latest(self, request: Request, owner: str, repo: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        full = [r for r in place.releases.values() if not r["draft"] and not r["prerelease"]]
        if not full:
            raise not_found()
        return Answer(_shown(place, max(full, key=lambda each: each["created_at"]), request))

    def by_tag(self, request: Request, owner: str, repo: str, tag: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        for release in place.releases.values():
            if release["tag_name"] == tag and not release["draft"]:
                return Answer(_shown(place, release, request))
        raise not_found()

    def get(self, request: Request, owner: str, repo: str, release_id: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        return Answer(_shown(place, self._found(place, release_id, request), request))

    def update(self, request: Request, owner: str, repo: str, release_id: str) -> Answer:
        place = self._pushed(request, owner, repo)
        release = self._found(place, release_id, request)
        release |= self._given(request)
        if not release["draft"] and release["published_at"] is None:
            release["published_at"] = self.world.now()
        return Answer(_shown(place, release, request))

    def delete(self, request: Request, owner: str, repo: str, release_id: str) -> Answer:
        place = self._pushed(request, owner, repo)
        del place.releases[self._found(place, release_id, request)["id"]]
        return Answer(status=204)

    def assets(self, request: Request, owner: str, repo: str, release_id: str) -> Answer:
        place = found_repository(self.world, owner, repo)
        release = self._found(place, release_id, request)
        return Answer(_shown(place, release, request)["assets"], listed=True)

    def upload(self, request: Request, owner: str, repo: str, release_id: str) -> Answer:
        """The body is the file as it is, whatever its media type."""
        place = self._pushed(request, owner, repo)
        release = self._found(place, release_id, request)
        kind, name = request.headers.get("content-type"), request.query.get("name")
        if not kind or not request.content:
            raise Failure(400, "Bad Content-Length or Content-Type")
        if not name:
            raise invalid("ReleaseAsset", "name", "missing_field")
        name = re.sub(r"[^\w.+-]+", ".", name).strip(".")
        if any(each["name"] == name for each in release["assets"].values()):
            raise invalid("ReleaseAsset", "name", "already_exists")
        number, now = next(self.world.numbers), self.world.now()
        self.world.files[number] = request.content
        release["assets"][number] = {
            "id": number,
            "name": name,
            "label": request.query.get("label"),
            "state": "uploaded",
            "content_type": kind,
            "size": len(request.content),
            "download_count": 0,
            "created_at": now,
            "updated_at": now,
            "login": request.caller,
        }
        return Answer(_asset(place, release, release["assets"][number], request), 201)

    def get_asset(self, request: Request, owner: str, repo: str, asset_id: str) -> Answer:
        """What there is to know of it; or where its bytes are, for whoever accepts those."""
        place = found_repository(self.world, owner, repo)
        release, asset = self._found_asset(place, asset_id)
        if request.headers.get("accept") == "application/octet-stream":
            asset["download_count"] += 1
            address = f"{self.world.storage}/files/{asset['id']}?signature=s3cr3t"
            return Answer(b"", 302, {"Location": address})
        return Answer(_asset(place, release, asset, request))

    def update_asset(self, request: Request, owner: str, repo: str, asset_id: str) -> Answer:
        release, asset = self._found_asset(self._pushed(request, owner, repo), asset_id)
        asset |= request.body(name=str, label=str, state=str)
        asset["updated_at"] = self.world.now()
        place = found_repository(self.world, owner, repo)
        return Answer(_asset(place, release, asset, request))

    def delete_asset(self, request: Request, owner: str, repo: str, asset_id: str) -> Answer:
        release, asset = self._found_asset(self._pushed(request, owner, repo), asset_id)
        del release["assets"][asset["id"]]
        return Answer(status=204)

    def _given(self, request: Request) -> Record:
        given = request.body(
            tag_name=str,
            target_commitish=str,
            name=(str, type(None)),
            body=(str, type(None)),
            draft=bool,
            prerelease=bool,
            make_latest=str,
            generate_release_notes=bool,
        )
        if given.pop("make_latest", "true") not in ("true", "false", "legacy"):
            raise invalid("Release", "make_latest", "invalid")
        if given.pop("generate_release_notes", False):
            given.setdefault("name", given["tag_name"])
            given["body"] = f"{given.get('body') or ''}\n## What's Changed".strip()
        return given

    def _pushed(self, request: Request, owner: str, repo: str) -> Repository:
        place, caller = found_repository(self.world, owner, repo), request.caller
        if caller != place.owner:
            raise not_found()
        return place

    def _found(self, place: Repository, release_id: str, request: Request) -> Record:
        number = int(release_id) if release_id.isdecimal() else 0
        release = place.releases.get(number)
        if release is None or (release["draft"] and request.login != place.owner):
            raise not_found()
        return release

    def _found_asset(self, place: Repository, asset_id: str) -> tuple[Record, Record]:
        for release in place.releases.values():
            for asset in release["assets"].values():
                if str(asset["id"]) == asset_id:
                    return release, asset
        raise not_found()


def _shown(place: Repository, release: Record, request: Request) -> Record:
    path = f"/repos/{place.owner}/{place.name}"
    url, tag = f"{request.host}{path}/releases/{release['id']}", release["tag_name"]
    return {
        **{key: value for key, value in release.items() if key != "login"},
        "node_id": f"RE_{release['id']}",
        "url": url,
        "html_url": f"https://github.com/{place.owner}/{place.name}/releases/{tag}",
        "assets_url": f"{url}/assets",
        "upload_url": url + "/assets{?name,label}",
        "tarball_url": f"{request.host}{path}/tarball/{tag}",
        "zipball_url": f"{request.host}{path}/zipball/{tag}",
        "author": user(release["login"], request.host),
        "assets": [_asset(place, release, each, request) for each in release["assets"].values()],
    }


def _asset(place: Repository, release: Record, asset: Record, request: Request) -> Record:
    here = f"{request.host}/repos/{place.owner}/{place.name}/releases/assets"
    web = f"https://github.com/{place.owner}/{place.name}/releases/download"
    return {
        **{key: value for key, value in asset.items() if key != "login"},
        "node_id": f"RA_{asset['id']}",
        "url": f"{here}/{asset['id']}",
        "browser_download_url": f"{web}/{release['tag_name']}/{asset['name']}",
        "uploader": user(asset["login"], request.host),
    }
