"""What the library's tests know of it, worked out by hand from `good/library/spec`."""

import json

from tests.runtime.scripted import Script, answers

TOKEN = "t0p-secret-token"
ISBN = "9780000000019"
BOOK = {
    "id": 7,
    "isbn": ISBN,
    "title": "Walden",
    "subtitle": None,
    "class": "essay",
    "changedAt": "2021-01-02T03:04:05Z",
    "authors": [],
    "price": 12,
    "place": None,
}


def page_of(number: int, pages: int, *ids: int) -> Script:
    books = [{**BOOK, "id": id} for id in ids]
    page = {"page": number, "pages": pages, "per_page": 2, "books_in_all": 3, "items": books}
    return answers(json.dumps(page))


def loans_of(cursor: str | None, *books: int) -> Script:
    loans = [{"book": book, "copy": "1", "due": "2021-02-03"} for book in books]
    return answers(json.dumps({"cursor": cursor, "loans": loans}))
