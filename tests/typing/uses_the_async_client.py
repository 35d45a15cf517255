"""A program that awaits, for mypy to judge: it is checked and never run."""

import asyncio
from collections.abc import AsyncIterator
from typing import assert_type

from opentelemetry.trace import TracerProvider

from zoom_v1 import AsyncZoomClient, RawResponse, ZoomClient
from zoom_v1.events import CallEvent, CallFinished, Hook, RequestStarted, WaitStarted
from zoom_v1.models.meeting import Meeting, MeetingList
from zoom_v1.models.user import DeletedUser, User
from zoom_v1.tracing import OpenTelemetry


def watch(event: CallEvent) -> None:
    match event:
        case RequestStarted():
            assert_type(event.url, str)
        case WaitStarted(seconds=seconds, group=group):
            assert_type((seconds, group), tuple[float, str | None])
        case CallFinished(error=None):
            pass


async def talk(provider: TracerProvider) -> User:
    hooks: list[Hook] = [watch, OpenTelemetry(provider)]
    async with AsyncZoomClient(api_key="key", strict_responses=True, hooks=hooks) as client:
        user = await client.user.get(id="u")
        assert_type(user, User)
        assert_type(await client.with_options(timeout=3).user.delete(id=user.id), DeletedUser)
        raw = await client.with_raw_response.user.get(id="u")
        assert_type(raw, RawResponse[User])
        first, second = await asyncio.gather(
            client.user.get(id="a"), client.meeting.get(id="m", host_id="h")
        )
        assert_type(first, User)
        assert_type(second, Meeting)
        return raw.parsed()


async def topics(client: AsyncZoomClient) -> AsyncIterator[str]:
    async for meeting in client.meeting.iter_list(host_id="h", limit=10):
        assert_type(meeting, Meeting)
        yield meeting.topic
    async for page in client.meeting.iter_list(host_id="h").pages():
        assert_type(page, MeetingList)


def blocking() -> None:
    with ZoomClient(rate_limit="sqlite:///limits.db", max_response_size=None) as client:
        for meeting in client.meeting.iter_list(host_id="h", limit=3):
            assert_type(meeting, Meeting)
