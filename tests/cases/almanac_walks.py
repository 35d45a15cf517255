"""Walks over the almanac's lists, and what it is asked without a client."""

import asyncio
import json
from urllib.request import urlopen

from tests.cases.almanac_server import RECORDS
from tests.cases.casebook import CASES

OPENAPI = CASES / "good" / "almanac" / "output" / "openapi.json"
IDS = [record["id"] for record in RECORDS]
WAYS = (
    "numbers",
    "flagged",
    "totalled",
    "counted",
    "offsets",
    "cursors",
    "headers",
    "newest",
    "updates",
    "links",
    "denied",
    "dated",
    "nearby",
    "urls",
    "endless",
    "bracketed",
    "headed",
    "tallied",
    "ended",
    "marked",
    "following",
    "handed",
    "onward",
    "streamed",
    "closing",
    "paired",
)


def walked(almanac_v1, base_url, how, **arguments):
    return walked_by(almanac_v1.package, base_url, how, **arguments)


def walked_by(package, base_url, how, **arguments):
    """The ids of a walk by the blocking client, which are those of the awaiting one."""
    with package.Almanac(base_url=base_url) as client:
        pager = getattr(client.record, f"iter_{how}")(**arguments)
        blocking = [each.id for each in pager]

    async def in_tasks():
        async with package.AsyncAlmanac(base_url=base_url) as client:
            pager = getattr(client.record, f"iter_{how}")(**arguments)
            return [each.id async for each in pager]

    assert asyncio.run(in_tasks()) == blocking
    return blocking


def asked(stub, target):
    """What raw HTTP gets: the body, and the header `Link`."""
    with urlopen(stub.base_url + target) as response:
        return json.loads(response.read()), response.headers


def ids(records):
    return [each["id"] for each in records]
