"""Schemes by session, packages that have them, and what is sent and answered."""

import json
import shutil
from functools import cache
from urllib.error import HTTPError
from urllib.parse import parse_qsl, urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.cases.casebook import BASE
from tests.runtime.scripted import answers

ADDED = (BASE / "examples/bird/add.response.json").read_text()
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
GIVEN = {"keeper": "ada", "word": "a b&c"}
LOGIN = {
    "by": "session",
    "token_url": "/login",
    "fields": {"user": "{keeper}@zoo", "password": "{word}", "kind": "keeper"},
    "over": ["KeyRefused"],
}
IN_BODY = {
    **LOGIN,
    "encoding": "json",
    "token": "session.id",
    "in": "header",
    "name": "Authorization",
    "prefix": "Bearer",
    "lifetime": 600,
}
IN_HEADER = {**LOGIN, "token": {"header": "X-Zoo"}, "in": "query", "name": "_sid"}
IN_COOKIE = {**LOGIN, "token": {"cookie": "SID"}, "in": "cookie", "name": "SID"}
EVERY = {"body": IN_BODY, "header": IN_HEADER, "cookie": IN_COOKIE}


def authenticated_by(**schemes):
    """What `api.yaml` says of schemes that go together."""
    names = [*GIVEN, *(each["credential"] for each in schemes.values() if "credential" in each)]
    credentials = {name: {"doc": f"The {name}."} for name in names}
    return {"schemes": schemes, "use": [[*schemes]], "credentials": credentials}


def packages(compiled):
    """Makes a package with a session of a kind, once for each."""
    return cache(lambda kind: compiled(BASE, authentication=authenticated_by(own=EVERY[kind])))


def related_package(compiled, place):
    """One with an operation at the path of its login, and a kind of `KeyRefused`."""
    spec = shutil.copytree(BASE, place / "spec")
    birds, errors = spec / "resources/bird.yaml", spec / "errors.yaml"
    deleted = "path: /login\n    method: DELETE\n    effect"
    birds.write_text(birds.read_text().replace("path: /v2/bird/add\n    effect", deleted))
    lapsed = "  3: {name: Lapsed, extends: KeyRefused, meaning: It is old., basis: documented}\n"
    errors.write_text(errors.read_text() + lapsed)
    own = IN_BODY | {"name": "X-Key"}
    return compiled(
        spec,
        base_url="https://api.aviary.example/api",
        authentication=authenticated_by(own=own),
    )


def logged_in(kind, token):
    """The response to a login, with its session where a scheme has it."""
    if kind == "body":
        return answers(json.dumps({"session": {"id": token}}))
    if kind == "header":
        return answers("{}", more=f"X-Zoo: {token}\r\n")
    return answers(
        "{}", more=f"Set-Cookie: XSID=b; Path=/\r\nSet-Cookie: SID={token}; HttpOnly\r\n"
    )


def carried(request):
    """What a request has of a session, wherever that is."""
    query = dict(parse_qsl(urlsplit(request.target).query))
    return (
        query.get("_sid")
        or request.headers.get("authorization", "").removeprefix("Bearer ")
        or request.headers.get("x-key", "").removeprefix("Bearer ")
        or request.headers.get("cookie", "").removeprefix("SID=")
    )


def refused(url, content, media_type, **headers):
    request = Request(url, content.encode(), {"Content-Type": media_type, **headers})
    with pytest.raises(HTTPError) as caught:
        urlopen(request)
    with caught.value as error:
        return error.headers


def posted(url, content):
    with urlopen(Request(url, json.dumps(content).encode(), {"Content-Type": JSON})) as response:
        return json.load(response)
