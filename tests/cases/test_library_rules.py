"""The library's rules: asked by themselves, by the client before it sends, by the stub after.

What is expected was worked out by hand from `good/library/spec`, never from the package.
"""

import asyncio

import pytest
import urllib3

from tests.cases.library_facts import ISBN, TOKEN
from tests.runtime.scripted import ScriptedServer


@pytest.fixture(scope="module")
def stub(lending_library):
    with lending_library.stub.StubServer() as stub:
        yield stub


@pytest.fixture
def client(lending_library, server: ScriptedServer):
    with lending_library.package.LibraryClient(token=TOKEN, base_url=server.base_url) as client:
        yield client


@pytest.fixture
def errors(lending_library):
    return lending_library.errors


ENCODABLE = {"isbn": ISBN, "title": "T"}
WITH_ANY = b'{"isbn": "%s", "title": "T", "self": {"a": [%%s]}}' % ISBN.encode()


class TestValidators:
    @pytest.mark.parametrize(
        ("operation", "arguments"),
        [
            ("book.list", {}),
            ("book.list", {"from": "2020-01-02", "to": "2020-01-02", "ids": "1,2,3"}),
            ("book.list", {"max_price": 0, "q": "ab", "page": 1, "per_page": 100}),
            ("book.create", ENCODABLE),
            ("book.create", {**ENCODABLE, "subtitle": None, "price": None, "place": None}),
            ("book.create", {**ENCODABLE, "price": 1000, "from": None, "self": None}),
            ("book.create", {**ENCODABLE, "authors": [{"name": "A"}, {"name": "B", "born": None}]}),
            ("book.create", {**ENCODABLE, "copiesPerBranch": {}, "3d": False}),
            ("book.import", {"books": [{"isbn": ISBN}, {"title": "T"}]}),
            ("shelf.label", {"label": "A", "shelf": {"label": ""}, "type": None}),
            ("member.block", {"name": "a", "until": None, "pin": "1234"}),
        ],
    )
    def test_what_keeps_the_rules_passes(self, lending_library, operation, arguments):
        assert lending_library.validators.validate(operation, arguments) == []

    @pytest.mark.parametrize(
        ("operation", "arguments", "broken"),
        [
            ("book.list", {"q": "a"}, [("q", "min_length")]),
            ("book.list", {"class": "Novel"}, [("class", "choices")]),
            ("book.list", {"language": "NO"}, [("language", "list")]),
            ("book.list", {"language": None}, [("language", "type")]),
            ("book.list", {"from": "2021-02-29"}, [("from", "date")]),
            ("book.list", {"from": "2020-01-03", "to": "2020-01-02"}, [("to", "ordered")]),
            ("book.list", {"ids": [1, 2, 3, 4]}, [("ids", "max_items")]),
            ("book.list", {"ids": []}, [("ids", "min_items")]),
            ("book.list", {"ids": "1,b"}, [("ids[1]", "type")]),
            ("book.list", {"max_price": -0.1}, [("max_price", "minimum")]),
            ("book.list", {"max_price": float("nan")}, [("max_price", "type")]),
            ("book.list", {"max_price": True}, [("max_price", "type")]),
            (
                "book.list",
                {"page": 0, "per_page": 101},
                [("page", "minimum"), ("per_page", "maximum")],
            ),
            ("book.list", {"inStock": "true"}, [("inStock", "type")]),
            ("book.list", {"in_stock": True}, [("in_stock", "unknown_argument")]),
            ("book.create", {}, [("isbn", "required"), ("title", "required")]),
            ("book.create", {**ENCODABLE, "isbn": f"{ISBN} "}, [("isbn", "pattern")]),
            ("book.create", {**ENCODABLE, "title": ""}, [("title", "min_length")]),
            ("book.create", {**ENCODABLE, "title": None}, [("title", "type")]),
            ("book.create", {**ENCODABLE, "subtitle": "x" * 201}, [("subtitle", "max_length")]),
            ("book.create", {**ENCODABLE, "price": 1000.5}, [("price", "maximum")]),
            ("book.create", {**ENCODABLE, "from": "soon"}, [("from", "date")]),
            ("book.create", {**ENCODABLE, "authors": []}, [("authors", "min_items")]),
            ("book.create", {**ENCODABLE, "authors": None}, [("authors", "type")]),
            (
                "book.create",
                {**ENCODABLE, "authors": [{"name": "A"}, {"name": ""}, {"name": "A"}]},
                [("authors[2]", "unique"), ("authors[1].name", "min_length")],
            ),
            (
                "book.create",
                {**ENCODABLE, "authors": [{"born": "1817"}]},
                [("authors[0].born", "type"), ("authors[0].name", "required")],
            ),
            (
                "book.create",
                {**ENCODABLE, "copiesPerBranch": {"a": -1, "b": "2"}},
                [("copiesPerBranch.a", "minimum"), ("copiesPerBranch.b", "type")],
            ),
            ("book.create", {**ENCODABLE, "copiesPerBranch": None}, [("copiesPerBranch", "type")]),
            (
                "book.create",
                {**ENCODABLE, "place": {"floor": 5, "shelf": {"label": "a1"}}},
                [("place.floor", "maximum"), ("place.shelf.label", "characters")],
            ),
            ("book.create", {**ENCODABLE, "place": {}}, [("place.floor", "required")]),
            (
                "book.import",
                {"books": [{}, {"isbn": ISBN}, {"isbn": ISBN}]},
                [("books[2]", "unique"), ("books[0].isbn", "one_of_required")],
            ),
            (
                "book.import",
                {"books": [{"title": "T", "languages": ["de", "fr", "de"]}], "operations": ["Add"]},
                [
                    ("books[0].languages[2]", "unique"),
                    ("books[0].languages[1]", "list"),
                    ("operations[0]", "choices"),
                ],
            ),
            (
                "shelf.label",
                {"label": "A", "shelf": {"label": "A", "inner": [{"label": "é"}, {}]}},
                [("shelf.inner[0].label", "characters"), ("shelf.inner[1].label", "required")],
            ),
            ("shelf.label", {"label": "A", "shelf": None}, [("shelf", "type")]),
            ("shelf.label", {"label": "A", "shelf": {"label": "A"}, "type": 1}, [("type", "type")]),
        ],
    )
    def test_what_breaks_one_is_named(self, lending_library, operation, arguments, broken):
        found = lending_library.validators.validate(operation, arguments)

        assert [(each.argument, each.rule) for each in found] == broken

    def test_texts_of_a_query_are_read_first(self, lending_library):
        validate_form = lending_library.validators.validate_form

        assert validate_form("book.list", {"page": "2", "inStock": "true", "ids": "1,2"}) == []
        found = validate_form("book.list", {"page": "two", "max_price": "1.5.0"})
        assert [(each.argument, each.rule) for each in found] == [
            ("max_price", "type"),
            ("page", "type"),
        ]

    def test_where_a_rule_stands_is_told(self, lending_library):
        validate = lending_library.validators.validate

        (own,) = validate("book.list", {"q": "a"})
        (inner,) = validate("book.create", {**ENCODABLE, "place": {"floor": 5}})
        assert (own.source, inner.source) == ("Searching", "The House")

    def test_what_is_sensitive_is_not_shown(self, lending_library):
        (found,) = lending_library.validators.validate("member.block", {"name": "a", "pin": "987"})

        assert (found.argument, found.rule) == ("pin", "min_length")
        assert "987" not in str(found)

    @pytest.mark.parametrize("text", ["", ".", ".."])
    def test_text_that_makes_another_path_is_refused(self, client, server, errors, text):
        with pytest.raises(errors.InvalidArguments) as caught:
            client.member.get(name=text)

        assert [each.argument for each in caught.value.violations] == ["name"]
        assert server.received == []

    def test_nothing_is_sent_if_anything_is_wrong(self, client, server, errors):
        with pytest.raises(errors.InvalidArguments) as caught:
            client.book.create(isbn="978", title="", from_="soon", place={"floor": 9})

        found = [(each.argument, each.rule) for each in caught.value.violations]
        assert found == [
            ("isbn", "pattern"),
            ("title", "min_length"),
            ("from_", "date"),
            ("place.floor", "maximum"),
        ]
        with pytest.raises(errors.InvalidArguments, match="not be before `from_`"):
            client.book.list(from_="2020-01-03", to="2020-01-02")
        assert server.received == []

    @pytest.mark.parametrize("awaits", [False, True])
    @pytest.mark.parametrize(
        ("value", "path"),
        [(float("nan"), ""), ({"fields": {"x": float("inf")}}, ".fields.x"), ([1, {2}], "[1]")],
    )
    def test_what_is_no_json_is_not_sent(self, lending_library, server, awaits, value, path):
        package = lending_library.package

        def create():
            with package.LibraryClient(token=TOKEN, base_url=server.base_url) as client:
                client.book.create(**ENCODABLE, self_=value)

        async def create_later():
            async with package.AsyncLibraryClient(token=TOKEN, base_url=server.base_url) as client:
                await client.book.create(**ENCODABLE, self_=value)

        with pytest.raises(lending_library.errors.InvalidArguments) as caught:
            asyncio.run(create_later()) if awaits else create()

        found = [(each.argument, each.rule) for each in caught.value.violations]
        assert found == [(f"self_{path}", "type")]
        assert server.received == []


