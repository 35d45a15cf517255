"""The library's package, run: JSON bodies, query strings, paths, methods, a bearer token.

What is expected was worked out by hand from `good/library/spec`, never from the package.
"""

import json
import logging
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from msgspec import UNSET

from tests.cases.library_facts import BOOK, ISBN, TOKEN, page_of
from tests.runtime.scripted import answers

NOTHING = answers("", 204)


@pytest.fixture
def client(lending_library, server):
    server.will(answers(json.dumps(BOOK)))
    with lending_library.package.LibraryClient(token=TOKEN, base_url=server.base_url) as client:
        yield client


@pytest.fixture
def at_stub(lending_library):
    with (
        lending_library.stub.StubServer() as stub,
        lending_library.package.LibraryClient(token=TOKEN, base_url=stub.base_url) as client,
    ):
        yield client


@pytest.fixture
def models(lending_library):
    return lending_library.models


def sent(server):
    """The one request that came, as method, target and body."""
    (request,) = server.received
    return request.method, request.target, request.body.decode()


class TestEveryOperationAgainstTheStub:
    def test_get(self, at_stub, models):
        book = at_stub.book.get(id=7)

        assert (book.id, book.isbn, book.title, book.subtitle) == (7, ISBN, "Walden", None)
        assert (book.class_, book.price, book.extra_) == ("essay", 12.5, "Smells of wood.")
        assert (book.date, book.bought) == (date(1854, 8, 9), date(2020, 2, 29))
        assert book.changed_at == datetime(2021, 1, 2, 3, 4, 5, tzinfo=UTC)
        assert [(each.name, each.born) for each in book.authors] == [
            ("Henry Thoreau", 1817),
            ("Anonymous", None),
        ]
        assert book.copies_per_branch == {"Main Street": 2, "Harbour": 0}
        assert book._links == {"self": "/books/7", "next": None}
        assert book.self_ == ["whatever", 1]
        assert isinstance(book.place, models.Place)
        assert (book.place.floor, book.place.shelf.label) == (-1, "A1")
        (inner,) = book.place.shelf.inner
        assert (inner.label, inner.parent, inner.inner) == ("A11", None, UNSET)
        assert book.extra == {}

    def test_list(self, at_stub):
        page = at_stub.book.list(q="wal", in_stock=True)

        assert (page.page, page.pages, page.per_page, page.books_in_all) == (1, 1, 20, 1)
        assert [(each.id, each.price, each.date) for each in page.items] == [(7, 12, UNSET)]

    def test_create_replace_and_change(self, at_stub):
        assert at_stub.book.create(isbn=ISBN, title="Walden").id == 7
        assert at_stub.book.replace(id=7, title="Walden", class_="essay").id == 7
        changed = at_stub.book.change(id=7, price=None, place=None)
        assert (changed.price, changed.place, changed.copies_per_branch) == (None, None, UNSET)

    def test_what_answers_nothing(self, at_stub):
        assert at_stub.book.delete(id=7, reason="Lost.") is None
        assert at_stub.shelf.label(label="A1", shelf={"label": "A1"}, type=None) is None
        assert at_stub.member.block(name="ada", until=None) is None
        raw = at_stub.with_raw_response.book.delete(id=7)
        assert (raw.status, raw.body, raw.parsed()) == (204, b"", None)

    def test_import(self, at_stub):
        found = at_stub.book.import_(books=[{"title": "T"}], operations=["add"], dry_run=True)

        assert (found.taken, found.refused) == (1, {ISBN: ["is there already"]})

    def test_copy_with_two_arguments_in_its_path(self, at_stub):
        (loan,) = at_stub.book.copy(id=7, copy="a/b c")

        assert (loan.book, loan.copy, loan.due) == (7, "a/b c", date(2021, 2, 3))

    def test_answers_that_are_lists_and_maps(self, at_stub):
        assert at_stub.book.prices() == {ISBN: 12.5, "9780000000026": None}
        first, second = at_stub.shelf.tree()
        assert (first.label, first.inner[0].label, second.inner) == ("A1", "A11", UNSET)

    def test_members(self, at_stub):
        member = at_stub.member.get(name="ada")
        assert (member.name, member.email, member.blocked) == ("ada", "ada@example.com", False)
        feed = at_stub.member.loans(name="ada", limit=50)
        assert (feed.cursor, [loan.book for loan in feed.loans]) == (None, [7])

    def test_walks(self, at_stub):
        assert [book.id for book in at_stub.book.iter_list()] == [7]
        assert [loan.copy for loan in at_stub.member.iter_loans(name="ada")] == ["1"]


