"""The options of the stub as a program, and what they may be."""

from __future__ import annotations

import argparse
from datetime import datetime

from msgspec.structs import fields

from ..emulator.clock import to_show
from .api import StubApi
from .bounds import Bounds
from .control.access import Access
from .control.limits import Limits
from .workers import MOST_WORKERS

_MOST_PARTS = 1_000_000


def parser(api: StubApi) -> argparse.ArgumentParser:
    """What reads the options of an API's stub; those of state only where it has any."""
    made = argparse.ArgumentParser(
        prog=f"python -m {api.config.package}.stub",
        description=f"Serve a stub of {api.title}: an emulator, or its examples.",
        epilog="Stop it with Ctrl-C. Its page for people is at `/`.",
    )
    made.add_argument("--host", default="127.0.0.1", help="where to listen (default: %(default)s)")
    made.add_argument(
        "--port", type=_port, default=8000, help="0 for any that is free (default: %(default)s)"
    )
    if api.program is not None:
        made.add_argument(
            "--mode",
            choices=("emulate", "examples"),
            default="emulate",
            help="keep state (the default), or answer with the documented examples",
        )
        _add_state(made)
    else:
        made.set_defaults(
            mode="examples",
            db=None,
            clock=None,
            random_seed=None,
            seed=None,
            seed_random=0,
            webhook_host=[],
        )
    _add_what_is_taken(made)
    _add_serving(made)
    return made


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
        help="rate limits: none (the default), those of the API, or so many times as many requests",
    )


def _add_serving(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers",
        type=_workers,
        default=1,
        metavar="N",
        help="how many processes serve (default: %(default)s); more than one keep records in --db",
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
        help="what to write to stderr (default: %(default)s); info writes a line for each request",
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
    return _whole(text, 1, MOST_WORKERS)


def _count(text: str) -> int:
    return _whole(text, 0, _MOST_PARTS)


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
    try:
        return to_show(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None


def _port(text: str) -> int:
    return _whole(text, 0, 65535)


def _whole(text: str, least: int, most: int) -> int:
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from None
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(f"{number} is not between {least} and {most}")
    return number
