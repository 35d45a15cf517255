"""Many calls at once over one client, against the stub: each gets its own answer."""

import asyncio
import threading

from tests.contract.page import KEY, SECRET
from zoom_v1 import AsyncZoomClient, ZoomClient
from zoom_v1._runtime.transport.urllib3_transport import Urllib3Transport

CALLS, THREADS, TASKS = 10_000, 16, 1_000


def test_sixteen_threads_make_10000_calls_over_one_client(stub):
    """The stub answers with the number of the page that it was asked for."""
    answered, failures = [], []
    with ZoomClient(
        api_key=KEY, api_secret=SECRET, base_url=stub.base_url, rate_limit=None
    ) as client:

        def call(first):
            try:
                for number in range(first, CALLS + 1, THREADS):
                    page = client.user.list(page_number=number)
                    answered.append((number, page.page_number))
            except Exception as error:  # noqa: BLE001 - whatever it is, it is wrong
                failures.append(error)

        threads = [threading.Thread(target=call, args=(first,)) for first in range(1, THREADS + 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert isinstance(client._transport, Urllib3Transport)
        assert client._transport._own
        connections = client._transport._own.num_connections

    assert failures == []
    assert sorted(answered) == [(number, number) for number in range(1, CALLS + 1)]
    assert connections <= THREADS


def test_a_thousand_tasks_share_one_client(stub):
    async def call_all():
        async with AsyncZoomClient(
            api_key=KEY, api_secret=SECRET, base_url=stub.base_url, rate_limit=None
        ) as client:
            calls = (client.user.list(page_number=number) for number in range(1, TASKS + 1))
            return [page.page_number for page in await asyncio.gather(*calls)]

    assert asyncio.run(call_all()) == list(range(1, TASKS + 1))
