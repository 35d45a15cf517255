"""Files, with and without names."""

from tests.page.samples import Kind, fine, ill


class Named:
    """An open file, which may be read as often as somebody asks."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._content = content
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes; after the end, from the beginning again."""
        end = len(self._content) if size < 0 else self._at + size
        part, self._at = self._content[self._at : end], end if self._at < len(self._content) else 0
        return part

    def __repr__(self) -> str:
        return f"Named({self.name!r}, {len(self._content)} bytes)"


def file(start: bytes, *endings: str, most: int) -> Kind:
    """The content of a file; its name too, where it has one."""
    samples = [fine(start), fine(start + b"rest"), fine(bytearray(start + b"x"))]
    full, over = start.ljust(most, b"x"), start.ljust(most + 1, b"x")
    samples += (fine(Named(f"a.{endings[0]}", full)), ill(Named(f"a.{endings[0]}", over), "file"))
    for each in (*endings, *map(str.upper, endings)):
        samples += (fine(Named(f"a.{each}", start)), fine(Named(f"/b.c/a.png.{each}", start)))
        samples.append(ill(Named(f"a.{each}", b"GIF89a"), "file"))
    others = ("a", "a.png", "a.gif", f"a.{endings[0]}.png", f"a{endings[0]}", f"a.{endings[0]}x")
    samples += (ill(Named(each, start), "file") for each in others)
    wrong_starts = (b"", start[:-1], b"x" + start, b"GIF89a", start[:-1] + b"x")
    samples += (ill(each, "file") for each in wrong_starts)
    return Kind((*samples, *map(ill, (True, 1, None, ["x"]))))
