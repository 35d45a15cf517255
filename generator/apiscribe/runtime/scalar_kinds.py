"""Single values in responses that JSON has otherwise than Python: how msgspec reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Protocol

    class _Wire(Protocol):
        @property
        def none(self) -> object: ...
        def answered(self, value: object) -> object: ...
        def to_json(self, value: object) -> object: ...


class ScalarKind(type):
    """The type of such values: msgspec does not know it, and asks for it to be read."""

    wire: _Wire

    def __instancecheck__(cls, value: object) -> bool:
        return True  # it was read just now

    def read(cls, value: object) -> object:
        """The value that decoded JSON is.

        Raises:
            ValueError: it is none.
        """
        return cls.wire.answered(value)

    def write(cls, value: object) -> object:
        """The JSON of a value; of what is none, as it came."""
        try:
            return cls.wire.to_json(value)
        except (AssertionError, TypeError, ValueError, OverflowError):
            return value


def scalar(name: str, wire: _Wire) -> Any:
    """The type of values that `wire` reads and writes, for the models of a package."""
    return ScalarKind(name, (), {"wire": wire})
