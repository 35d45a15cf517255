"""Events and lines that come in pieces, which may end anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apiscribe.runtime.decoding.event_stream import Event, EventReader, LineReader, TooLong

FIELDS = [
    *("data", "data:", "data: a", "data:b", "data:  c", "data: é€😀", "data::", "data : x"),
    *("event: e", "event:", "event", "id: 1", "id", "id: \0", "id: é", "retry: 5", "retry: 5x"),
    *("retry: -1", "retry:", ": comment", ":", "unknown: x", "\ufeffdata: y", "\ufeff", " data: z"),
]
ENDS = ["\n", "\r", "\r\n"]


class Standard:
    """What the WHATWG's page says that a stream means, step by step, of one that is whole."""

    def __init__(self, stream: bytes) -> None:
        self.events: list[tuple[str, str, str]] = []
        """The type, the data and the last id of each."""
        self.last_id = ""
        self.time: int | None = None
        self._data, self._type, self._id = "", "", ""
        text = stream.decode("utf-8", "replace").removeprefix("\ufeff")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        for line in text.split("\n")[:-1]:  # what has no end is no line
            if line == "":
                self._dispatch()
            elif line[0] != ":":
                field, value = line, ""
                if ":" in line:
                    field, value = line[: line.index(":")], line[line.index(":") + 1 :]
                    value = value[1:] if value[:1] == " " else value
                self._process(field, value)

    def _dispatch(self) -> None:
        self.last_id = self._id
        if self._data != "":
            self.events.append((self._type or "message", self._data[:-1], self.last_id))
        self._data, self._type = "", ""

    def _process(self, field: str, value: str) -> None:
        if field == "event":
            self._type = value
        elif field == "data":
            self._data += value + "\n"
        elif field == "id" and "\0" not in value:
            self._id = value
        elif field == "retry" and value != "" and all(each in "0123456789" for each in value):
            self.time = int(value)


def cut(stream: bytes, places: list[int]) -> list[bytes]:
    ends = sorted({place % (len(stream) + 1) for place in places} | {len(stream)})
    return [stream[start:end] for start, end in zip([0, *ends], ends, strict=False)]


lines = st.sampled_from(FIELDS).map(str.encode) | st.binary(max_size=6)
streams = st.lists(st.tuples(lines, st.sampled_from(ENDS)), max_size=12).map(
    lambda told: b"".join(line + end.encode() for line, end in told)
)
places = st.lists(st.integers(0, 200), max_size=12)


@given(st.sampled_from([b"", "\ufeff".encode()]), streams, st.binary(max_size=4), places)
def test_events_are_those_of_the_standard(mark, middle, rest, cuts):
    stream = mark + middle + rest
    reader, standard = EventReader(), Standard(stream)
    found: list[tuple[str, str, str]] = []
    for piece in cut(stream, cuts):
        found += ((each.name, each.data, reader.last_id) for each in reader.read(piece))
    assert [*reader.ended()] == []
    assert found == standard.events
    assert (reader.last_id, reader.retry) == (standard.last_id, standard.time)


@given(streams.map(lambda each: each.replace(b"\0", b"")), places)
def test_lines_are_those_between_newlines(stream, cuts):
    reader, found = LineReader(), list[bytes]()
    for piece in cut(stream, cuts):
        found += reader.read(piece)
    found += reader.ended()
    whole = stream.removeprefix("\ufeff".encode()).split(b"\n")
    assert found == [line.strip() for line in whole if line.strip()]


def test_an_event_with_all_that_there_is():
    told = b"id: 7\r\nevent: fall\r\nretry: 10\r\ndata: a\r\ndata: b\r\n\r\n"
    assert [*EventReader().read(told)] == [Event(name="fall", data="a\nb", id="7", retry=10)]


def test_what_an_event_says_is_not_said_of_the_next():
    first, second = EventReader().read(b"id: 7\nevent: fall\nretry: 10\ndata\n\ndata\n\n")
    assert (first.name, first.id, first.retry) == ("fall", "7", 10)
    assert (second.name, second.id, second.retry) == ("message", None, None)


@pytest.mark.parametrize("size", [1, 4])
def test_a_line_has_so_many_bytes_at_most(size):
    reader = LineReader(most=8)
    assert [*reader.read(b"12345678\n" * 3)] == [b"12345678"] * 3
    for _ in range(8 // size):
        assert [*reader.read(b"1" * size)] == []
    with pytest.raises(TooLong):
        list(reader.read(b"1"))


def test_an_event_has_so_many_bytes_at_most():
    reader = EventReader(most=20)
    assert len([*reader.read(b"data: 1234567890\n\n" * 5)]) == 5
    with pytest.raises(TooLong):
        list(reader.read(b"data: 1234567890\n" * 3))


def test_a_number_of_any_length_is_read():
    reader = EventReader()
    assert [*reader.read(b"retry: " + b"9" * 10_000 + b"\n\n")] == []
    assert reader.retry == 10**18 - 1
