"""Two spellings of one fact, compiled."""

import shutil

import pytest

from apiscribe import compile_spec
from tests.cases.casebook import CASES

GALLERY = CASES / "good" / "gallery" / "spec"
LIMITS = """section: Limits
told_by: {told}
groups:
  all: {{default: true}}
"""


@pytest.fixture
def spec(tmp_path):
    return shutil.copytree(GALLERY, tmp_path / "gallery")


@pytest.mark.parametrize("key", ["wait", "reset"])
def test_a_header_alone_tells_seconds(spec, key):
    more = "" if key == "wait" else "remaining: X-Left, "
    found = []
    for told in ("Backoff", "{header: Backoff}"):
        text = LIMITS.format(told=f"{{{more}{key}: {told}}}")
        (spec / "rate_limits.yaml").write_text(text)
        found.append(compile_spec(str(spec)).api.told_limits)

    assert found[0] == found[1]
    assert getattr(found[0], key).header == "backoff"


def test_one_of_several_objects_hands_an_address_out(spec):
    types = spec / "types" / "pictures.yaml"
    text = types.read_text().replace("to: {type: Destination,", "to: {type: way,")
    way = "  way: {type: union, members: [Destination, CopySum], doc: Where.}\n"
    text = text.replace("values:\n", f"values:\n{way}", 1)
    text += "  CopySum:\n    doc: A sum.\n    fields:\n      sum: {type: integer, doc: It.}\n"
    types.write_text(text)

    operations = {each.id: each for each in compile_spec(str(spec)).api.operations}
    url = operations["picture.send"].url
    assert url is not None
    assert url.handed_out_by == {"picture.begin": ("to", "address")}
