"""One request, ready to be sent, and how messages may show it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from .config import NoSecret, Secret
from .operation import Operation
from .validation.showing import in_brief, show, sounds_secret
from .validation.violations import Violation

if TYPE_CHECKING:
    from .encoding.streamed import Streamed

AtHand: TypeAlias = bytes | str | None
"""A body that is not read while it is sent."""
MOST_OF_A_NAME = 200
"""Characters that a message may have of a name or a line that a response tells."""
_MOST_QUOTED = 1000
"""Characters of what a server says that a message may have."""


class Request(Struct, frozen=True, kw_only=True):
    """One request, ready to be sent to any base URL."""

    operation: Operation
    method: str
    target: str
    shown: str
    """The target as logs may show it."""
    headers: Mapping[str, str]
    body: AtHand | Streamed
    arguments: Mapping[str, object]
    credentials: Mapping[str, Secret]
    violations: tuple[Violation, ...] = ()
    """What of the arguments the API ignores."""
    server: str | None = None
    """Where it goes, if not where its operation does."""
    origin: str | None = None
    """The scheme and the host of an address that a response has handed out."""
    anew: Callable[[Request], Request] | None = None
    """Makes it once more, as it is by then, with a number above all before; for each sending."""
    secrets: dict[str, Secret] = {}
    """What became known while it was sent, and messages must not show either."""

    @property
    def has_key(self) -> bool:
        """Whether an idempotency key goes along, by which the service knows it again."""
        bindings = self.operation.bindings
        return bindings is not None and self.arguments.get(bindings.key or "") is not None

    def quoted(self, text: str, most: int = _MOST_QUOTED) -> str:
        """What the server says, as messages may have it: without secrets, printable, and short."""
        from .redaction import quoted

        return quoted(text, self._secrets(), most)

    def quoted_lines(self, lines: Iterable[str]) -> list[str]:
        """The same for lines, of which there may be very many."""
        from .redaction import printable

        whole = self.hide("\n".join(map(printable, lines)))
        most = MOST_OF_A_NAME
        return [line if len(line) <= most else f"{line[:most]}..." for line in whole.split("\n")]

    def hide(self, text: str) -> str:
        """`text` without the credentials and sensitive arguments that it may quote."""
        from .redaction import redact  # most calls have nothing to hide in a message

        return redact(text, self._secrets())

    def _secrets(self) -> dict[str, list[str]]:
        """What must not be shown, by the names that it is sent under."""
        given = self.credentials.items()
        found = {name: [each.reveal()] for name, each in given if not isinstance(each, NoSecret)}
        for name, secret in self.secrets.items():
            found.setdefault(name, []).append(secret.reveal())
        for name in self.operation.sensitive:
            found.setdefault(name, []).extend(_texts(self.arguments.get(name)))
        if self.operation.hides:
            for name, value in _under(self.operation.hides, self.arguments):
                found.setdefault(name, []).extend(_texts(value))
        for name, value in self.headers.items():
            if sounds_secret(name):
                found.setdefault(name, []).append(value)
        return found

    def described(self) -> dict[str, str]:
        """The arguments as messages may show them; of lists and objects what they hold at once."""
        hidden = self.operation.sensitive
        return {
            name: "***" if name in hidden else self._described(value)
            for name, value in self.arguments.items()
        }

    def _described(self, value: object) -> str:
        if isinstance(value, str):
            # Hidden before it is shortened: half of a secret would not be found.
            return show(self.hide(value))
        if value is None or isinstance(value, int | float | date):
            return self.hide(show(value))
        if isinstance(value, dict | list | tuple):
            return in_brief(value, self.hide, self.operation.hides)
        return f"<{type(value).__name__}>"

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.shown}>"

    def __rich_repr__(self) -> list[tuple[str, object]]:
        # The base class would tell rich every field.
        return [("method", self.method), ("target", self.shown)]


def _under(names: Collection[str], value: object) -> Iterator[tuple[str, object]]:
    """What stands under some keys, however deep."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            if name in names:
                yield name, each
            else:
                yield from _under(names, each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _under(names, each)


def _texts(value: object) -> Iterator[str]:
    """All that is text, or sent as text, in an argument."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _texts(each)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