class TestWhatIsSent:
    def test_a_query_string(self, client, server):
        server.will(answers("{}"), page_of(1, 1))
        client.book.prices()
        client.book.list(
            q="two words",
            class_="verse",
            language="no",
            from_=date(2020, 1, 2),
            to=datetime(2020, 1, 3, 1, tzinfo=timezone(timedelta(hours=2))),
            in_stock=False,
            ids=[1, 2],
            max_price=1.5,
        )

        plain, full = server.received
        assert (plain.method, plain.target, plain.body) == ("GET", "/books/prices", b"")
        assert full.target == (
            "/books?q=two+words&class=verse&language=no&from=2020-01-02&to=2020-01-02"
            "&inStock=false&ids=1%2C2&max_price=1.5"
        )
        assert "content-type" not in full.headers

    def test_a_json_body_with_everything_in_it(self, client, server, models):
        client.book.create(
            isbn=ISBN,
            title='"Ü"',
            subtitle=None,
            class_="novel",
            from_=date(2020, 1, 2),
            authors=[models.Author(name="A"), {"name": "B", "born": None}],
            price=1.5,
            copies_per_branch={"x y": 1},
            place={"floor": -1, "shelf": {"label": "A1", "inner": [{"label": "A2"}]}},
            _3d=True,
            notify=False,
            self_=[1, {"a": None}],
        )

        assert sent(server) == (
            "POST",
            "/books?notify=false",
            '{"isbn":"9780000000019","title":"\\"Ü\\"","subtitle":null,"class":"novel"'
            ',"from":"2020-01-02","authors":[{"name":"A"},{"name":"B","born":null}],"price":1.5'
            ',"copiesPerBranch":{"x y":1}'
            ',"place":{"floor":-1,"shelf":{"label":"A1","inner":[{"label":"A2"}]}}'
            ',"3d":true,"self":[1,{"a":null}]}',
        )
        assert server.received[0].headers["content-type"] == "application/json"

    def test_null_is_not_the_same_as_nothing(self, client, server):
        client.book.change(id=7)
        client.book.change(id=7, subtitle=None, price=None, place=None, from_=None)

        nothing, nulls = server.received
        assert (nothing.method, nothing.target, nothing.body) == ("PATCH", "/books/7", b"{}")
        assert nulls.body == b'{"subtitle":null,"from":null,"price":null,"place":null}'

    def test_put(self, client, server):
        client.book.replace(id=-7, title="T", class_="verse")

        assert sent(server) == ("PUT", "/books/-7", '{"title":"T","class":"verse"}')

    def test_delete_with_a_body_and_without(self, client, server):
        server.will(NOTHING)
        client.book.delete(id=7)
        client.book.delete(id=7, reason="Lost.")

        without, with_one = server.received
        assert (without.method, without.target, without.body) == ("DELETE", "/books/7", b"")
        assert with_one.body == b'{"reason":"Lost."}'

    def test_typed_objects_and_dicts_are_the_same_on_the_wire(self, client, server, models):
        server.will(answers('{"taken": 0, "refused": {}}'))
        client.book.import_(
            books=[models.NewBook(isbn=ISBN, languages=["de"]), {"isbn": "9780000000026"}],
            dry_run=True,
            operations=["add", "merge"],
        )

        assert sent(server) == (
            "POST",
            "/books/import",
            '{"books":[{"isbn":"9780000000019","languages":["de"]},{"isbn":"9780000000026"}]'
            ',"dryRun":true,"operations":["add","merge"]}',
        )

    def test_objects_that_hold_objects_of_their_kind(self, client, server, models):
        server.will(NOTHING)
        built = datetime(2021, 1, 2, tzinfo=timezone(timedelta(hours=1)))
        tree = models.Shelf(label="A", inner=[models.Shelf(label="B", built=built, parent=None)])
        client.shelf.label(label="A", shelf=tree, type="wood")

        assert sent(server) == (
            "PUT",
            "/shelves/A",
            '{"shelf":{"label":"A","inner":[{"label":"B","built":"2021-01-01T23:00:00Z"'
            ',"parent":null}]},"type":"wood"}',
        )

    def test_a_moment_goes_out_in_utc(self, client, server):
        server.will(NOTHING)
        moment = datetime(2021, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-5)))
        client.member.block(name="ada", until=moment)

        assert sent(server)[2] == '{"until":"2021-01-02T08:04:05Z"}'

    @pytest.mark.parametrize(
        ("text", "target"),
        [
            ("a/b c", "/books/7/copies/a%2Fb%20c"),
            ("ü?&#%", "/books/7/copies/%C3%BC%3F%26%23%25"),
            ("{id}", "/books/7/copies/%7Bid%7D"),
            ("...", "/books/7/copies/..."),
            ("~a_b-c", "/books/7/copies/~a_b-c"),
        ],
    )
    def test_text_in_a_path_is_quoted(self, client, server, text, target):
        server.will(answers("[]"))
        client.book.copy(id=7, copy=text)

        assert sent(server)[1] == target

    def test_the_path_goes_behind_that_of_the_base_url(self, lending_library, server):
        server.will(answers(json.dumps(BOOK)))
        base = f"{server.base_url}/api/v2/"
        with lending_library.package.LibraryClient(token=TOKEN, base_url=base) as client:
            client.book.get(id=7)

        assert sent(server)[:2] == ("GET", "/api/v2/books/7")


