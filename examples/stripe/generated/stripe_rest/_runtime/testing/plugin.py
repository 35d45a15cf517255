"""What a package's plug-in for pytest does.

pytest loads it with every run where the package is installed, also of suites that do not use it.
So nothing is loaded here that only a test with a stub needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from ..transport.run_sync import run_sync
from .coverage import Exercised, read_thresholds, shortfalls

_HELP = {
    "mode": "emulate keeps state, examples answers with the documented examples",
    "clock": "what time it is at the beginning of each test, such as 2031-01-01T00:00:00Z; the"
    " machine's time without it",
    "random_seed": "the same makes the same keys in each test, in the same order; 1 without it",
    "seed": "what each account has at first: a file of YAML or JSON",
    "seed_random": "make up what each account has at first, with so many users or the like",
    "coverage": "what the end of a run says of operations, errors and arguments that the stub has"
    " seen: none, summary (without it) or missing",
    "fail_under": "the run fails if less was exercised: PERCENT, or"
    " operations=PERCENT,errors=PERCENT,arguments=PERCENT",
}
_CHOICES = {"mode": ("emulate", "examples"), "coverage": ("none", "summary", "missing")}
_OF_STUBS = ("mode", "clock", "random_seed", "seed", "seed_random")
"""Options that the stub itself takes."""


class Plugin:
    """The plug-in of one generated package.

    Args:
        name: what fixtures, options and the marker begin with.
        package: the generated package.
    """

    def __init__(self, name: str, package: str) -> None:
        self.name = name
        self.package = package
        self.marker = f"{name}_stub"
        self._runs = pytest.StashKey[Run]()

    def add_options(self, parser: pytest.Parser) -> None:
        """Declare the options, each for the command line and for the configuration file."""
        group = parser.getgroup(f"{self.name} stub", f"stub of {self.package}")
        for option, text in _HELP.items():
            dest = f"{self.marker}_{option}"
            try:
                group.addoption(
                    f"--{dest.replace('_', '-')}",
                    dest=dest,
                    choices=_CHOICES.get(option),
                    help=text,
                    **({} if option in _CHOICES else {"metavar": option.upper()}),
                )
            except ValueError:
                return  # another package has the same name: the options are for both
            parser.addini(dest, text, default="")

    def configure(self, config: pytest.Config) -> None:
        """Begin a run.

        Raises:
            pytest.UsageError: an option makes no sense.
        """
        says = f"{self.marker}(**options): what the stub of this test is made with, such as"
        config.addinivalue_line("markers", f'{says} mode="examples" or strict=True')
        run = Run(self, config)
        config.stash[self._runs] = run
        config.pluginmanager.register(run, f"{self.package} stub")

    def stub(self, request: pytest.FixtureRequest) -> Iterator[Any]:
        """The stub of one test."""
        mark = request.node.get_closest_marker(self.marker)
        if mark is not None and mark.args:
            says = f"the marker {self.marker} takes options by name, such as mode={mark.args[0]!r}"
            raise pytest.UsageError(says)
        yield from request.config.stash[self._runs].stub({} if mark is None else mark.kwargs)

    def close(self, client: Any) -> None:
        """Close a client that awaits; in process, it needs no loop for that."""
        run_sync(client.close())


class Run:
    """One run of pytest: the stubs that its tests have, and what those have seen."""

    def __init__(self, plugin: Plugin, config: pytest.Config) -> None:
        self._plugin = plugin
        self._config = config
        self._lender: Any = None
        self._exercised = Exercised()
        self._told = f"{plugin.package} coverage"
        for option, choices in _CHOICES.items():
            if self._option(option) not in ("", *choices):
                self._refuse(option, f"{self._option(option)!r} is not {' or '.join(choices)}")
        if not (self._option("seed_random") or "0").isdecimal():
            self._refuse("seed_random", f"{self._option('seed_random')!r} is no whole number")
        try:
            text = self._option("fail_under")
            self._thresholds = read_thresholds(text) if text else {}
        except ValueError as error:
            self._refuse("fail_under", str(error))

    def stub(self, options: dict[str, Any]) -> Iterator[Any]:
        if self._lender is None:
            stubs = import_module(f"{self._plugin.package}.stub")
            from ..stub.lending import Lender

            self._lender = Lender(stubs.StubServer)
        given: dict[str, Any] = {
            name: self._option(name) for name in _OF_STUBS if self._option(name)
        }
        if "seed" in given:
            is_typed = self._config.getoption(f"{self._plugin.marker}_seed", None) is not None
            here = self._config.invocation_params.dir if is_typed else self._config.rootpath
            given["seed"] = str(here / given["seed"])
        if "seed_random" in given:
            given["seed_random"] = int(given["seed_random"])
        with self._lender.lend({"random_seed": "1", **given, **options}) as stub:
            yield stub

    def _option(self, name: str) -> str:
        dest = f"{self._plugin.marker}_{name}"
        found = self._config.getoption(dest, None)
        return str(self._config.getini(dest) if found is None else found)

    def _refuse(self, option: str, problem: str) -> None:
        raise pytest.UsageError(f"{self._plugin.marker}_{option}: {problem}")

    # What pytest calls

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        for stub in () if self._lender is None else self._lender.stubs:
            self._exercised.add(stub.coverage())
        output = getattr(self._config, "workeroutput", None)
        if output is not None:
            output[self._told] = self._exercised.shown
        elif session.exitstatus == pytest.ExitCode.OK and any(self._shortfalls()):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Hear from a worker of xdist that it has ended."""
        told = getattr(node, "workeroutput", {}).get(self._told)
        if told is not None:
            self._exercised.add(told)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        wanted = self._option("coverage") or "summary"
        missed = list(self._shortfalls())
        if missed or (wanted != "none" and self._exercised.percent("operations")):
            terminalreporter.section(f"coverage of {self._plugin.package} by its stub")
            for line in self._exercised.lines(missing=wanted == "missing"):
                terminalreporter.write_line(line)
        for line in missed:
            terminalreporter.write_line(f"{self._plugin.marker}_fail_under: {line}", red=True)

    def pytest_unconfigure(self) -> None:
        lender, self._lender = self._lender, None
        if lender is not None:
            lender.close()

    def _shortfalls(self) -> Iterator[str]:
        if not self._config.option.collectonly:
            yield from shortfalls(self._exercised, self._thresholds)
