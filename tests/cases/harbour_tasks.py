"""What callers of the harbour do in tasks."""

import asyncio


def in_tasks(harbour_v1, work, **given):
    async def run():
        async with harbour_v1.package.AsyncHarbour(**given) as client:
            return await work(client)

    return asyncio.run(run())
