"""The stub as a server beside the program that starts it."""

from __future__ import annotations

import errno
import ipaddress
import logging
import os
import socket
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import ClassVar, Self

from ..emulator import Clock, Store
from ..transport.forks import reinit_after_fork
from .api import StubApi
from .app import Application
from .background import Background, abandon
from .beginning import Mode, clock_of, emulator_of, sow
from .board import open_board
from .bounds import Bounds
from .control import Control
from .control.limits import Limits
from .driven import Driven
from .hosts import Hosts
from .parsers import protocol_class
from .serving import Serving
from .tokens import sign_with

_PATIENCE = 10.0
"""Seconds that starting or stopping may take."""

logger = logging.getLogger(__name__)


class PortTaken(OSError):
    """Somebody else listens where the stub was to listen."""


class StubServer(Driven):
    """Serves the documented examples of an API, from a thread of this process.

        with StubServer() as stub:
            client = Client(base_url=stub.base_url)

    It can be started again after it was stopped, and any number can run side by side. The child
    of a fork does not serve: there it can be started anew.

    Args:
        host: where to listen; the default is reached from this machine only.
        port: 0 for any that is free.
        strict: refuse arguments that an operation does not have.
        credentials: the only ones that are right, by name; without, any are.
        allowed_hosts: other names that clients may call the stub by, and whose web pages may
            use it; `*` is any. It goes by `localhost`, by addresses and by `host`; where other
            machines reach it, by the name of its machine and by names without a dot too.
        bounds: how much it takes, and how long it waits.
        api: what to serve, where the class does not say it.

        mode: `emulate` keeps state, `examples` answers with the documented examples; without it,
            `emulate` where the spec says what operations do to state.
        clock: what time it is to the emulator, or is at first, as text such as
            `2031-01-01T00:00:00Z`; the machine's time without it.
        random_seed: makes the keys that the emulator gives foretellable.
        db: where the emulator keeps its records: a file, `postgresql://...` (extra `postgres`),
            or what keeps them; without it, they are in memory.
        seed: what each account has at first: a file of YAML or JSON, or what it says. See
            `docs/seeds.md`.
        seed_random: of how many parts (users, mostly) an account is made up at first.
        control_token: what callers of the control API have to know; without it, they have to be
            on this machine.
        limits: which rate limits there are, by the stub's clock: `off`, `on`, or a number for so
            many times as many requests.
        webhook_hosts: where events may be sent to besides this machine; `*` is anywhere.
        board: what other processes that serve `db` have in common with this one: a file that is
            nothing else, or `postgresql://...`. The control API then holds for all of them.

    Raises:
        StoreProblem: `db` cannot be used; with what to do. It is a ValueError.
        ValueError: `credentials` names one that the API does not have, `limits` are none, `clock`
            is no moment, `control_token` is empty, or the API cannot be emulated.
        BadSeed: `seed` is none; with every problem.
    """

    api: ClassVar[StubApi]

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        strict: bool = False,
        credentials: Mapping[str, str] | None = None,
        allowed_hosts: Iterable[str] = (),
        bounds: Bounds = Bounds(),  # noqa: B008 - it is frozen
        api: StubApi | None = None,
        mode: Mode | None = None,
        clock: Clock | str | None = None,
        random_seed: int | str | None = None,
        db: str | Store | None = None,
        seed: str | os.PathLike[str] | Mapping[str, object] | None = None,
        seed_random: int = 0,
        control_token: str | None = None,
        limits: Limits = "off",
        webhook_hosts: Iterable[str] = (),
        board: str | None = None,
    ) -> None:
        self._api = self.api if api is None else api
        self._host = host
        self._port = port
        self._allowed = tuple(allowed_hosts)
        self._bounds = bounds
        self.board = None if board is None else open_board(board)
        if self.board is not None:
            sign_with(self.board.secret("tokens"))
        clock = clock_of(clock, self.board)
        self.emulator = emulator_of(self._api, mode, clock, random_seed, db, board=self.board)
        sow(self.emulator, seed, seed_random, random_seed, self._api.allowed)
        self._application = Application(
            self._api,
            strict=strict,
            credentials=credentials,
            bounds=bounds,
            emulator=self.emulator,
            control=Control(
                self._api,
                self.emulator,
                clock=clock,
                token=control_token,
                random_seed=random_seed,
                limits=limits,
                webhook_hosts=webhook_hosts,
                board=self.board,
            ),
        )
        self.starts_on_demand = False
        """Whether asking for its address starts it."""
        self._running: tuple[Serving, Background] | None = None
        super().__init__(self._application, credentials or {})
        reinit_after_fork(self)

    def __repr__(self) -> str:
        where = address(self._host, self._running[0].port) if self._running else "not listening"
        mode = "examples" if self.emulator is None else "emulate"
        return f"<{type(self).__name__}: {self._api.title}, {mode}, {where}>"

    @property
    def running(self) -> bool:
        return self._running is not None and not self._running[1].ended

    @property
    def port(self) -> int:
        if self._running is None and self.starts_on_demand:
            self.start()
        if self._running is None:
            raise RuntimeError("the stub server is not running: start it, or use it in a `with`")
        return self._running[0].port

    @property
    def base_url(self) -> str:
        return address(self._host, self.port)

    def start(self, listener: socket.socket | None = None) -> Self:
        """Serve; connections are accepted when this returns.

        Args:
            listener: where; a socket that listens already.

        Raises:
            PortTaken: the port is not free.
            OSError: the host is not one of this machine, or the port is not for everybody.
        """
        if self._running is not None:
            raise RuntimeError("the stub server is running already")
        if listener is None:
            listener = listen(self._host, self._port)
        self._application.hosts = Hosts(self._allowed, bound=self._host, exposed=_exposed(listener))
        held = self._application.held
        protocol = protocol_class(self._application, self._api.envelope, self._bounds, held)
        serving = Serving(self._application, protocol, self._bounds, listener)
        background = Background(serving.run_in, "stub server")
        if not background.start(_PATIENCE):
            listener.close()
            raise RuntimeError(f"the stub server did not start within {_PATIENCE:.0f} seconds")
        self._running = serving, background
        return self

    def stop(self) -> None:
        """Finish the requests under way, and close every connection. Once is enough."""
        self.rest()
        if self._running is None:
            return
        background = self._running[1]
        self._running = None
        if not background.stop(_PATIENCE):
            logger.error("the stub server did not stop within %.0f seconds", _PATIENCE)
        if self.emulator is not None:
            self.emulator.store.rest()
        if self.board is not None:
            self.board.rest()

    def close(self) -> None:
        """Let go of where things are kept; there is no use for the stub afterwards."""
        self.stop()
        if self.emulator is not None:
            self.emulator.store.close()
        if self.board is not None:
            self.board.close()

    def reinit(self) -> None:
        """In the child of a fork: the parent serves, and alone has the port and all connections."""
        self.leave()
        if self._running is None:
            return
        serving, background = self._running
        self._running = None
        _of_the_parent.append(serving)
        abandon([*serving.files(), *(each.fileno() for each in background.sockets())])

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


_of_the_parent: list[Serving] = []
"""Kept, in the child of a fork: an event loop that is collected closes what it shares."""


def address(host: str, port: int) -> str:
    """Where whoever is on this machine finds what listens at `host`."""
    host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens, so that whoever else wants the port finds it taken."""
    found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, kind, protocol, _, address = found[0]
    listener = socket.socket(family, kind, protocol)
    try:
        # Elsewhere than on POSIX, this would let two programs listen on one port.
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            message = f"port {port} of {host} is taken; choose another, or 0 for any that is free"
            raise PortTaken(error.errno, message) from None
        raise
    if _exposed(listener):
        logger.warning("%s is reached from other machines, by anybody", host or "every address")
    return listener


def _exposed(listener: socket.socket) -> bool:
    """Whether other machines reach it."""
    address = str(listener.getsockname()[0])
    return not ipaddress.ip_address(address.partition("%")[0]).is_loopback
