# Generated from spec/resources/book.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `book` operations."""

from __future__ import annotations

from collections.abc import Mapping

from lending_library import lists
from lending_library._runtime.encoding import wire
from lending_library._runtime.semantics import numbers, predicates
from lending_library._runtime.validation import messages, readers, values
from lending_library._runtime.validation.messages import Found
from lending_library._runtime.validation.validate import (
    UNDECIDED,
    ObjectChecks,
    OperationChecks,
    check_object,
)
from lending_library.validators import _shared as shared


def text_from_2(value: object, path: str, found: Found) -> None:
    """At least 2 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if len(value) < 2:
        messages.too_short(value, path, found, 2)


_GENRE_CHOICES = {"novel": "Invented", "essay": "Thought", "verse": "Sung"}


def genre(value: object, path: str, found: Found) -> None:
    """One of novel (Invented), essay (Thought) or verse (Sung)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _GENRE_CHOICES:
        messages.bad_choice(value, path, found, _GENRE_CHOICES)


def language(value: object, path: str, found: Found) -> None:
    """An id of the list of languages (3)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.LANGUAGES:
        messages.not_listed(value, path, found, {"languages": lists.LANGUAGES})


def date(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25."""
    if not predicates.is_date(value, ("date",)):
        messages.bad_date(value, path, found, ("date",))


def csv_of_integer_up_to_3(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. At most 3 items."""
    items = readers.csv_items(value, wire.INTEGER)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    if len(items) > 3:
        messages.too_many_items(items, path, found, 3)
    values.each_between_commas(items, path, found, values.integer)


def number_from_0(value: object, path: str, found: Found) -> None:
    """At least 0."""
    if not isinstance(value, int | float) or not predicates.is_number(value):
        messages.wrong_type(value, path, found, "a number")
        return
    if value < 0:
        messages.too_small(value, path, found, 0)


def integer_from_1(value: object, path: str, found: Found) -> None:
    """At least 1."""
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)


def integer_from_1_to_100(value: object, path: str, found: Found) -> None:
    """1 to 100."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 100:
        messages.too_large(value, path, found, 100)


_ISBN_PATTERN = predicates.matcher("97[89][0-9]{10}").fullmatch


def isbn(value: object, path: str, found: Found) -> None:
    """Matches 97[89][0-9]{10}."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not _ISBN_PATTERN(value):
        messages.bad_pattern(value, path, found, "97[89][0-9]{10}")


def text_from_1_to_200(value: object, path: str, found: Found) -> None:
    """1 to 200 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)
    if len(value) > 200:
        messages.too_long(value, path, found, 200)


def nullable_text_up_to_200(value: object, path: str, found: Found) -> None:
    """At most 200 characters."""
    if value is None:
        return
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if len(value) > 200:
        messages.too_long(value, path, found, 200)