class TestTheToken:
    def test_it_goes_into_a_header_and_nowhere_else(self, client, server):
        server.will(page_of(1, 1))
        client.book.list(q="walden")

        (request,) = server.received
        assert request.headers["authorization"] == f"Bearer {TOKEN}"
        assert TOKEN not in request.target
        assert request.body == b""

    def test_nothing_shows_it(self, lending_library, client, server, caplog):
        caplog.set_level(logging.DEBUG)
        server.will(answers(json.dumps({"code": "odd", "detail": f"bad token {TOKEN}"}), 401))
        with pytest.raises(lending_library.errors.APIError) as caught:
            client.book.get(id=7)
        raw = client.with_raw_response.book.get(id=7)

        shown = [repr(client), str(caught.value), repr(caught.value), repr(raw), caplog.text]
        assert caplog.records
        assert [text for text in shown if TOKEN in text] == []
        assert caught.value.message == "bad token ***"

    def test_without_one_the_variable_is_named(self, lending_library, monkeypatch):
        monkeypatch.delenv("LIBRARY_TOKEN", raising=False)
        with pytest.raises(lending_library.errors.ConfigurationError) as caught:
            lending_library.package.LibraryClient()

        assert "token=" in str(caught.value)
        assert "LIBRARY_TOKEN" in str(caught.value)

    def test_the_environment_does_as_well(self, lending_library, server, monkeypatch):
        server.will(answers("[]"))
        monkeypatch.setenv("LIBRARY_TOKEN", "from-outside")
        monkeypatch.setenv("LIBRARY_BASE_URL", server.base_url)
        with lending_library.package.LibraryClient() as client:
            client.shelf.tree()

        assert server.received[0].headers["authorization"] == "Bearer from-outside"
