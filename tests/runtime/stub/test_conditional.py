"""Which version a request is about, as RFC 9110 compares them."""

import json

import pytest

from apiscribe.runtime.stub.conditional import is_another, unless_known, with_version
from apiscribe.runtime.stub.responses import answer

AT = b"Wed, 01 May 2030 10:00:00 GMT"
BEFORE = b"Wed, 01 May 2030 09:59:59 GMT"
FORMER_WAYS = [b"Wednesday, 01-May-30 10:00:00 GMT", b"Wed May  1 10:00:00 2030"]
"""In which HTTP wrote the same moment."""
NO_DATES = [b"", b"noon", b"2030-05-01T10:00:00Z", b"Wed, 99 May 2030 10:00:00 GMT"]


def version(etag=b"", changed=b"", status=200):
    told = [(b"etag", etag), (b"last-modified", changed)]
    return answer(b"{}", status=status, headers=[each for each in told if each[1]])


@pytest.mark.parametrize(
    ("etag", "wanted", "weakly", "strongly"),
    [
        (b'"a"', b'"a"', True, True),
        (b'"a"', b'"b", "a"', True, True),
        (b'"a"', b'"b"', False, False),
        (b'"a"', b'W/"a"', True, False),
        (b'W/"a"', b'W/"a"', True, True),
        (b'W/"a"', b'"a"', True, False),
        (b'"a"', b"*", True, True),
        (b'"a"', b" * ", True, True),
        (b'"a"', b"a", False, False),
        (b'"a"', b'"A"', False, False),
        (b'"a,b"', b'"x", "a,b"', True, True),
        (b"", b'"a"', False, False),
        (b"", b"*", True, True),
    ],
)
def test_reads_compare_tags_weakly_and_writes_strongly(etag, wanted, weakly, strongly):
    there = version(etag, AT)
    # A tag goes before a date, which says the opposite.
    known = unless_known(there, {b"if-none-match": wanted, b"if-modified-since": BEFORE})
    written = {b"if-match": wanted, b"if-unmodified-since": BEFORE}

    assert (known.start["status"] == 304) is weakly
    assert is_another(there, written) is not strongly


@pytest.mark.parametrize(
    ("changed", "since", "later"),
    [
        (AT, AT, False),
        (AT, BEFORE, True),
        (BEFORE, AT, False),
        *[(AT, each, False) for each in FORMER_WAYS],
        *[(BEFORE, each, False) for each in FORMER_WAYS],
        *[(each, BEFORE, True) for each in FORMER_WAYS],
    ],
)
def test_dates_are_compared_to_the_second(changed, since, later):
    there = version(changed=changed)

    assert (unless_known(there, {b"if-modified-since": since}).start["status"] == 200) is later
    assert is_another(there, {b"if-unmodified-since": since}) is later


@pytest.mark.parametrize("date", NO_DATES)
def test_what_is_no_date_is_as_if_it_was_not_there(date):
    for changed, since in ((AT, date), (date, AT)):
        there = version(changed=changed)
        assert unless_known(there, {b"if-modified-since": since}) is there
        assert not is_another(there, {b"if-unmodified-since": since})


@pytest.mark.parametrize("asked", [{b"if-none-match": b"*"}, {b"if-modified-since": AT}])
@pytest.mark.parametrize("status", [201, 206, 404])
def test_only_what_there_is_has_a_version(status, asked):
    other = version(b'"a"', AT, status)

    assert unless_known(other, asked) is other
    assert with_version(other) is other
    assert not is_another(other, {b"if-match": b'"b"', b"if-unmodified-since": BEFORE})


def test_what_is_unchanged_says_of_itself_what_it_would():
    kept = {b"etag": b'"a"', b"last-modified": AT, b"cache-control": b"no-store"}
    kept |= {b"expires": AT, b"vary": b"accept", b"content-location": b"/a"}
    others = {b"content-type": b"text/plain", b"x-trace": b"t7"}
    there = answer(b"text", headers=[*kept.items(), *others.items()])
    unchanged = unless_known(there, {b"if-none-match": b'"a"'})

    assert (unchanged.start["status"], unchanged.content) == (304, b"")
    assert dict(unchanged.start["headers"]).items() >= kept.items()
    assert not others.keys() & dict(unchanged.start["headers"]).keys()


def test_a_tag_is_made_of_the_body_where_there_is_none():
    def tag(response):
        return dict(with_version(response).start["headers"])[b"etag"]

    assert tag(answer(b"one")) == tag(answer(b"one")) != tag(answer(b"two"))
    assert tag(version(b'W/"a"')) == b'W/"a"'


@pytest.mark.parametrize(
    ("told", "tag"),
    [(7, b'"7"'), ("a", b'"a"'), ('"a"', b'"a"'), ('W/"a"', b'W/"a"')],
)
def test_a_tag_is_what_the_body_says(told, tag):
    there = with_version(answer(json.dumps({"v": told}).encode()), "v")

    assert dict(there.start["headers"])[b"etag"] == tag
