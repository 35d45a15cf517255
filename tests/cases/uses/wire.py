"""A program that uses the wire's client, and what a type checker has to say of it."""

from wire_v1 import AsyncWireClient, WireClient
from wire_v1.models import Paused, Posted, Removed, Word
from wire_v1.types import AsyncStream, Stream

client = WireClient(token="t")
words: Stream[Word] = client.talk.stream(about="rain", timeout=5)
said: list[str] = list(client.talk.murmur())
with client.feed.watch(last_event_id="7") as stream:
    for item in stream:
        if isinstance(item, Posted):
            print(item.data.text)
        elif isinstance(item, Removed):
            print(item.data.upper())
        elif isinstance(item, Paused):
            print(item.retry)
print(stream.status, stream.headers["content-type"], stream.last_event_id.upper())


async def awaited(client: AsyncWireClient) -> None:
    async with client.talk.stream(about="rain") as words:
        print([each.text async for each in words], words.status)
    lines: AsyncStream[object] = client.note.dump()
    await lines.close()


client.talk.stream(about=7)  # error: Argument "about" to "stream" of "TalkResource" has incompatible type "int"; expected "str"
client.with_raw_response.talk.stream(about="rain")  # error: "TalkResourceRaw" has no attribute "stream"
