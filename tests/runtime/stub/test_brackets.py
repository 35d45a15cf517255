"""Names with brackets: the fields of a form as objects and lists."""

import re
from collections import Counter
from urllib.parse import parse_qsl

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from apiscribe.runtime.semantics.brackets import MAX_DEPTH, FormError, unflatten


def flatten(value, name):
    """The opposite of `unflatten`, written independently of it."""
    if isinstance(value, dict):
        return [pair for key, each in value.items() for pair in flatten(each, f"{name}[{key}]")]
    if isinstance(value, list):
        return [pair for at, each in enumerate(value) for pair in flatten(each, f"{name}[{at}]")]
    return [(name, value)]


keys = st.text(st.characters(exclude_characters="[]"), min_size=1).filter(
    lambda key: not (key.isascii() and key.isdigit())
)
nested = st.recursive(
    st.text(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(keys, inner, min_size=1, max_size=4)
    ),
    max_leaves=8,
)


def depth(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner)) if inner else 0


@given(st.dictionaries(keys, nested.filter(lambda value: depth(value) <= MAX_DEPTH)))
def test_what_was_flattened_comes_back(arguments):
    pairs = [pair for name, value in arguments.items() for pair in flatten(value, name)]

    assert unflatten(pairs) == arguments
    assert unflatten(dict(pairs)) == arguments


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("", {}),
        ("a=1&b=2", {"a": "1", "b": "2"}),
        ("a=1&a=2", {"a": "2"}),
        ("a[b]=1&a[b]=2", {"a": {"b": "2"}}),
        ("a[b]=1&a[c][d]=2", {"a": {"b": "1", "c": {"d": "2"}}}),
        ("a[]=1&a[]=2", {"a": ["1", "2"]}),
        ("a[1]=y&a[0]=x", {"a": ["x", "y"]}),
        ("a[0]=x&a[]=y", {"a": ["x", "y"]}),
        ("a[][b]=1", {"a": [{"b": "1"}]}),
        (
            "a[][b]=1&a[][c]=2&a[][b]=3&a[][c]=4",
            {"a": [{"b": "1", "c": "2"}, {"b": "3", "c": "4"}]},
        ),
        ("a[][b][]=1&a[][b][]=2", {"a": [{"b": ["1", "2"]}]}),
        ("a[0][b]=1&a[1][b]=2", {"a": [{"b": "1"}, {"b": "2"}]}),
        ("a[b][]=1", {"a": {"b": ["1"]}}),
        ("a[0]=x&a[b]=y", {"a": {"0": "x", "b": "y"}}),
        ("a[b=1", {"a[b": "1"}),
        ("a]=1", {"a]": "1"}),
        ("a[b]c=1", {"a[b]c": "1"}),
        ("[b]=1", {"[b]": "1"}),
        ("a[[b]]=1", {"a[[b]]": "1"}),
        ("[]=1", {"[]": "1"}),
        ("a[=1&b[c]=2", {"a[": "1", "b": {"c": "2"}}),
    ],
)
def test_brackets(text, arguments):
    assert unflatten(parse_qsl(text)) == arguments


def test_a_name_that_holds_brackets_itself_is_left_alone():
    assert unflatten({"a[b]": "1", "a[c]": "2"}, {"a[b]"}) == {"a[b]": "1", "a": {"c": "2"}}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a=1&a[b]=2", "a[b]: 'a' already has a value of its own"),
        ("a[b]=1&a=2", "a: already has fields of its own"),
        ("a[b]=1&a[b][c]=2", "a[b][c]: 'b' already has a value of its own"),
        ("a[]=1&a=2", "a: already has fields of its own"),
        ("a[1]=1", "a: its items are not numbered from 0 without a gap"),
        ("a[0]=1&a[2]=1", "a: its items are not numbered from 0 without a gap"),
        ("a[b][7]=1", "a[b]: its items are not numbered from 0 without a gap"),
        ("a[00]=1", "a: its items are not numbered from 0 without a gap"),
        ("a[99999999999999999999]=1", "a: its items are not numbered from 0 without a gap"),
        (f"a[{'9' * 5000}]=1", "a: its items are not numbered from 0 without a gap"),
        ("a[1]=x&a[]=y", "a[]: the items before it are not numbered without a gap"),
        (f"a{'[b]' * (MAX_DEPTH + 1)}=1", "more than 8 brackets"),
        (f"a{'[' * 100_000}=1", "more than 8 brackets"),
    ],
)
def test_names_that_cannot_be_told(text, complaint):
    with pytest.raises(FormError) as caught:
        unflatten(parse_qsl(text))

    assert complaint in str(caught.value)
    assert len(str(caught.value)) < 200


def told(pairs):
    """Where each text of a form ends up, by the first part of its name; apart from `unflatten`."""
    firsts: dict[str, list[str]] = {}
    for name, text in pairs:
        whole = re.fullmatch(r"([^\[\]]+)(\[[^\[\]]*\])*", name)
        firsts.setdefault(whole[1] if whole else name, []).append(text)
    return firsts


def texts(value):
    if isinstance(value, str):
        return [value]
    return [
        text
        for each in (value if isinstance(value, list) else value.values())
        for text in texts(each)
    ]


@given(st.lists(st.tuples(st.text("ab01[]", max_size=8), st.sampled_from("01x"))))
@example([("a[]", "1"), ("a[]", "2"), ("a[", "3"), ("", "4"), ("b[a]", "5")])
def test_any_names_are_told_or_refused(pairs):
    try:
        arguments = unflatten(pairs)
    except FormError:
        return

    expected = told(pairs)
    assert arguments.keys() == expected.keys()
    for name, value in arguments.items():
        # The last text of a name counts, so that some may be gone, but none is made up.
        assert not Counter(texts(value)) - Counter(expected[name])
        assert expected[name][-1] in texts(value)
