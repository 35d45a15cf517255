"""Text that becomes part of Python source reads back as it was."""

import ast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from apiscribe.views.text import block, docstring_text, entry, literal, paragraph, sentence, wrap

TRICKY = st.text(st.sampled_from("\"'\\{}n \n\t\r\u2028\u202e\x85a")) | st.text(
    st.characters(codec="utf-8")
)


def read(docstring):
    return ast.literal_eval(f'"""{docstring}"""')


@given(TRICKY)
@example('"""')
@example('"')
@example('\\"')
@example('ends with \\"""')
@example('""""')
@example("\\")
def test_a_docstring_says_what_the_text_says(text):
    assert read(docstring_text(text)) == text


@given(TRICKY)
@example('"""')
def test_a_paragraph_changes_nothing_but_white_space(text):
    assert read(paragraph(text, 8)).split() == text.split()
    assert read("\n".join(block(text))).split() == text.split()
    assert read("\n".join(entry("name", text, 12))).split() == f"name: {text}".split()


@given(TRICKY)
def test_a_literal_is_the_value(text):
    values = {text: (text,), "list": (1, None, text), "set": frozenset({text}), "none": frozenset()}

    assert ast.literal_eval(literal(text)) == text
    assert eval(literal(values), {"frozenset": frozenset}) == values
    assert "\n" not in literal(text)


@given(TRICKY)
def test_lines_are_no_wider_than_their_longest_word_makes_them(text):
    for line in wrap(text, 20):
        assert len(line) <= 20 or " " not in line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Who hosts it", "Who hosts it."),
        ("Who hosts it?", "Who hosts it?"),
        (" spread \n over\u2028lines ", "spread over lines."),
        ("", ""),
    ],
)
def test_a_sentence_ends_like_one(text, said):
    assert sentence(text) == said


def test_an_empty_text_is_an_empty_line():
    assert paragraph("", 4) == ""
    assert block(" \n ") == [""]
    assert entry("name", "", 8) == ["name:"]


def test_a_word_longer_than_a_line_stays_whole():
    address = "https://example.com/" + "a-b" * 60

    assert block(f"See {address} there") == ["See", address, "there"]
    assert entry("url", address, 12) == ["url:", f"    {address}"]


def test_the_lines_of_an_entry_hang_under_its_name():
    first, *rest = entry("name", "word " * 60, 12)

    assert first.startswith("name: word word")
    assert rest
    assert all(line.startswith("    word") for line in rest)
    assert max(len(line) + 12 for line in (first, *rest)) <= 96
