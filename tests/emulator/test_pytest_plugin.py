"""The plug-in for pytest, in runs of pytest of its own."""

import re
from pathlib import Path

import pytest

from tests.cases.casebook import good_cases

GENERATED = Path(__file__).parents[2] / "generated"
SUITE = """
    import pytest

    def test_a_user_is_created(zoom_client, zoom_stub):
        made = zoom_client.user.create(email="ada@example.com", type=1)
        assert [each["id"] for each in zoom_stub.records("user")] == [made.id]
        zoom_stub.clock.advance(3600)
        zoom_stub.fails("user.get", status=503)

    def test_nothing_is_left_of_it(zoom_client, zoom_stub):
        assert zoom_client.user.list().total_records == 0
        assert [each.operation for each in zoom_stub.requests] == ["user.list"]
"""


@pytest.fixture
def run(pytester, monkeypatch):
    """Runs pytest in the folder of `pytester`; its lines, and how it ended."""
    for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_XDIST_WORKER"):
        monkeypatch.delenv(name, raising=False)
    # What else is installed only takes its time.
    alone = ("-p", "no:cacheprovider", "-p", "no:schemathesis", "-p", "no:hypothesispytest")
    strict = ("-W", "error", *alone, "--strict-markers", "--strict-config")

    def run(*arguments):
        return pytester.runpytest_subprocess(*strict, *arguments, timeout=120)

    return run


def covered(result):
    """Part -> how many were exercised."""
    found = re.findall(
        r"^(operations|errors|arguments) +(\d+) of", result.stdout.str(), flags=re.MULTILINE
    )
    return {part: int(number) for part, number in found}


def test_each_test_begins_anew(pytester, run):
    pytester.makepyfile(SUITE)
    result = run()

    result.assert_outcomes(passed=2)
    assert result.ret == 0
    assert covered(result) == {"operations": 2, "errors": 0, "arguments": 2}


def test_workers_tell_what_they_have_seen(pytester, run):
    other = "def test_list(zoom_client):\n    zoom_client.group.list()"
    pytester.makepyfile(test_one=SUITE, test_two=other)
    result = run("-n", "2")

    result.assert_outcomes(passed=3)
    assert covered(result) == {"operations": 3, "errors": 0, "arguments": 2}


def test_a_client_that_awaits_and_a_socket(pytester, run):
    pytester.makepyfile("""
        import asyncio
        import urllib.request

        def test_it(zoom_async_client, zoom_stub):
            async def run():
                await zoom_async_client.user.create(email="ada@example.com", type=1)
            asyncio.run(run())
            assert not zoom_stub.running
            with urllib.request.urlopen(zoom_stub.base_url + "/_stub/state") as response:
                assert b'"user":1' in response.read()
            zoom_stub.wait_for("user.create", arguments={"type": 1}, seconds=0)
    """)

    run().assert_outcomes(passed=1)


def test_the_marker_says_what_the_stub_is_made_with(pytester, run):
    pytester.makepyfile("""
        import pytest

        @pytest.mark.zoom_stub(mode="examples", clock="2031-01-01T00:00:00Z")
        def test_it(zoom_client, zoom_stub):
            assert zoom_client.user.list().users
            assert zoom_stub.clock.text().startswith("2031-01-01T00:0")
    """)

    run().assert_outcomes(passed=1)
    run("--markers").stdout.fnmatch_lines(["@pytest.mark.zoom_stub(?*options): what the stub*"])


