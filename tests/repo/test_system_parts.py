"""A missing part is named with its remedy: in a skip or, where each is required, a failure."""

import pytest

from tests.system_parts import need


@pytest.fixture
def nowhere(tmp_path):
    return str(tmp_path)


def test_a_missing_part_is_skipped_by_name_and_with_the_remedy(nowhere, monkeypatch):
    monkeypatch.delenv("REQUIRE_SYSTEM_PARTS", raising=False)

    with pytest.raises(pytest.skip.Exception, match=r"^needs redis-server: make system$"):
        need("redis-server", search_path=nowhere)


def test_a_missing_required_part_is_a_failure(nowhere, monkeypatch):
    monkeypatch.setenv("REQUIRE_SYSTEM_PARTS", "1")

    with pytest.raises(pytest.fail.Exception, match=r"^needs chromium: make system$"):
        need("chromium", search_path=nowhere)


def test_a_part_is_found_under_any_of_its_names(tmp_path):
    program = tmp_path / "google-chrome"
    program.touch(mode=0o755)

    assert need("chromium", search_path=str(tmp_path)) == program


@pytest.mark.needs("node")
def test_node_is_on_this_machine(needs):
    assert needs("node").exists()
