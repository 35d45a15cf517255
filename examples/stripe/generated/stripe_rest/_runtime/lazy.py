"""Packages whose names are loaded when somebody asks for them (PEP 562)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from importlib import import_module


def lazy_names(
    package: str,
    homes: Mapping[str, Collection[str]],
    *,
    modules: Collection[str] = (),
    unlisted: Collection[str] = (),
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """The `__getattr__`, the `__dir__` and the `__all__` of a package.

    Args:
        package: Its name.
        homes: Module -> the names that the package takes from it.
        modules: Modules of the package that are its attributes too, without an import of them.
        unlisted: Names that `from package import *` leaves out, as they need an extra.
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def get(name: str) -> object:
        itself = sys.modules[package]
        if name in modules:
            return import_module(f"{package}.{name}")
        if name not in home_of:
            problem = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(problem, name=name, obj=itself)
        found = getattr(import_module(home_of[name]), name)
        setattr(itself, name, found)
        return found

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *home_of, *modules})

    return get, names, sorted(home_of.keys() - set(unlisted))
