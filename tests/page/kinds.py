"""Kinds that more than one table needs."""

from string import ascii_letters
from string import digits as numerals

from tests.page import lists
from tests.page.moments import moment
from tests.page.rows import Rows, beside, need
from tests.page.samples import (
    boolean,
    email,
    identifier,
    listed,
    numbered,
    password,
    text,
    whole,
    words,
)

FLAG = boolean()
TEXT = text()
QUANTITY = whole(0)  # erratum quantities
EMAIL = email()

ID = text(empty=False)  # erratum minimums: an empty id stands for nothing
MEETING_ID = identifier()  # erratum ids-text-or-number
SECRET = text(empty=False)  # erratum minimums

UTC = moment("utc")
DAY = moment("date", "utc")  # erratum from-to-forms
US_MINUTES = moment("us_minutes")

PASSWORD = password(ascii_letters + numerals + "@-_*", 10)  # erratum password-characters
TOPIC = text(most=300)
COUNTRY = listed(lists.COUNTRIES)
TIMEZONE = listed(lists.TIMEZONES)
AUDIO = words("both", "telephony", "voip")
RECORD = words("local", "cloud", "none")
LANGUAGE = words(
    "en-US", "en", "zh-CN", "zh", "en-ES", "es", "fr-FR", "fr"
)  # erratum language-en-es
REGISTRATION = numbered(1, 2, 3)

PAGE = whole(1)  # erratum minimums
# A period of one day begins and ends on it; either end is tried where the other is far away.
PERIOD: Rows = {
    "from": beside(need(DAY), to="2999-12-31"),
    "to": beside(need(DAY), **{"from": "1900-01-01"}),
}


def pages(most: int | None = None) -> Rows:
    """Page arguments; most records a page, where the page says so (erratum page-size-maximum)."""
    return {"page_size": whole(1, most), "page_number": PAGE}