class TestTheStubItself:
    @pytest.fixture
    def ask(self, stub):
        pool = urllib3.PoolManager(retries=False)

        def ask(method, path, body=None, *, token=TOKEN, **headers):
            if token:
                headers["authorization"] = f"Bearer {token}"
            return pool.request(method, stub.base_url + path, body=body, headers=headers)

        yield ask
        pool.clear()

    @pytest.mark.parametrize(
        ("method", "path", "body", "status", "code"),
        [
            ("GET", "/books/seven", None, 422, "invalid"),
            ("GET", "/books?per_page=0", None, 422, "invalid"),
            ("POST", "/books", b'{"isbn": 1, "title": "T"}', 422, "invalid"),
            ("POST", "/books", b"not JSON", 400, "malformed"),
            ("POST", "/books", WITH_ANY % b"9223372036854775808", 422, "invalid"),
            ("POST", "/books", b"[]", 400, "malformed"),
            ("GET", "/boks", None, 404, "not_found"),
            ("POST", "/books/7", None, 405, "wrong_method"),
            ("GET", "/members/%FF", None, 400, "malformed"),
        ],
    )
    def test_it_refuses_in_the_envelope_of_the_api(self, ask, method, path, body, status, code):
        answer = ask(method, path, body)

        assert answer.status == status
        assert answer.json().keys() == {"code", "detail"}
        assert answer.json()["code"] == code

    def test_it_takes_any_json(self, ask):
        body = WITH_ANY % b'9223372036854775807, -0.5, 1e3, null, "", [], {"": {}}'

        assert ask("POST", "/books", body).status == 200
        assert b"self.a[0]" in ask("POST", "/books", WITH_ANY % b"9223372036854775808").data

    def test_text_in_json_is_told_nothing_of_forms(self, ask):
        body = b'{"isbn": "%s", "title": "T", "authors": "a"}' % ISBN.encode()
        detail = ask("POST", "/books", body).json()["detail"]

        assert "authors: 'a' is not a list" in detail
        assert "written" not in detail

    def test_it_wants_a_token(self, ask):
        answer = ask("GET", "/books/7", token=None)

        assert (answer.status, answer.json()["code"]) == (401, "unauthorized")
        assert answer.headers["www-authenticate"] == "Bearer"

    def test_it_can_want_a_certain_one(self, lending_library, errors):
        with (
            lending_library.stub.StubServer(credentials={"token": "right"}) as stub,
            lending_library.package.LibraryClient(token="wrong", base_url=stub.base_url) as client,
            pytest.raises(errors.Unauthorized),
        ):
            client.shelf.tree()

    def test_each_method_of_a_path_is_an_operation(self, ask):
        found = ask("GET", "/books/7").json()
        assert found["title"] == "Walden"
        assert ask("PATCH", "/books/7", b'{"subtitle": null}').json()["price"] is None
        assert (ask("DELETE", "/books/7").status, ask("DELETE", "/books/7").data) == (204, b"")
        assert ask("POST", "/books/7").headers["allow"].startswith("GET, PUT, PATCH, DELETE")

    def test_a_fixed_path_goes_before_one_with_arguments(self, ask):
        assert ask("GET", "/books/prices").json() == {ISBN: 12.5, "9780000000026": None}

    def test_a_slash_in_an_argument_is_part_of_it(self, ask):
        assert ask("GET", "/books/7/copies/a%2Fb").json()[0]["book"] == 7
        assert ask("GET", "/books/7/copies/a/b").status == 404

    def test_it_has_a_page_and_a_document(self, ask, made):
        page = ask("GET", "/", token=None)
        assert page.headers["content-type"].startswith("text/html")
        told = ask("GET", "/_stub/operations", token=None).json()
        assert told["title"] == "Lending Library API"
        document = ask("GET", "/openapi.json", token=None).data
        own = made["library"] / "lending_library" / "stub" / "openapi.json"
        assert document == own.read_bytes()
