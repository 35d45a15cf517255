"""What to install for the parts of a package that need more than the package itself."""

from __future__ import annotations

from types import TracebackType


class Extra:
    """Imports that need an extra: where one fails, the error says what to install.

    with Extra("zoo-v1[testing]"):
        import hypothesis
    """

    def __init__(self, requirement: str) -> None:
        self._requirement = requirement

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if isinstance(error, ModuleNotFoundError) and _top(error.name) != _top(__name__):
            remedy = install(error, self._requirement)
            raise ModuleNotFoundError(remedy, name=error.name) from None


def install(missing: ModuleNotFoundError, requirement: str) -> str:
    """What is missing, and the command that installs it."""
    return f"{_top(missing.name)} is not installed: pip install '{requirement}'"


def _top(module: str | None) -> str:
    return (module or "").partition(".")[0]