def nullable_date(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25."""
    if value is None:
        return
    if not predicates.is_date(value, ("date",)):
        messages.bad_date(value, path, found, ("date",))


def list_of_author_not_empty_unique(value: object, path: str, found: Found) -> None:
    """At least one. No `name` twice."""
    items = readers.list_items(value, False)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    if not items:
        messages.too_few_items(items, path, found, 1)
    if len(items) > 1:
        values.unique(items, path, found, "name")
    values.each(items, path, found, author)


def author(value: object, path: str, found: Found) -> None:
    """Who wrote a book."""
    check_object(value, path, found, _AUTHOR_FIELDS)


def text_not_empty(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


def nullable_integer(value: object, path: str, found: Found) -> None:
    """Integer."""
    if value is None:
        return
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return


def nullable_number_from_0_to_1000(value: object, path: str, found: Found) -> None:
    """0 to 1000."""
    if value is None:
        return
    if not isinstance(value, int | float) or not predicates.is_number(value):
        messages.wrong_type(value, path, found, "a number")
        return
    if value < 0:
        messages.too_small(value, path, found, 0)
    if value > 1000:
        messages.too_large(value, path, found, 1000)


def map_of_integer_from_0(value: object, path: str, found: Found) -> None:
    """Each: at least 0."""
    if not isinstance(value, Mapping):
        messages.wrong_type(value, path, found, "an object")
        return
    values.each_value(value, path, found, integer_from_0)


def integer_from_0(value: object, path: str, found: Found) -> None:
    """At least 0."""
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value < 0:
        messages.too_small(value, path, found, 0)


def nullable_place(value: object, path: str, found: Found) -> None:
    """A place in the house."""
    if value is None:
        return
    check_object(value, path, found, _PLACE_FIELDS)


def integer_from_minus_1_to_4(value: object, path: str, found: Found) -> None:
    """-1 to 4."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < -1:
        messages.too_small(value, path, found, -1)
    if value > 4:
        messages.too_large(value, path, found, 4)


def text_up_to_40(value: object, path: str, found: Found) -> None:
    """At most 40 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if len(value) > 40:
        messages.too_long(value, path, found, 40)


def list_of_new_book_from_1_to_100_unique(value: object, path: str, found: Found) -> None:
    """1 to 100 items. No `isbn` twice."""
    items = readers.list_items(value, False)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    if not items:
        messages.too_few_items(items, path, found, 1)
    if len(items) > 100:
        messages.too_many_items(items, path, found, 100)
    if len(items) > 1:
        values.unique(items, path, found, "isbn")
    values.each(items, path, found, new_book)


def new_book(value: object, path: str, found: Found) -> None:
    """A book to be imported."""
    check_object(value, path, found, _NEW_BOOK_FIELDS)


def list_of_language_unique(value: object, path: str, found: Found) -> None:
    """Each: an id of the list of languages (3). No item twice."""
    items = readers.list_items(value, False)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    if len(items) > 1:
        values.unique(items, path, found, None)
    values.each(items, path, found, language)


def list_of_operations_(value: object, path: str, found: Found) -> None:
    """Each: one of add or merge."""
    items = readers.list_items(value, False)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    values.each(items, path, found, operations_)


_OPERATIONS__CHOICES = {"add": "", "merge": ""}


def operations_(value: object, path: str, found: Found) -> None:
    """One of add or merge."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _OPERATIONS__CHOICES:
        messages.bad_choice(value, path, found, _OPERATIONS__CHOICES)


def _new_book_field_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the fields of NewBook."""
    if "isbn" not in given and "title" not in given:
        messages.none_given(("isbn", "title"), found)


def _list_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of book.list."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _list_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of book.list were looked at, and are right."""
    seen = 0
    if "from" in given:
        value = given["from"]
        if not predicates.is_date(value, ("date",)):
            return UNDECIDED
        seen += 1
    if "to" in given:
        value = given["to"]
        if not predicates.is_date(value, ("date",)):
            return UNDECIDED
        seen += 1
    if predicates.is_later(given.get("from"), given.get("to")):
        return UNDECIDED
    return seen


_AUTHOR_FIELDS = ObjectChecks(
    section="",
    fields={
        "name": text_not_empty,
        "born": nullable_integer,
    },
    required=("name",),
)


_PLACE_FIELDS = ObjectChecks(
    section="The House",
    fields={
        "floor": integer_from_minus_1_to_4,
        "shelf": shared.shelf,
    },
    required=("floor",),
)


_NEW_BOOK_FIELDS = ObjectChecks(
    section="",
    fields={
        "isbn": isbn,
        "title": values.text,
        "languages": list_of_language_unique,
    },
    required=(),
    rules=_new_book_field_rules,
)


LIST = OperationChecks(
    section="Searching",
    fields={
        "q": text_from_2,
        "class": genre,
        "language": language,
        "from": date,
        "to": date,
        "inStock": values.boolean,
        "ids": csv_of_integer_up_to_3,
        "max_price": number_from_0,
        "page": integer_from_1,
        "per_page": integer_from_1_to_100,
    },
    required=(),
    rules=_list_argument_rules,
    fast_path=_list_fast_path,
    fast_path_arguments=frozenset(("from", "to")),
)


CREATE = OperationChecks(
    section="Cataloguing",
    fields={
        "isbn": isbn,
        "title": text_from_1_to_200,
        "subtitle": nullable_text_up_to_200,
        "class": genre,
        "from": nullable_date,
        "authors": list_of_author_not_empty_unique,
        "price": nullable_number_from_0_to_1000,
        "copiesPerBranch": map_of_integer_from_0,
        "place": nullable_place,
        "3d": values.boolean,
        "notify": values.boolean,
        "self": values.anything,
    },
    required=("isbn", "title"),
)


GET = OperationChecks(
    section="Searching",
    fields={
        "id": values.integer,
    },
    required=("id",),
)


REPLACE = OperationChecks(
    section="Cataloguing",
    fields={
        "id": values.integer,
        "title": text_from_1_to_200,
        "subtitle": nullable_text_up_to_200,
        "class": genre,
        "from": nullable_date,
        "authors": list_of_author_not_empty_unique,
        "price": nullable_number_from_0_to_1000,
        "copiesPerBranch": map_of_integer_from_0,
        "place": nullable_place,
    },
    required=("id", "title", "class"),
)


CHANGE = OperationChecks(
    section="Cataloguing",
    fields={
        "id": values.integer,
        "title": text_from_1_to_200,
        "subtitle": nullable_text_up_to_200,
        "class": genre,
        "from": nullable_date,
        "price": nullable_number_from_0_to_1000,
        "place": nullable_place,
    },
    required=("id",),
)


DELETE = OperationChecks(
    section="Cataloguing",
    fields={
        "id": values.integer,
        "reason": text_up_to_40,
    },
    required=("id",),
)


IMPORT = OperationChecks(
    section="Cataloguing",
    fields={
        "books": list_of_new_book_from_1_to_100_unique,
        "dryRun": values.boolean,
        "operations": list_of_operations_,
    },
    required=("books",),
)


COPY = OperationChecks(
    section="Searching",
    fields={
        "id": values.integer,
        "copy": values.text,
    },
    required=("id", "copy"),
)


PRICES = OperationChecks(
    section="Searching",
    fields={},
    required=(),
)


CHECKS = {
    "book.list": LIST,
    "book.create": CREATE,
    "book.get": GET,
    "book.replace": REPLACE,
    "book.change": CHANGE,
    "book.delete": DELETE,
    "book.import": IMPORT,
    "book.copy": COPY,
    "book.prices": PRICES,
}
"""Operation id -> what its arguments have to keep."""
