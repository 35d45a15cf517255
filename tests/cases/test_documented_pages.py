"""Documented pages of the two short forms of paging, and the page behind them if there is one."""

import json
import shutil

import pytest
import yaml

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


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (("r1", "r2"), ["r1", ""]),
        (("r1", None), ["r1", None]),
        ((True, True), [True, False]),
        (("yes", "no"), ["yes", "no"]),
    ],
)
def test_a_flag_stays_what_it_is(flags, told, compiled, tmp_path):
    spec = tmp_path / "relay"
    shutil.copytree(CASES / "good" / "relay" / "spec", spec)
    for kind, flag in zip(("response", "next"), flags, strict=True):
        path = spec / "examples" / "item" / f"thing.{kind}.json"
        shown = json.loads(path.read_text())
        shown["data"]["after"] = flag
        path.write_text(json.dumps(shown))
    paging = yaml.safe_load((spec / "api.yaml").read_text())["paging"]
    paging["thing"]["more"] = "data.after"
    _, stub, *_ = compiled(spec, paging=paging)
    with stub.StubServer(mode="examples").client() as client:
        first = client.with_raw_response.item.thing()
        name = json.loads(first.body)["data"]["children"][0]["data"]["name"]
        second = client.with_raw_response.item.thing(after=name)
        assert [json.loads(each.body)["data"]["after"] for each in (first, second)] == told
        assert len([*client.item.iter_thing()]) == 2
