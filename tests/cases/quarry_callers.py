"""Who calls the quarry: its package, and programs in any language."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

BLOCK = '{"data": {"id": 1, "name": "Otto", "tags": [], "size": null}}'
JSON = "application/json"
OWN = "application/vnd.quarry+json"
CALLER = {"key": "k", "program": "saw", "contact": "a@saw.example"}
PROGRAM = "saw (a@saw.example)"


def at(quarry_v1, server):
    return quarry_v1.package.QuarryClient(**CALLER, base_url=server.base_url)


def asked(stub, path, body, kind, program=PROGRAM):
    """Status and body that a program in any language gets."""
    headers = {"Content-Type": kind, "User-Agent": program}
    request = Request(f"{stub.base_url}/api{path}", body.encode(), headers)
    try:
        with urlopen(request) as response:
            return response.status, json.loads(response.read() or "null")
    except HTTPError as error:
        return error.code, json.load(error)
