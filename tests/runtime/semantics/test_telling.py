"""What tells things apart: one key, several in turn, or that one is not there."""

import pytest

from apiscribe.runtime.semantics.telling import Fork, fork

EDIT, ALL, INFO = {"do": "edit"}, {"do": "query", "list": "all"}, {"do": "query", "prop": "info"}
HITS, PLAIN = {"do": "query", "list": "hits"}, {"do": "query"}


def ways(found):
    """Value of the key -> what has it."""
    return {
        value: ways(each) if isinstance(each, Fork) else each for value, each in found.ways.items()
    }


@pytest.mark.parametrize(
    ("several", "told"),
    [
        ([EDIT, PLAIN], {"edit": 0, "query": 1}),
        ([ALL, HITS], {"all": 0, "hits": 1}),
        ([EDIT, ALL, HITS], {"edit": 0, "query": {"all": 1, "hits": 2}}),
        ([ALL, EDIT, INFO, PLAIN], {"query": {"all": 0, None: {"info": 2, None: 3}}, "edit": 1}),
        ([{"v": "1", "do": "a"}, {"v": "1", "do": "b"}], {"a": 0, "b": 1}),
        ([{"v": "1"}, {"v": "1", "do": "b"}], {None: 0, "b": 1}),
    ],
)
def test_values_tell_and_what_is_not_there(several, told):
    assert ways(fork(several)) == told


@pytest.mark.parametrize("several", [[PLAIN, PLAIN], [ALL, EDIT, ALL], [{}, {}]])
def test_what_is_alike_is_told_by_nothing(several):
    assert fork(several) is None


def test_the_absence_of_what_may_be_there_tells_nothing():
    assert fork([ALL, PLAIN], [(), ("list",)]) is None
    assert ways(fork([ALL, PLAIN], [("list",), ()])) == {"all": 0, None: 1}


def test_one_of_them_may_have_what_tells_it_or_not():
    yes, no = {"list": "yes"}, {"list": "no"}

    assert ways(fork([{}, yes], None, [no, {}])) == {None: 0, "no": 0, "yes": 1}
    assert ways(fork([EDIT, ALL, PLAIN], None, [{}, {}, no])) == {
        "edit": 0,
        "query": {"all": 1, None: 2, "no": 2},
    }


@pytest.mark.parametrize("other", [{}, {"list": "no"}])
def test_two_that_may_be_asked_for_alike_are_not_told(other):
    assert fork([{}, other], None, [{"list": "no"}, {}]) is None
    assert fork([{}, other, {"list": "yes"}], None, [{"list": "no"}, {}, {}]) is None


def test_each_is_told_by_what_it_has_on_the_way():
    found = fork([EDIT, ALL, HITS, INFO, PLAIN])
    assert found is not None

    assert [list(found.on_the_way_to(at)) for at in range(5)] == [
        *(["do"], ["do", "list"], ["do", "list"], ["do", "prop"], ["do"])
    ]
    assert set(found.keys) == {"do", "list", "prop"}
