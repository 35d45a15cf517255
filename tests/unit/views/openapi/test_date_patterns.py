"""Dates as regular expressions, compared with what is read as a date."""

import re

import pytest

from apiscribe.runtime.semantics import dates
from apiscribe.views.openapi import date_patterns

WRITTEN = {
    "date": "{y:04}-{m:02}-{d:02}",
    "date_unpadded": "{y:04}-{m}-{d}",
    "utc": "{y:04}-{m:02}-{d:02}T12:00:00Z",
    "utc_unpadded": "{y:04}-{m}-{d}T3:00:00Z",
    "us_minutes": "{m:02}/{d:02}/{y:04} 09:05 pm",
    "rfc3339": "{y:04}-{m:02}-{d:02}T12:00:00+01:00",
}
YEARS = (0, 1, 4, 100, 400, 1900, 2000, 2023, 2024, 2100, 9996, 9999)


@pytest.mark.parametrize("form", WRITTEN)
def test_a_schema_knows_each_day_that_there_is(form: str) -> None:
    """The pattern, without what no calendar has."""
    days = [(y, m, d) for y in YEARS for m in range(1, 13) for d in range(1, 32)]
    texts = [WRITTEN[form].format(y=y, m=m, d=d) for y, m, d in days]
    fits = re.compile(f"^({date_patterns.pattern(form)})$").search
    is_none = re.compile(date_patterns.no_days((form,))).search

    said = [bool(fits(text)) and not is_none(text) for text in texts]
    assert said == [dates.read(text, (form,)) is not None for text in texts]
    assert dates.read(texts[-1], (form,)) is not None
