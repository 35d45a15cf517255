"""The stub as a program: `python -m PACKAGE.stub`."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Sequence

from ..emulator import Clock
from ..emulator.places import is_postgres
from .api import StubApi
from .board import open_board
from .bounds import Bounds
from .cli_options import parser
from .server import StubServer, address, listen
from .workers import Workers, require_sharing


def main(api: StubApi, argv: Sequence[str] | None = None) -> None:
    """Serve `api` until Ctrl-C or SIGTERM; exits with 1 if that is not possible."""
    options = parser(api).parse_args(argv)
    logging.basicConfig(
        level=options.log_level.upper(), format="%(levelname)s: %(message)s", stream=sys.stderr
    )
    try:
        if options.workers > 1:
            _serve_together(api, options)
        else:
            _serve(api, options)
    except ValueError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"cannot serve on {options.host}: {error.strerror or error}")


def _serve(api: StubApi, options: argparse.Namespace) -> None:
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    # Others may serve a database, on other machines.
    board = options.db if _is_of_machines(options) else None
    server = _server(api, options, board=board)
    _collect_less()
    server.start()
    _tell(api, server.base_url)
    # In slices: on Windows, Ctrl-C does not end a wait that has no end of its own.
    while not stopped.wait(0.5):
        if not server.running:
            sys.exit("the server has ended by itself")
    server.stop()


def _serve_together(api: StubApi, options: argparse.Namespace) -> None:
    require_sharing(options)
    if _is_of_machines(options):
        _serve_with(api, options, options.db)
        return
    with tempfile.TemporaryDirectory(prefix="stub-") as directory:
        _serve_with(api, options, os.path.join(directory, "board.db"))


def _serve_with(api: StubApi, options: argparse.Namespace, board: str) -> None:
    # Once, before there are any workers: what is wrong is told once, and seeds are there.
    _server(api, options, board=board).close()
    # Workers may all be killed at once: the board is not alone meanwhile. A file needs nobody, and
    # SQLite is not to be open over a fork.
    keeper = open_board(board) if is_postgres(board) else None
    with listen(options.host, options.port) as listener:
        _collect_less()
        workers = Workers(listener, lambda: _server(api, options, board=board), options.workers)
        if not workers.start():
            workers.stop()
            sys.exit("the workers do not start")
        _tell(api, address(options.host, listener.getsockname()[1]))
        ended_well = workers.wait()
    if keeper is not None:
        keeper.close()
    if not ended_well:
        sys.exit("a worker that has ended cannot be started again")


def _collect_less() -> None:
    """What is loaded by now stays: the collector of this process passes it over from now on."""
    gc.collect()
    gc.freeze()


def _is_of_machines(options: argparse.Namespace) -> bool:
    return options.mode == "emulate" and is_postgres(options.db or "")


def _tell(api: StubApi, url: str) -> None:
    print(f"Serving {api.title} on {url} ({len(api.operations)} operations)", flush=True)


def _server(api: StubApi, options: argparse.Namespace, *, board: str | None) -> StubServer:
    return StubServer(
        host=options.host,
        port=options.port,
        strict=options.strict,
        bounds=Bounds(**dict(options.bound)),
        allowed_hosts=options.allow_host,
        api=api,
        mode=options.mode,
        db=options.db,
        clock=None if options.clock is None else Clock(options.clock),
        random_seed=options.random_seed,
        seed=options.seed,
        seed_random=options.seed_random,
        control_token=options.control_token,
        limits=options.limits,
        webhook_hosts=options.webhook_host,
        board=board,
    )
