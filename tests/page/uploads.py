"""Files, with and without names."""

from io import BytesIO

from tests.page.samples import Kind, fine, ill


class Named(BytesIO):
    """An open file that has a name."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(content)
        self.name = name

    def __repr__(self) -> str:
        return f"Named({self.name!r}, {len(self.getvalue())} bytes)"


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
