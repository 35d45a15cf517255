"""What the last page of an emulated list has where another page would be told."""

import json
import shutil
from urllib.request import urlopen

import pytest

from tests.cases.casebook import CASES

CONTACTS = "/contacts?limit=9"
SAID = {
    "may lack": "{type: Next, optional: true",
    "may be null as well": "{type: Next, optional: true, nullable: true",
}


@pytest.mark.parametrize("next_page", SAID.values(), ids=SAID)
def test_a_holder_that_may_lack_is_left_out(compiled, tmp_path, next_page):
    spec = tmp_path / "relay"
    shutil.copytree(CASES / "good" / "relay" / "spec", spec)
    types = spec / "types" / "items.yaml"
    text = types.read_text().replace("{type: Paging, optional: true", "{type: Paging")
    types.write_text(text.replace("{type: Next, optional: true", next_page))
    last = spec / "examples" / "item" / "contact.next.json"
    last.write_text(json.dumps({**json.loads(last.read_text()), "paging": {}}))
    package, stub, *_ = compiled(spec)

    with stub.StubServer() as server:
        with urlopen(server.base_url + CONTACTS) as response:
            assert json.load(response) == {"results": [], "paging": {}}
        with package.Relay(base_url=server.base_url, strict_responses=True) as client:
            assert [*client.item.iter_contact()] == []
