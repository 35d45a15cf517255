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
from datetime import datetime

from msgspec.structs import fields

from ..emulator import Clock
from ..emulator.moments import read_moment
from ..emulator.opening import is_postgres
from .api import StubApi
from .board import open_board
from .bounds import Bounds
from .control.access import Access
from .control.limits import Limits
from .server import StubServer, address, listen
from .workers import MOST_WORKERS, Workers, require_sharing

_MOST_PARTS = 1_000_000


def main(api: StubApi, argv: Sequence[str] | None = None) -> None:
    """Serve `api` until Ctrl-C or SIGTERM; exits with 1 if that is not possible."""
    options = _parser(api).parse_args(argv)
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
    """What is loaded by now stays: the collector of this process passes it over from now on.

    It comes less often as well, for records hold no circles, and are looked through for nothing.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


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


def _parser(api: StubApi) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=f"Serve a stub of {api.title}: an emulator, or its examples.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument("--host", default="127.0.0.1", help="where to listen")
    parser.add_argument("--port", type=_port, default=8000, help="0 for any that is free")
    if api.program is not None:
        parser.add_argument(
            "--mode",
            choices=("emulate", "examples"),
            default="emulate",
            help="keep state, or answer with the documented examples",
        )
        _add_state(parser)
    else:
        parser.set_defaults(
            mode="examples",
            db=None,
            clock=None,
            random_seed=None,
            seed=None,
            seed_random=0,
            webhook_host=[],
        )
    _add_what_is_taken(parser)
    _add_serving(parser)
    return parser


def _add_what_is_taken(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--strict", action="store_true", help="refuse arguments that an operation does not have"
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="another name that clients may call it by, and whose web pages may use it; * for any",
    )
    parser.add_argument(
        "--bound",
        action="append",
        type=_bound,
        default=[],
        metavar="NAME=NUMBER",
        help="how much it takes, or how long it waits, of something: text_bytes=5000000",
    )
    parser.add_argument(
        "--limits",
        type=_limits,
        default="off",
        metavar="off|on|FACTOR",
        help="rate limits: none, those of the API, or so many times as many requests",
    )


def _add_serving(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers",
        type=_workers,
        default=1,
        metavar="N",
        help="how many processes serve; more than one keep records in --db",
    )
    parser.add_argument(
        "--control-token",
        metavar="T",
        type=_token,
        help="what callers of the control API have to send as `Authorization: Bearer T`; without"
        " it, they have to be on this machine",
    )
    parser.add_argument(
        "--log-level",
        default="warning",
        choices=("debug", "info", "warning", "error"),
        help="what to write to stderr; info writes a line for each request",
    )


def _add_state(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--db",
        metavar="FILE|URL",
        help="keep records in this file or in postgresql://USER@HOST/DATABASE, not in memory",
    )
    parser.add_argument(
        "--seed", metavar="FILE", help="what each account has at first: records in YAML or JSON"
    )
    parser.add_argument(
        "--seed-random",
        type=_count,
        default=0,
        metavar="N",
        help="make up what each account has at first, with so many users or the like",
    )
    parser.add_argument(
        "--random-seed", metavar="S", help="the same makes the same keys, in the same order"
    )
    parser.add_argument(
        "--clock", type=_moment, metavar="ISO", help="what time it is at first; now, without it"
    )

    parser.add_argument(
        "--webhook-host",
        action="append",
        default=[],
        metavar="NAME",
        help="where events may be sent to besides this machine; * for anywhere",
    )


def _token(text: str) -> str:
    try:
        Access(text)
    except ValueError:
        # Not with the text: it would be in somebody's log.
        raise argparse.ArgumentTypeError(
            "it is empty, or has spaces or characters beyond ASCII"
        ) from None
    return text


def _bound(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    kinds = {each.name: each.type for each in fields(Bounds)}
    if name not in kinds:
        raise argparse.ArgumentTypeError(f"{name!r} is no bound; there are: {', '.join(kinds)}")
    try:
        value = kinds[name](number)
    except ValueError:
        value = 0
    if not 0 < value < float("inf"):
        kind = "a number" if kinds[name] is float else "a whole number"
        raise argparse.ArgumentTypeError(f"{name} is {number!r}, not {kind} above 0")
    return name, value


def _workers(text: str) -> int:
    count = int(text)
    if not 1 <= count <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{count} is not between 1 and {MOST_WORKERS}")
    return count


def _count(text: str) -> int:
    count = int(text)
    if not 0 <= count <= _MOST_PARTS:
        raise argparse.ArgumentTypeError(f"{count} is not between 0 and {_MOST_PARTS}")
    return count


def _limits(text: str) -> Limits:
    if text == "off":
        return "off"
    if text == "on":
        return "on"
    try:
        factor = float(text)
    except ValueError:
        factor = 0
    if not 0 < factor < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not off, on or a number above 0")
    return factor


def _moment(text: str) -> datetime:
    moment = read_moment(text)
    if moment is None:
        raise argparse.ArgumentTypeError(f"{text} is no moment such as 2031-01-01T00:00:00Z")
    return moment


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{port} is not between 0 and 65535")
    return port
