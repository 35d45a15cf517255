"""The page for people: complete, safe, and right about how to call the stub."""

import json
import shlex
from collections import Counter
from html.parser import HTMLParser
from typing import Any

import pytest
from msgspec.structs import replace

from apiscribe.runtime.stub.html_page import Page
from apiscribe.runtime.stub.openapi_reader import OpenApiDocument
from tests.runtime.stub.library import API, OPERATIONS, LibraryStub

HOSTILE = "</script><script>alert('1')</script>\"'&{{x}}\u2028"


class Read(HTMLParser):
    """The page as a browser takes it: what its tags are, and what stands where."""

    VOID = ("meta", "tr", "th", "td")

    def __init__(self, html):
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.open: list[str] = []
        self.ids: list[str | None] = []
        self.links: list[str | None] = []
        self.text: list[str] = []
        self.blocks: dict[str, list[str]] = {"pre": [], "h2": [], "title": []}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags[tag] += 1
        self.ids += [value for name, value in attributes if name == "id"]
        self.links += [value for name, value in attributes if name in ("href", "src")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)
        if self.open and self.open[-1] in self.blocks:
            self.blocks[self.open[-1]].append(data)


def page_of(api, host=b"localhost:1"):
    return Read(Page(api).seen_at({b"host": host}).content.decode())


@pytest.fixture(scope="module")
def page():
    return page_of(API)


def test_every_operation_has_its_place(page):
    assert {each.id for each in OPERATIONS} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert page.blocks["h2"] == ["book", "shelf"]
    assert page.tags["details"] == len(OPERATIONS)
    assert page.open == []


def test_it_says_what_there_is_to_know_of_an_operation(page):
    text = " ".join(" ".join(page.text).split())

    for words in (
        "POST /v1/book/add Does book.add. create",
        "book.add, from the section “Book Add”. Also at /v1/book/new .",
        "Limit: 1 in 1 s (per_second).",
        "pin sensitive",
        "The title.",
        "Send key and secret with every request",
    ):
        assert words in text


def test_operations_of_a_resource_stand_together():
    book, *others = OPERATIONS

    page = page_of(replace(API, operations=(book, *reversed(others))))

    assert page.blocks["h2"] == ["book", "shelf"]
    assert len(page.ids) == len(set(page.ids))


def test_it_needs_nothing_but_itself(page):
    assert page.tags["script"] == page.tags["link"] == page.tags["img"] == 0
    assert all(link.startswith("#") or link == "/openapi.json" for link in page.links)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_text_of_the_api_is_only_text():
    openapi = json.loads(API.openapi)
    openapi["info"] = {"title": HOSTILE, "version": HOSTILE, "summary": HOSTILE}
    operation = openapi["paths"]["/v1/book/add"]["post"]
    operation["summary"] = HOSTILE
    operation["requestBody"]["content"]["any/kind"]["schema"] = {
        "required": [HOSTILE],
        "properties": {HOSTILE: {"type": HOSTILE, "description": HOSTILE, "enum": [HOSTILE]}},
    }
    book, *others = OPERATIONS
    hostile = replace(
        book, section=HOSTILE, path=f"/{HOSTILE}", arguments={HOSTILE: book.arguments["title"]}
    )
    api = replace(
        API,
        title=HOSTILE,
        credentials=(HOSTILE,),
        operations=(hostile, *others, replace(book, id=f"{HOSTILE}.{HOSTILE}")),
        openapi=json.dumps(openapi).encode(),
    )

    page = page_of(api)

    assert page.tags["script"] == 0
    assert page.open == []
    assert "".join(page.text).count(HOSTILE) > 10


@pytest.mark.parametrize(
    "openapi",
    [b"{}", b"[]", b"null", b'{"paths": []}', b'{"paths": {"/": null}, "info": 1, "tags": 3}'],
)
def test_a_document_of_another_shape_leaves_the_page_bare(openapi):
    assert page_of(replace(API, openapi=openapi)).tags["details"] == len(OPERATIONS)