def test_the_marker_takes_nothing_without_a_name(pytester, run):
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.zoom_stub("examples")
        def test_it(zoom_stub): ...
        """
    )
    said = "*the marker zoom_stub takes options by name, such as mode='examples'*"
    run().stdout.fnmatch_lines([said, "*1 error*"])


def test_options_stand_in_the_configuration(pytester, run):
    pytester.makepyprojecttoml("""
        [tool.pytest]
        zoom_stub_clock = "2031-01-01T00:00:00Z"
        zoom_stub_fail_under = "operations=2,arguments=90"
    """)
    pytester.makepyfile("""
        def test_it(zoom_client, zoom_stub):
            zoom_client.user.list()
            assert zoom_stub.clock.text().startswith("2031-01-01T00:0")
    """)
    result = run()

    result.assert_outcomes(passed=1)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(
        [
            "zoom_stub_fail_under: operations: 1.04% were exercised, and 2% have to be",
            "zoom_stub_fail_under: arguments: 0.00% were exercised, and 90% have to be",
        ]
    )


def test_a_threshold_that_is_reached(pytester, run):
    pytester.makepyfile(SUITE)
    result = run("-n", "2", "--zoom-stub-fail-under=operations=2", "--zoom-stub-coverage=missing")

    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["never called: account.create, *", "user.create: errors never *"])


def test_a_threshold_that_nobody_comes_near(pytester, run):
    pytester.makepyfile("def test_it(): pass")

    assert run("--zoom-stub-fail-under=1", "-n", "1").ret == pytest.ExitCode.TESTS_FAILED
    assert run("--zoom-stub-fail-under=1", "--collect-only").ret == pytest.ExitCode.OK


def test_an_option_that_makes_no_sense(pytester, run):
    result = run("--zoom-stub-fail-under=all")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: zoom_stub_fail_under: 'all' is no percentage"])


def test_suites_without_it_pay_nothing_for_it(pytester, run):
    pytester.makepyfile("""
        import sys

        def test_it(request):
            assert request.config.pluginmanager.has_plugin("zoom_v1")
            heavy = {"aiohttp", "msgspec", "sqlite3", "urllib3", "uvicorn"}
            assert {name.partition(".")[0] for name in sys.modules} & heavy == set()
            assert "zoom_v1._runtime.stub" not in sys.modules
    """)
    others = ("hypothesispytest", "anyio", "schemathesis", "xdist")
    result = run(*(each for name in others for each in ("-p", f"no:{name}")))

    result.assert_outcomes(passed=1)
    assert "coverage" not in result.stdout.str()


def test_accounts_begin_with_a_seed(pytester, run):
    (pytester.mkdir("data") / "seed.json").write_text('{"user": [{"id": "ann"}]}')
    pytester.makepyprojecttoml("""
        [tool.pytest]
        zoom_stub_seed = "data/seed.json"
        zoom_stub_seed_random = "2"
    """)
    pytester.makepyfile("""
        def test_it(zoom_client):
            assert zoom_client.user.list().total_records == 3
            zoom_client.user.permanent_delete(id="ann")

        def test_again(zoom_client):
            assert zoom_client.user.get(id="ann").id == "ann"
    """)

    run().assert_outcomes(passed=2)


def test_it_can_be_turned_off(pytester, run):
    pytester.makepyfile(SUITE)
    result = run("-p", "no:zoom_v1")

    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*fixture 'zoom_client' not found"])


def test_it_works_without_a_terminal(pytester, run):
    pytester.makepyfile(SUITE)

    assert run("-p", "no:terminal").ret == pytest.ExitCode.OK


@pytest.fixture
def installed(pytester, monkeypatch):
    """Has pytest find a package, as if it were installed."""
    site = pytester.mkdir("site")
    monkeypatch.setenv("PYTHONPATH", str(site))

    def installed(package, files):
        for path, content in files.items():
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        information = site / f"{package}-0.dist-info"
        information.mkdir()
        described = f"Metadata-Version: 2.1\nName: {package}\nVersion: 0\n"
        (information / "METADATA").write_text(described)
        entry = f"[pytest11]\n{package} = {package}.pytest_plugin\n"
        (information / "entry_points.txt").write_text(entry)

    return installed


@pytest.fixture(scope="session")
def parcels():
    """Made before `pytester` is: it unloads what is loaded after it."""
    (case,) = (case for case in good_cases() if case.folder.name == "parcels")
    return case.everything()


def test_several_packages_at_once(parcels, pytester, run, installed):
    installed("parcels_v3", parcels)
    pytester.makepyfile("""
        def test_it(zoom_client, parcels_v3_stub):
            zoom_client.user.list()
            assert parcels_v3_stub.client().base_url == "http://stub.localhost"
            parcels_v3_stub.fails("*", status=503)
    """)
    result = run("--zoom-stub-mode=examples", "--parcels-v3-stub-coverage=none")

    result.assert_outcomes(passed=1)
    assert covered(result)["operations"] == 1


def test_packages_of_one_name_share_options(pytester, run, installed):
    files = {
        path.relative_to(GENERATED).as_posix().replace("zoom_v1", "zoom_v2"): path.read_bytes()
        .replace(b"zoom_v1", b"zoom_v2")
        for path in (GENERATED / "zoom_v1").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }  # fmt: skip
    installed("zoom_v2", files)
    pytester.makepyfile("""
        def test_it(zoom_client):
            assert zoom_client.user.list().users
    """)

    run("--zoom-stub-mode=examples").assert_outcomes(passed=1)
    run("--zoom-stub-mode=examples", "-p", "no:zoom_v2").assert_outcomes(passed=1)
