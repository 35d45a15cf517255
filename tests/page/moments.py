"""Days and moments, as the page writes them in its tables and examples, and near misses of them."""

from datetime import UTC, date, datetime, timedelta, timezone

from tests.page.samples import Kind, bad, fine, ill

_MOMENTS = (
    "2012-11-25T12:00:00Z",
    "2016-02-29T00:00:00Z",
    "2013-12-31T23:59:59Z",
    "2000-02-29T03:00:00Z",
)
FORMATS = {
    "date": ("2012-11-25", "2012-02-29", "2000-02-29", "2013-12-31", "2013-01-01", "1999-09-30"),
    "utc": _MOMENTS,
    "utc_unpadded": (
        "2017-1-9T3:00:00Z",
        "2017-10-9T03:00:00Z",
        "2017-1-19T13:00:00Z",
        "2016-2-29T0:00:00Z",
        *_MOMENTS,
    ),
    "us_minutes": (
        "11/05/2014 09:05 pm",
        "12/31/2014 12:00 am",
        "02/29/2012 12:59 pm",
        "01/01/2014 01:00 PM",
    ),
}

_NONE_OF_THEM = """
    2013-02-29 1900-02-29 2012-02-30 2012-04-31 2012-13-01 2012-00-10 2012-11-00 2012-11-32
    12-11-25 2-17-03-10 2012-1-5 2012-11-5 2012-1-25 2012/11/25 20121125 2012-11 2012 25-11-2012
    11/25/2012 2012-330 2012-W47-7 +2012-11-25 12012-11-25 2012-11-25T now 2013-02-29T12:00:00Z
    2012-11-31T12:00:00Z 2012-13-01T12:00:00Z 2012-11-25T24:00:00Z 2012-11-25T12:60:00Z
    2012-11-25T12:00:60Z 2012-11-25T12:00:00 2012-11-25T12:00:00+00:00 2012-11-25T12:00:00z
    2012-11-25t12:00:00Z 2012/11-25T12:00:00Z 2012-11-25T12:00:00ZZ 2012-11-25T12:00:00Z00
    2012-11-25T12:00:00+Z 0000-11-25T12:00:00Z 0000-11-25 2012-11-25T-1:00:00Z 2012-11-25T12:00:-1Z
    2012--1-25T12:00:00Z 2012-11-25T12:00Z 2012-11-25T12:00:00.000Z 2012-11-25T120000Z
    2017-1-9T3:0:00Z 2017-1-9T3:00:0Z 2017-1-9T3:00Z 2017-13-9T3:00:00Z 2017-2-30T3:00:00Z
    2017-1-9T24:00:00Z 2017-0-9T3:00:00Z 1484000000 12:00:00Z
"""
_WITH_BLANKS = (
    "",
    " ",
    "2012-11-25\n",
    " 2012-11-25",
    "\uff12012-11-25",
    "2012-11-2\u0665",
    "\uff12012-11-25T12:00:00Z",
    "2012-11-2\u0665T12:00:00Z",
    "2012-11-25T1\u0662:00:00Z",
    "2012-11-25T12:00:0\uff10Z",
    "2012-11-25 12:00:00Z",
    "2012-11-25T12:00:00Z\n",
    " 2012-11-25T12:00:00Z",
    "2012-11-25T12:00:00 Z",
    "11/05/2014 9:05 pm",
    "1/05/2014 09:05 pm",
    "11/5/2014 09:05 pm",
    "11/05/14 09:05 pm",
    "11/05/2014 09:05",
    "11/05/2014 13:05 pm",
    "11/05/2014 00:05 am",
    "11/05/2014 09:60 pm",
    "02/30/2014 09:05 pm",
    "13/05/2014 09:05 pm",
    "11/05/2014 09:05 xm",
    "11/05/2014 09:05pm",
    "11/05/2014  09:05 pm",
    "11/05/2014 09:05:00 pm",
    "11-05-2014 09:05 pm",
    "11/05/2014 09:05 pm\n",
    "00/05/2014 09:05 pm",
    "11/00/2014 09:05 pm",
)


def _words(text: str) -> list[str]:
    return text.split()


def moment(*formats: str) -> Kind:
    """Text in one of the formats, or Python's own: a moment has its time zone with it."""
    taken = dict.fromkeys(each for name in formats for each in FORMATS[name])
    west = timezone(timedelta(hours=-8))
    own = [fine(datetime(2017, 1, 9, 3, tzinfo=zone)) for zone in (UTC, west)]
    own.append(ill(datetime(9999, 12, 31, 23, tzinfo=west), "date"))  # in no year of UTC
    day = date(2012, 11, 25)
    own.append(fine(day) if "date" in formats else ill(day, "date"))
    others = (
        *_words(_NONE_OF_THEM),
        *_WITH_BLANKS,
        *(each for texts in FORMATS.values() for each in texts),
    )
    refused = [bad(each, "date") for each in dict.fromkeys(others) if each not in taken]
    wrong_types = (datetime(2017, 1, 9, 3), 20121125, True, None, 1.5, ["2012-11-25"])
    return Kind((*map(fine, taken), *own, *refused, *(ill(each, "date") for each in wrong_types)))
