"""The library's package, run: failures by code and status, raw answers, pages.

What is expected was worked out by hand from `good/library/spec`, never from the package.
"""

import json

import pytest

from tests.cases.library_facts import BOOK, TOKEN, loans_of, page_of
from tests.runtime.scripted import answers


@pytest.fixture
def client(lending_library, server):
    server.will(answers(json.dumps(BOOK)))
    with lending_library.package.LibraryClient(token=TOKEN, base_url=server.base_url) as client:
        yield client


@pytest.fixture
def errors(lending_library):
    return lending_library.errors


class TestFailures:
    @pytest.mark.parametrize(
        ("status", "code", "name"),
        [
            (401, "unauthorized", "Unauthorized"),
            (422, "invalid", "Invalid"),
            (400, "malformed", "Malformed"),
            (413, "too_large", "TooLarge"),
            (404, "not_found", "NotFound"),
            (405, "wrong_method", "WrongMethod"),
            (409, "on_loan", "OnLoan"),
            (429, "slow_down", "SlowDown"),
            (418, "on_loan", "OnLoan"),
            (400, "of_yesterday", "APIError"),
            (429, "of_yesterday", "RateLimited"),
        ],
    )
    def test_the_code_says_which_exception(self, client, server, errors, status, code, name):
        server.will(answers(json.dumps({"code": code, "detail": "It is so."}), status))
        with pytest.raises(errors.APIError) as caught:
            client.book.get(id=7)

        error = caught.value
        assert type(error) is getattr(errors, name)
        assert isinstance(error, errors.LibraryError)
        assert (error.code, error.status, error.message) == (code, status, "It is so.")
        assert (error.operation, error.section) == ("book.get", "Searching")
        assert isinstance(error, errors.RateLimited) == (status == 429)

    def test_a_failure_may_lack_a_code(self, client, server, errors):
        server.will(answers('{"detail": "It is so."}', 400))
        with pytest.raises(errors.APIError) as caught:
            client.book.get(id=7)

        assert (caught.value.code, caught.value.message) == (None, "It is so.")

    def test_a_hint_is_shown(self, errors):
        assert errors.Invalid.hint == "The detail names the argument."
        assert "The detail names the argument." in str(errors.Invalid("no"))

    @pytest.mark.parametrize(
        ("status", "body"),
        [(500, "<h1>Oops</h1>"), (404, ""), (302, "{}"), (400, "[]"), (200, "not JSON")],
    )
    def test_an_answer_without_the_envelope_is_no_error_of_the_api(
        self, client, server, errors, status, body
    ):
        server.will(answers(body, status))
        with pytest.raises(errors.ResponseError) as caught:
            client.book.get(id=7)

        assert (caught.value.status, caught.value.body) == (status, body.encode())

    def test_a_success_may_have_a_code_of_its_own(self, client, server):
        server.will(answers(json.dumps({**BOOK, "code": "not_found", "detail": "x"})))

        assert client.book.get(id=7).extra == {"code": "not_found", "detail": "x"}

    def test_a_raw_answer_raises_nothing_until_it_is_parsed(self, client, server, errors):
        body = '{"code": "on_loan", "detail": "Somebody has it."}'
        server.will(answers(body, 409, more="X-Shelf: A1\r\n"))
        raw = client.with_raw_response.book.delete(id=7)

        assert (raw.status, raw.headers["x-shelf"], raw.body) == (409, "A1", body.encode())
        with pytest.raises(errors.OnLoan):
            raw.parsed()


class TestPages:
    def test_by_number_with_an_empty_page_between(self, client, server):
        server.will(page_of(1, 3, 1, 2), page_of(2, 3), page_of(3, 3, 3))

        assert [book.id for book in client.book.iter_list(q="xy", per_page=2)] == [1, 2, 3]
        assert [each.target for each in server.received] == [
            "/books?q=xy&per_page=2&page=1",
            "/books?q=xy&per_page=2&page=2",
            "/books?q=xy&per_page=2&page=3",
        ]

    def test_by_number_from_a_later_page_and_again(self, client, server):
        walk = client.book.iter_list(page=2)
        server.will(page_of(2, 3, 2), page_of(3, 3, 3), page_of(2, 3, 2), page_of(3, 3, 3))

        assert [[book.id for book in walk], [book.id for book in walk]] == [[2, 3], [2, 3]]
        assert [each.target for each in server.received] == ["/books?page=2", "/books?page=3"] * 2

    def test_another_page_than_was_asked_for_ends_the_walk(self, client, server, errors):
        server.will(page_of(1, 3, 1), page_of(1, 3, 1))
        with pytest.raises(errors.PagingError):
            list(client.book.iter_list())

    def test_by_token_with_an_empty_page_between(self, client, server):
        rest = answers('{"cursor": "c/3"}')  # loans are optional: a page may have none at all
        server.will(loans_of("b", 1, 2), rest, loans_of(None, 3))

        assert [loan.book for loan in client.member.iter_loans(name="a b", limit=2)] == [1, 2, 3]
        assert [each.target for each in server.received] == [
            "/members/a%20b/loans?limit=2",
            "/members/a%20b/loans?limit=2&cursor=b",
            "/members/a%20b/loans?limit=2&cursor=c%2F3",
        ]

    def test_by_token_from_where_it_was_left(self, client, server):
        server.will(loans_of("", 3))

        pages = list(client.member.iter_loans(name="a", cursor="x").pages())
        assert [[loan.book for loan in page.loans] for page in pages] == [[3]]
        assert server.received[0].target == "/members/a/loans?cursor=x"

    def test_a_token_that_comes_back_ends_the_walk(self, client, server, errors):
        server.will(loans_of("x", 1), loans_of("y", 2), loans_of("x", 1))
        with pytest.raises(errors.PagingError):
            list(client.member.iter_loans(name="a"))
        assert len(server.received) == 3
