"""The packages that are made of the good cases, where they can be imported."""

import asyncio
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module, invalidate_caches
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import urllib3
import yaml

from apiscribe import compile_spec, render
from tests.cases import casebook
from tests.cases.almanac_server import Almanac
from tests.cases.casebook import CASES, good_cases
from tests.cases.harbour_server import Harbour
from tests.cases.tram_server import Trams
from tests.cases.wallet_caller import Caller
from tests.runtime.scripted import ScriptedServer

_numbers = count()
TRAM = CASES / "good" / "tram" / "spec"
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
def quarry_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("quarry_v1", "models.blocks")


@pytest.fixture(scope="session")
def bazaar_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("bazaar_v1", "models.wares")


@pytest.fixture(scope="session")
def bureau_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("bureau_v1", "models.shared")


@pytest.fixture(scope="session")
def kiosk_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("kiosk_v1", "models.orders")


@pytest.fixture(scope="session")
def postroom_v3(made: dict[str, Path]) -> SimpleNamespace:
    return _package("postroom_v3", "models.letters")


@pytest.fixture(scope="session")
def tram_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("tram_v1", "models.trams")


@pytest.fixture(scope="session")
def relay_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("relay_v1", "models.items")


@pytest.fixture(scope="session")
def wallet_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("wallet_v1", "models.wallet")


@pytest.fixture(scope="session")
def wire_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("wire_v1", "models.notes")


@pytest.fixture(scope="session")
def almanac_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("almanac_v1", "models.records")


@pytest.fixture(scope="session")
def archive_v2(made: dict[str, Path]) -> SimpleNamespace:
    return _package("archive_v2", "models.documents")


@pytest.fixture(scope="session")
def courier_v2(made: dict[str, Path]) -> SimpleNamespace:
    return _package("courier_v2", "models.parcels")


@pytest.fixture(scope="session")
def ferry_v2(made: dict[str, Path]) -> SimpleNamespace:
    return _package("ferry_v2", "models.harbour")


@pytest.fixture(scope="session")
def ledger_v3(made: dict[str, Path]) -> SimpleNamespace:
    return _package("ledger_v3", "models.money")


@pytest.fixture(scope="session")
def gallery_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("gallery_v1", "models.pictures")


@pytest.fixture(params=["blocking", "async"])
def gallery_call(request: pytest.FixtureRequest, gallery_v1: SimpleNamespace) -> Callable[..., Any]:
    """Calls an operation of a client of either kind."""

    def blocking(base_url: str, operation: str, /, **arguments: Any) -> Any:
        with gallery_v1.package.Gallery(token="t", base_url=base_url) as client:
            return getattr(client.picture, operation)(**arguments)

    async def awaited(base_url: str, operation: str, arguments: dict[str, Any]) -> Any:
        async with gallery_v1.package.AsyncGallery(token="t", base_url=base_url) as client:
            return await getattr(client.picture, operation)(**arguments)

    if request.param == "blocking":
        return blocking
    return lambda url, operation, /, **arguments: asyncio.run(awaited(url, operation, arguments))


@pytest.fixture(scope="session")
def harbour_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("harbour_v1", "models.berths")


@pytest.fixture
def harbour() -> Iterator[Harbour]:
    server = Harbour()
    yield server
    server.stop()


@pytest.fixture
def open_harbour(harbour_v1: SimpleNamespace, harbour: Harbour) -> Iterator[Callable[..., Any]]:
    """Makes clients of the harbour, closed in the end."""
    clients = []

    def make(**given: Any) -> Any:
        given.setdefault("base_url", harbour.base_url)
        clients.append(harbour_v1.package.Harbour(**given))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture(scope="session")
def bakery_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("bakery_v1", "models.orders")


@pytest.fixture(scope="session")
def cabinet_v2(made: dict[str, Path]) -> SimpleNamespace:
    return _package("cabinet_v2", "models.files")


@pytest.fixture(scope="session")
def cellar_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("cellar_v1", "models.bottles")


@pytest.fixture(scope="session")
def checkout_v1(made: dict[str, Path]) -> SimpleNamespace:
    return _package("checkout_v1", "models.payments")


@pytest.fixture
def compiled(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Compiles a spec with another `api.yaml`, and imports what is made of it."""
    with _compiling(tmp_path) as make:
        yield make


@pytest.fixture(scope="module")
def compiled_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Any]]:
    """The same for all tests of a module."""
    with _compiling(tmp_path_factory.mktemp("made")) as make:
        yield make


@contextmanager
def _compiling(place: Path) -> Iterator[Callable[..., Any]]:
    def make(source: Path, **changes: object) -> Any:
        package = f"short_{next(_numbers)}"
        names.append(package)
        spec = place / package
        shutil.copytree(source, spec)
        api = yaml.safe_load((spec / "api.yaml").read_text())
        api |= {"package": package, **changes}
        api = {key: value for key, value in api.items() if value is not None}
        (spec / "api.yaml").write_text(yaml.safe_dump(api, sort_keys=False))
        for path, content in render(compile_spec(spec)).items():
            target = place / "made" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        invalidate_caches()
        imported = [import_module(f"{package}{each}") for each in ("", ".stub", ".errors")]
        return (*imported, json.loads((place / "made/openapi.json").read_text()))

    names: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(place / "made"))
        yield make
    for name in [name for name in sys.modules if name.partition(".")[0] in names]:
        del sys.modules[name]


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


@pytest.fixture
def almanac() -> Iterator[Almanac]:
    server = Almanac()
    yield server
    server.stop()


@pytest.fixture
def trams() -> Iterator[Trams]:
    server = Trams()
    yield server
    server.stop()


@pytest.fixture
def tram_with(compiled: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Compiles the tram's spec with other limits."""

    def make(told_by: object, groups: object, **api: object) -> Any:
        spec = tmp_path / "tram"
        shutil.copytree(TRAM, spec)
        limits = {"section": "Limits", "told_by": told_by, "groups": groups}
        told = {key: value for key, value in limits.items() if value is not None}
        (spec / "rate_limits.yaml").write_text(yaml.safe_dump(told, sort_keys=False))
        return compiled(spec, **api)

    return make


@pytest.fixture
def wallet(made: dict[str, Path]) -> Any:
    return import_module("wallet_v1")


@pytest.fixture
def wallet_stub(wallet: Any) -> Iterator[Any]:
    stub = import_module("wallet_v1.stub")
    with stub.StubServer(clock="2031-01-01T00:00:00Z", random_seed=1) as running:
        yield running


@pytest.fixture
def wallet_call(wallet_stub: Any) -> Iterator[Caller]:
    with urllib3.PoolManager() as pool:
        yield Caller(pool, wallet_stub.base_url)