def test_references_are_followed():
    document = OpenApiDocument(
        json.dumps(
            {
                "paths": {
                    "/": {
                        "get": {
                            "operationId": "a",
                            "parameters": [{"$ref": "#/components/parameters/x~1y"}],
                        }
                    }
                },
                "components": {
                    "parameters": {
                        "x/y": {
                            "name": "x",
                            "required": True,
                            "schema": {"$ref": "#/components/schemas/X"},
                        }
                    },
                    "schemas": {"X": {"type": "integer", "minimum": 3, "default": 4}},
                },
            }
        ).encode()
    )

    argument = document.operation("a").arguments["x"]

    assert (argument.kind, argument.required, argument.sample) == ("integer", True, 4)
    assert list(argument.rules()) == ["at least 3", "default 4"]


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        (b"stub.example:80", "http://stub.example:80/"),
        (b"[::1]:80", "http://[::1]:80/"),
        (b"<script>", "http://stub.invalid/"),
        (b"a b;rm -rf", "http://stub.invalid/"),
        (b"\xff", "http://stub.invalid/"),
        (b"", "http://stub.invalid/"),
    ],
)
def test_addresses_are_those_under_which_the_page_was_asked_for(host, shown):
    page = page_of(API, host)

    assert page.tags["script"] == 0
    assert all(f" {shown}" in command for command in page.blocks["pre"])


def sent_by(command):
    """What curl sends, as far as the page uses it."""
    words = iter(shlex.split(command))
    assert next(words) == "curl"
    sent: dict[str, Any] = {
        "headers": {},
        "fields": [],
        "body": None,
        "multipart": False,
        "query": False,
    }
    for word in words:
        if word == "-X":
            sent["method"] = next(words)
        elif word == "-H":
            name, _, value = next(words).partition(": ")
            sent["headers"][name] = value
        elif word in ("--data-urlencode", "--form-string"):
            sent["fields"].append(tuple(next(words).split("=", 1)))
            sent["multipart"] |= word == "--form-string"
        elif word == "-F":
            sent["fields"].append((next(words).partition("=")[0], ("a.png", b"\x89PNG")))
        elif word == "-d":
            sent["body"] = next(words)
        elif word == "-G":
            sent["query"] = True
        else:
            sent["url"] = word
    return sent


def test_each_command_works(call):
    answered: Counter[int | None] = Counter()
    for command in Read(call("/", "GET").body.decode()).blocks["pre"]:
        sent = sent_by(command)
        path = sent["url"].removeprefix(call.stub.base_url)
        options = {"headers": sent["headers"], "body": sent["body"]}
        if sent["body"] is None:
            options = {"fields": dict(sent["fields"])}
            if not sent["query"]:
                options["encode_multipart"] = sent["multipart"]
        reply = call(path, sent["method"], **options)
        answered[reply.operation if reply.body else None] += 1

    # But `book.burn`, which has a bug, and `shelf.board`, which has nothing to say.
    expected = {each.id for each in OPERATIONS} - {"book.burn", "shelf.board"}
    assert answered == Counter(expected) + Counter({None: 2})


def test_a_command_follows_the_documented_example():
    openapi = json.loads(API.openapi)
    content = openapi["paths"]["/v1/book/add"]["post"]["requestBody"]["content"]["any/kind"]
    example = {"title": "A 'b'", "author": {"born": 1}, "tags": ["a", "b"]}
    content["examples"] = {"curl": {"value": example}}
    content["encoding"] = {"tags": {"style": "form", "explode": False}}

    command = page_of(replace(API, openapi=json.dumps(openapi).encode())).blocks["pre"][0]

    assert sent_by(command)["fields"] == [
        ("key", "KEY"),
        ("secret", "SECRET"),
        ("title", "A 'b'"),
        ("tags", "a,b"),
        ("author", '{"born":1}'),
    ]


def test_a_bearer_token_is_shown():
    page = page_of(replace(API, scheme="bearer", credentials=("token",)))

    assert "Authorization: Bearer TOKEN" in page.text
    assert all("-H 'Authorization: Bearer TOKEN'" in each for each in page.blocks["pre"])


def test_a_strict_content_policy_is_served(call):
    reply = call("/", "GET")

    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert reply.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    )
    assert len(reply.body) < 30_000


def test_a_broken_document_is_a_bug_that_only_the_page_has(call_stub):
    class Broken(LibraryStub):
        api = replace(API, openapi=b"{")

    call = call_stub(Broken)

    assert call("/", "GET").fault == "internal"
    assert call.is_alive()
