"""A program that uses the library's client, and what a type checker has to say of it."""

from datetime import UTC, date, datetime

from lending_library import LibraryClient, LibraryError
from lending_library.models.catalogue import Author, Book, NewBook, Place, Shelf

client = LibraryClient(token="t", base_url="https://library.example", timeout=None)

book: Book = client.book.create(
    isbn="9780000000019",
    title="Walden",
    subtitle=None,
    class_="essay",
    from_=date(1854, 8, 9),
    authors=[Author(name="Henry Thoreau"), {"name": "Anonymous", "born": None}],
    price=12.5,
    copies_per_branch={"Harbour": 0},
    place={"floor": 1, "shelf": {"label": "A1", "inner": [Shelf(label="A11")], "parent": None}},
    _3d=False,
    notify=True,
    self_=[1, "anything"],
)
born = book.authors[0].born
assert isinstance(born, int)
client.book.delete(id=book.id)
copies: list[str] = [loan.copy for loan in client.book.copy(id=1, copy="1")]
prices: dict[str, float | None] = client.book.prices()
titles: list[str] = [each.title for each in client.book.iter_list(class_="verse", ids=[1, 2])]
shelves: list[Shelf] = client.shelf.tree()
client.shelf.label(label="A1", shelf=Shelf(label="A1"), type=None)
client.member.block(name="ada", until=datetime.now(UTC))
body: bytes = client.with_raw_response.book.import_(books=[NewBook(), {"title": "T"}]).body
for page in client.member.iter_loans(name="ada").pages():
    print(page.cursor, LibraryError)

client.book.get(7)  # error: Too many positional arguments for "get" of "BookResource"
client.book.get(id="7")  # error: Argument "id" to "get" of "BookResource" has incompatible type "str"; expected "int"
client.book.list(language="fr")  # error: Argument "language" to "list" of "BookResource" has incompatible type "Literal['fr']"; expected "Literal['de', 'en', 'no'] | UnsetType"
client.book.create(isbn="9780000000019")  # error: Missing named argument "title" for "create" of "BookResource"
client.book.change(id=7, title=None)  # error: Argument "title" to "change" of "BookResource" has incompatible type "None"; expected "str | UnsetType"
Place(floor="1")  # error: Argument "floor" to "Place" has incompatible type "str"; expected "int"
client.shelf.label(label="A1", shelf={"lable": "A1"})  # error: Argument "shelf" to "label" of "ShelfResource" has incompatible type "dict[str, str]"; expected "Shelf | ShelfDict"
