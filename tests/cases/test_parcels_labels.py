"""The parcels' package, run: a file in whose place a failure may come, with the same status."""

import asyncio
import io
import json

import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

CREDENTIALS = {"account": "ac-1234567", "site": "site/é", "passphrase": "open sesame!"}
NUMBER = "FR000000001"
OPENAPI = json.loads((CASES / "good/parcels/output/openapi.json").read_text())
LABEL = b"%PDF-1.7" + bytes(range(256)) * 1000
FAULT = json.dumps({"fault": {"number": -1, "reason": {"text": "Who are you?"}}})


@pytest.fixture(params=["blocking", "async"])
def save(request, parcels_v3, server):
    """Saves a label by a client of either kind."""
    package, options = parcels_v3.package, {**CREDENTIALS, "base_url": f"{server.base_url}/rest/v3"}

    def blocking(to, **more):
        with package.Parcels(**options) as client:
            return client.shipment.save_label(tracking=NUMBER, to=to, **more)

    async def awaited(to, more):
        async with package.AsyncParcels(**options) as client:
            return await client.shipment.save_label(tracking=NUMBER, to=to, **more)

    if request.param == "blocking":
        return blocking
    return lambda to, **more: asyncio.run(awaited(to, more))


@pytest.mark.parametrize("content", [LABEL, b"%PDF", b""])
def test_a_file_of_any_size_is_saved(save, server, tmp_path, content):
    server.will(answers(content, kind="application/pdf"))
    saved = save(tmp_path / "label.pdf")

    assert (tmp_path / "label.pdf").read_bytes() == content
    assert saved.size == len(content)


@pytest.mark.parametrize("content", [LABEL, b"%PDF"])
def test_no_more_is_saved_than_may_be(save, server, tmp_path, parcels_v3, content):
    server.will(answers(content, kind="application/pdf"))
    with pytest.raises(parcels_v3.errors.ResponseError, match="larger than 3 bytes"):
        save(tmp_path / "label.pdf", max_bytes=3)

    assert list(tmp_path.iterdir()) == []


def test_what_has_come_is_told_also_of_a_small_file(save, server, tmp_path):
    told = []
    server.will(answers(b"%PDF", kind="application/pdf"))
    save(tmp_path / "label.pdf", progress=lambda *counted: told.append(counted))

    assert told[-1] == (4, 4)


def test_a_failure_is_not_saved_as_a_file(save, server, tmp_path, parcels_v3):
    server.will(answers(FAULT))
    with pytest.raises(parcels_v3.errors.NoAccount, match=r"Who are you\?"):
        save(tmp_path / "label.pdf")

    assert list(tmp_path.iterdir()) == []


def test_a_failure_is_not_written_into_an_open_file(save, server, parcels_v3):
    to = io.BytesIO()
    server.will(answers(FAULT))
    with pytest.raises(parcels_v3.errors.NoAccount):
        save(to)

    assert to.getvalue() == b""


def test_the_description_has_the_failure_beside_the_file():
    found = OPENAPI["paths"]["/shipments/{tracking}/label"]["get"]["responses"]["200"]

    assert set(found["content"]) == {"application/json", "application/pdf"}
    assert found["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/_Failure"
    }
    assert "NoAccount" in found["description"]
