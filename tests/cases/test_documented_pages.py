"""Documented pages of the two short forms of paging, and the page behind them if there is one."""

import json
import shutil

import pytest

from tests.cases.casebook import CASES

LIBRARY = CASES / "good" / "library" / "spec"


@pytest.fixture
def stub_of(compiled, tmp_path):
    """Compiles the library with other examples, and has a client of its stub."""

    def make(**examples):
        spec = tmp_path / "library"
        shutil.copytree(LIBRARY, spec)
        for name, value in examples.items():
            path = spec / "examples" / f"{name.replace('__', '.').replace('_', '/', 1)}.json"
            path.write_text(json.dumps(value))
        _, stub, *_, openapi = compiled(spec)
        return stub.StubServer(mode="examples"), openapi

    return make


def books(number, pages):
    page = json.loads((LIBRARY / "examples/book/list.response.json").read_text())
    book = {**page["items"][0], "id": number}
    return {**page, "page": number, "pages": pages, "items": [book]}


def loans(book, cursor):
    return {"cursor": cursor, "loans": [{"book": book, "copy": "1", "due": "2021-02-03"}]}


def test_numbered_pages(stub_of):
    first, second = books(1, 2), books(2, 2)
    stub, openapi = stub_of(book_list__response=first, book_list__next=second)
    with stub.client() as client:
        assert [book.id for book in client.book.iter_list()] == [1, 2]
        assert client.book.list(page=2).page == 2
    content = openapi["paths"]["/books"]["get"]["responses"]["200"]["content"]
    assert content["application/json"]["examples"] == {
        "first": {"value": first},
        "next": {"value": second},
    }


def test_a_documented_page_is_each_that_its_count_promises(stub_of):
    stub, _ = stub_of(book_list__response=books(1, 5))
    with stub.client() as client:
        pages = list(client.book.iter_list().pages())
    assert [(page.page, [book.id for book in page.items]) for page in pages] == [
        (number, [1]) for number in range(1, 6)
    ]


def test_a_token_leads_to_the_page_behind(stub_of):
    stub, _ = stub_of(member_loans__response=loans(1, "t1"), member_loans__next=loans(2, None))
    with stub.client() as client:
        assert [loan.book for loan in client.member.iter_loans(name="ada")] == [1, 2]
        assert client.member.loans(name="ada", cursor="another").cursor == "t1"


def test_a_token_without_a_page_behind_leads_to_an_empty_one(stub_of):
    stub, _ = stub_of(member_loans__response=loans(1, "t1"))
    with stub.client() as client:
        assert [loan.book for loan in client.member.iter_loans(name="ada")] == [1]
