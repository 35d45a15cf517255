"""What a generated package exports, and what importing it costs: nothing before it is needed."""

import os
import pickle
import subprocess
import sys
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from typing import get_type_hints

import pytest

ROOT = Path(__file__).parents[2]
ERROR_BASES = {
    "zoom_v1": "ZoomError",
    "lending_library": "LibraryError",
    "parcels_v3": "ParcelsError",
}
MODULES = [
    "async_resources",
    "errors",
    "events",
    "lists",
    "models",
    "operations",
    "resources",
    "strategies",
    "stub",
    "tracing",
    "types",
    "validators",
    "webhooks",
]
EXTRAS = {
    "hypothesis": ("zoom_v1.strategies", "zoom-v1[testing]"),
    "aiohttp": ("zoom_v1.async_client", "zoom-v1[async]"),
    "opentelemetry": ("zoom_v1.tracing", "zoom-v1[tracing]"),
    "uvicorn": ("zoom_v1.stub", "zoom-v1[stub]"),
    "python_multipart": ("zoom_v1.stub", "zoom-v1[stub]"),
}
"""What may be missing -> the module that needs it, and what brings it."""

packages = pytest.mark.parametrize("package", ERROR_BASES)


def fresh(program: str) -> subprocess.CompletedProcess[str]:
    """What a program does in a process that has imported nothing yet."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT / "generated")},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_all_public_modules_are_attributes_of_the_package():
    asked = "; ".join(f"print(zoom_v1.{module}.__name__)" for module in MODULES)

    done = fresh(f"import zoom_v1; {asked}")

    assert done.stderr == ""
    assert done.stdout.split() == [f"zoom_v1.{module}" for module in MODULES]


def test_the_root_of_errors_has_its_name_at_once():
    done = fresh(
        "import sys\n"
        "from zoom_v1.client import ZoomClient\n"
        "try:\n"
        "    ZoomClient(api_key=' ', api_secret='s')\n"
        "except Exception as error:\n"
        "    print(*[each.__qualname__ for each in type(error).__mro__[:2]])\n"
        "    print('zoom_v1.errors' in sys.modules)\n"
    )

    assert done.stderr == ""
    assert done.stdout.split() == ["ConfigurationError", "ZoomError", "False"]


def test_importing_the_package_imports_none_of_its_parts():
    done = fresh(
        "import sys, zoom_v1, zoom_v1.models, zoom_v1.types, zoom_v1.resources\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('zoom_v1.', 'msgspec'))))"
    )

    assert done.stdout.split() == [
        "zoom_v1._runtime",
        "zoom_v1._runtime.lazy",
        "zoom_v1.models",
        "zoom_v1.resources",
        "zoom_v1.types",
    ]


def test_an_error_can_be_caught_before_any_has_occurred():
    done = fresh(
        "import zoom_v1\ntry: raise ValueError\nexcept zoom_v1.errors.UserNotFound: pass\n"
        "except ValueError: print('not found')"
    )

    assert (done.stdout, done.stderr) == ("not found\n", "")


def test_names_can_be_imported_from_where_people_look_for_them():
    done = fresh(
        "from zoom_v1 import UNSET, UnsetType, AsyncZoomClient, ZoomError\n"
        "from zoom_v1.models import Meeting, MeetingList\n"
        "from zoom_v1.types import MeetingType, RecurrenceDict, Upload, Pager, AsyncPager, Hook\n"
        "from zoom_v1.resources import MeetingResource\n"
        "print(Meeting.__module__, MeetingResource.__module__, UNSET)"
    )

    assert done.stderr == ""
    assert done.stdout == "zoom_v1.models.meeting zoom_v1.resources.meeting UNSET\n"


def test_a_name_that_there_is_not_gets_a_suggestion():
    done = fresh("import zoom_v1; zoom_v1.ZoomClent")

    assert done.stderr.splitlines()[-1] == (
        "AttributeError: module 'zoom_v1' has no attribute 'ZoomClent'. Did you mean: 'ZoomClient'?"
    )
    assert "cannot import name 'ZoomClent'" in fresh("from zoom_v1 import ZoomClent").stderr


@packages
@pytest.mark.parametrize("part", ["", ".models", ".types", ".resources", ".async_resources"])
def test_what_is_listed_is_there(made, package, part):
    module = import_module(f"{package}{part}")

    assert module.__all__
    assert set(module.__all__) <= set(dir(module))
    for name in dir(module):
        getattr(module, name)


@pytest.mark.parametrize("part", ["", ".models", ".types", ".resources", ".errors", ".validators"])
def test_a_star_import_needs_no_extra(part):
    blocked = "; ".join(f"sys.modules[{name!r}] = None" for name in EXTRAS)

    done = fresh(f"import sys; {blocked}\nfrom zoom_v1{part} import *\nprint(len(dir()))")

    assert done.stderr == ""
    assert int(done.stdout) > 10


@pytest.mark.parametrize("missing", EXTRAS)
def test_a_missing_extra_is_named_with_how_to_install_it(missing):
    module, brought_by = EXTRAS[missing]

    done = fresh(f"import sys; sys.modules[{missing!r}] = None; import {module}")

    assert done.stderr.splitlines()[-1] == (
        f"ModuleNotFoundError: {missing} is not installed: pip install '{brought_by}'"
    )


def test_a_limiter_on_redis_names_its_extra_too():
    done = fresh(
        "import sys; sys.modules['redis'] = None; import zoom_v1\n"
        "zoom_v1.ZoomClient(api_key='k', api_secret='s', rate_limit='redis://127.0.0.1')"
    )

    assert done.stderr.splitlines()[-1] == (
        "zoom_v1.errors.ConfigurationError: "
        "rate_limit=: redis is not installed: pip install 'zoom-v1[limits]'"
    )


@packages
def test_every_annotation_of_a_client_is_known_at_run_time(made, package):
    root = import_module(package)
    clients = [getattr(root, name) for name in dir(root) if name.endswith(("Client", "Parcels"))]
    resources = [
        getattr(getattr(root, part), name)
        for part in ("resources", "async_resources")
        for name in getattr(root, part).__all__
    ]

    hints = [
        get_type_hints(member)
        for each in (*clients, *resources)
        for member in (getattr(value, "func", value) for value in vars(each).values())
        if isfunction(member) and member.__name__ != "_caller"
    ]

    assert len(clients) == 2
    assert all("return" in each for each in hints)
    assert len(hints) > 20


@packages
def test_every_key_of_a_dict_is_known_at_run_time(made, package):
    types = import_module(f"{package}.types")
    dicts = [getattr(types, name) for name in types.__all__ if name.endswith("Dict")]

    assert dicts
    assert all(get_type_hints(each) for each in dicts)


def test_an_annotation_means_the_class_itself():
    zoom_v1 = import_module("zoom_v1")

    create = get_type_hints(zoom_v1.resources.MeetingResource.create)
    walk = get_type_hints(zoom_v1.async_resources.AsyncMeetingResource.iter_list)

    assert create["type"] == zoom_v1.types.MeetingType
    assert create["duration"] == int | zoom_v1.UnsetType
    assert create["return"] is zoom_v1.models.Meeting
    assert (
        walk["return"]
        == zoom_v1.types.AsyncPager[zoom_v1.models.MeetingList, zoom_v1.models.Meeting]
    )


@packages
def test_the_base_error_is_named_as_it_is_exported(made, package):
    errors = import_module(f"{package}.errors")
    name = ERROR_BASES[package]
    root = getattr(errors, name)

    assert (root.__name__, root.__qualname__, root.__module__) == (name, name, f"{package}.errors")
    assert str(root) == f"<class '{package}.errors.{name}'>"
    every = [
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, Exception)
    ]
    assert {each.__module__ for each in every} == {f"{package}.errors"}
    assert all(issubclass(each, (root, UserWarning)) for each in every)
    assert pickle.loads(pickle.dumps(root)) is root


def test_a_traceback_and_a_pickle_name_no_private_module():
    made = fresh(
        "import pickle, sys, zoom_v1\n"
        "try: zoom_v1.ZoomClient(api_key='k', api_secret='s').user.get(id='')\n"
        "except zoom_v1.InvalidArguments as error: held = pickle.dumps(error)\n"
        "print(held.hex()); raise pickle.loads(held)"
    )

    assert any(
        line.startswith("zoom_v1.errors.InvalidArguments: user.get: invalid arguments")
        for line in made.stderr.splitlines()
    )
    error = pickle.loads(bytes.fromhex(made.stdout))
    assert isinstance(error, import_module("zoom_v1").ZoomError)
    assert error.operation == "user.get"


def test_the_version_is_that_of_the_spec():
    zoom_v1 = import_module("zoom_v1")

    assert f"release: {zoom_v1.__version__}\n" in (ROOT / "spec" / "api.yaml").read_text()
    assert import_module("zoom_v1._config").CONFIG.user_agent == f"zoom-v1/{zoom_v1.__version__}"
