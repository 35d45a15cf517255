"""A program that uses the gallery's client, and what a type checker has to say of it."""

import io
from pathlib import Path

from gallery_v1 import AsyncGallery, Gallery
from gallery_v1.types import Progress


def told(sent: int, size: int | None) -> None:
    pass


progress: Progress = told
client = Gallery(token="t")
client.picture.upload(room=1, name="a", content=Path("a.png"), progress=told, timeout=5)
client.picture.enclose(id=1, papers=[b"", io.BytesIO(), ("a", open("a", "rb"))], progress=None)
client.with_raw_response.picture.note(id=1, text=b"#", progress=progress)
client.picture.save_download(id=1, to_="a.png", progress=told)


async def awaited(client: AsyncGallery) -> None:
    await client.picture.upload(room=1, name="a", content=b"", progress=told)


client.picture.remove(id=1, progress=told)  # error: Unexpected keyword argument "progress" for "remove" of "PictureResource"
client.picture.note(id=1, text=b"#", progress=len)  # error: Argument "progress" to "note" of "PictureResource" has incompatible type "Callable[[Sized], int]"; expected "Callable[[int, int | None], object] | None"
client.picture.note(id=1, text=7)  # error: Argument "text" to "note" of "PictureResource" has incompatible type "int"; expected "str | PathLike[str] | bytes | BinaryIO | tuple[str | None, str | PathLike[str] | bytes | BinaryIO] | tuple[str | None, str | PathLike[str] | bytes | BinaryIO, str]"
