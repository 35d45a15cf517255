"""Pages that tests of walks have in hand, and what a walk yields."""

from msgspec import UNSET

from apiscribe.runtime.operation import Operation
from tests.runtime.zoo import Animal, AnimalPage, EventPage


class Pages:
    """A caller that answers from a dict, and remembers what it was asked for."""

    def __init__(self, pages):
        self.pages = pages
        self.asked = []

    def call(self, operation: Operation, arguments, returns, options=None):
        cursor = arguments.get("page_number", arguments.get("next_page_token"))
        self.asked.append(cursor)
        return self.pages[cursor]


def numbered(*pages, total=UNSET):
    last = len(pages) if total is UNSET else total
    return Pages(
        {
            number: AnimalPage(
                total=last,
                page_number=number,
                animals=[Animal(id=name, name=name) for name in names],
            )
            for number, names in enumerate(pages, 1)
        }
    )


def ids(pager):
    return [animal.id for animal in pager]


def tokens(**links):
    """Pages by the token that leads to them; `first` is the one without."""
    return Pages(
        {
            None if token == "first" else token: EventPage(
                next_page_token=following, events=[token]
            )
            for token, following in links.items()
        }
    )
