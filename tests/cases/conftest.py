"""The packages that are made of the good cases, where they can be imported."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cases import casebook
from tests.cases.casebook import good_cases
from tests.runtime.scripted import ScriptedServer

MODULES = ("errors", "lists", "stub", "types", "validators")


def pytest_sessionstart() -> None:
    """One process may run the tests again with another compiler, as mutmut does."""
    casebook.made_from.cache_clear()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """Case -> the directory that everything was written to; its package can be imported."""
    folders = {case.folder.name: tmp_path_factory.mktemp(case.folder.name) for case in good_cases()}
    for case in good_cases():
        for path, content in case.everything().items():
            target = folders[case.folder.name] / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    added = [str(folder) for folder in folders.values()]
    sys.path[:0] = added
    yield folders
    for folder in added:
        sys.path.remove(folder)


@pytest.fixture(scope="session")
def lending_library(made: dict[str, Path]) -> SimpleNamespace:
    return _package("lending_library", "models.catalogue", "models.members")


@pytest.fixture(scope="session")
def parcels_v3(made: dict[str, Path]) -> SimpleNamespace:
    return _package("parcels_v3", "models.shared")


@pytest.fixture(scope="session")
def harbour_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("harbour_v1", "models.berths")


@pytest.fixture(scope="session")
def bakery_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("bakery_v1", "models.orders")


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as server:
        yield server


def _package(name: str, *models: str) -> SimpleNamespace:
    """A package with its modules; imported here, as there is none while tests are collected."""
    modules = {module: import_module(f"{name}.{module}") for module in MODULES}
    objects = {
        key: value
        for model in models
        for key, value in vars(import_module(f"{name}.{model}")).items()
    }
    return SimpleNamespace(
        package=import_module(name), models=SimpleNamespace(**objects), **modules
    )
