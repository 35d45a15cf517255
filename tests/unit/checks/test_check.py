"""Checks: single values against types, answers against types.

What each check says is shown by the cases under `tests/cases/bad`.
"""

import pytest

from apiscribe.checks.fits import misfit
from tests.unit.specs import compiled, extra, problems

VALUES = [
    ("type: text", "x", True),
    ("type: text", 1, False),
    ("type: integer", 1, True),
    ("type: integer", True, False),
    ("type: integer", 1.5, False),
    ("type: number", 1.5, True),
    ("type: number", 1, True),
    ("type: number", "1", False),
    ("type: boolean", False, True),
    ("type: boolean", 0, False),
    ("type: identifier", "a", True),
    ("type: identifier", 7, True),
    ("type: identifier", "", False),
    ("type: identifier", True, False),
    ("type: digits, length: 3", "012", True),
    ("type: digits, length: 3", 123, True),
    ("type: digits, length: 3", "12", False),
    ("type: digits, length: 3", "\u0661\u0662\u0663", False),
    ("type: date, formats: [date]", "2012-02-29", True),
    ("type: date, formats: [date]", "2013-02-29", False),
    ("type: csv, of: integer", "1,2", True),
    ("type: csv, of: integer", "1,b", False),
    ("type: csv, of: text", "1,b", True),
    ("type: csv, of: text, max_items: 1", "1,b", False),
    ("type: csv, of: text, unique: true", "b,b", False),
    ("type: list, of: text", "b", False),
    ("type: Nest", "b", False),
    ("type: any", "b", True),
    ("type: text, choices: [a, b]", "b", True),
    ("type: text, choices: [a, b]", "c", False),
    ("type: text, list: habitats", "FO", True),
    ("type: text, list: habitats", "Forest", False),
    ("type: text, characters: a-c", "abc", True),
    ("type: text, characters: a-c", "abd", False),
    ("type: text, pattern: a|b", "b", True),
    ("type: text, pattern: a|b", "ab", False),
    ("type: text, min_length: 2", "a", False),
    ("type: text, max_length: 2", "e\u0301e", False),
    ("type: text, max_chinese_words: 2", "中文 ok", True),
    ("type: text, max_chinese_words: 1", "中文 ok", False),
    ("type: integer, minimum: 1, maximum: 3", 3, True),
    ("type: integer, minimum: 1, maximum: 3", 4, False),
    ("type: text, email: true", "a@b", True),
    ("type: text, email: true", "a@b@c", False),
    ("type: text, email: true", "a b@c", False),
    ("type: text, email: true", "a,b@c", False),
    ("type: text, email: true", "a@b..c", False),
    ("type: integer", 2**63 - 1, True),
    ("type: integer", 2**63, False),
    ("type: integer", -(2**63) - 1, False),
    ("type: identifier", 2**63, False),
    ("type: number", 2**63, True),
    ("type: number", float("inf"), False),
    ("type: number", float("nan"), False),
    ("type: digits, length: 20", 10**19, False),
    ("type: digits, length: 20", "1" * 20, True),
    ("type: date, formats: [utc]", "2012-11-25T24:00:00Z", False),
    ("type: date, formats: [utc]", "0000-11-25T12:00:00Z", False),
    ("type: date, formats: [us_minutes]", "11/25/2012 09:05 PM", True),
    ("type: date, formats: [us_minutes]", "11/25/2012 13:05 pm", False),
    ("type: csv, of: integer", "", True),
    ("type: csv, of: integer", "1,", False),
    ("type: csv, of: integer", "9223372036854775808", False),
    ("type: csv, of: number", "1.5,2", True),
    ("type: csv, of: boolean", "true,false", True),
    ("type: csv, of: text, min_items: 1", "", False),
    ("type: csv, of: integer, unique: true", "1,01", False),
]


@pytest.mark.parametrize(("keys", "value", "fits"), VALUES)
def test_a_value_fits_its_type_or_not(keys: str, value: str | int, fits: bool) -> None:
    type_ = extra(f"arguments: {{a: {{{keys}, doc: A.}}}}").argument("a").type

    assert (misfit(value, type_, compiled()) is None) == fits


FIELDS = """
objects:
  Sample:
    doc: One of everything.
    fields:
      text: {type: text, doc: A.}
      count: {type: integer, optional: true, doc: A.}
      weight: {type: number, optional: true, doc: A.}
      tame: {type: boolean, optional: true, doc: A.}
      id: {type: identifier, optional: true, doc: A.}
      code: {type: digits, length: 3, optional: true, doc: A.}
      day: {type: date, formats: [date], optional: true, doc: A.}
      maybe: {type: date, formats: [date], blank: true, optional: true, doc: A.}
      words: {type: csv, of: text, optional: true, doc: A.}
      list: {type: list, of: integer, optional: true, doc: A.}
      single: {type: list, of: integer, single: true, optional: true, doc: A.}
      map: {type: map, of: integer, optional: true, doc: A.}
      any: {type: any, optional: true, doc: A.}
      null_too: {type: integer, nullable: true, optional: true, doc: A.}
      odd: {type: integer, wire_name: "odd ", optional: true, doc: A.}
      pair: {type: Pair, optional: true, doc: A.}
      short: {type: Short, optional: true, doc: A.}
  Pair: {doc: B., fields: {a: {type: text, doc: A.}, b: {type: text, optional: true, doc: A.}}}
  Short: {doc: C., shorthand: a, fields: {a: {type: text, doc: A.}}}
"""
ANSWERS = [
    ("{}", "$: `text` is missing"),
    ('{"text": "", "count": 1, "weight": 1, "tame": true}', None),
    ('{"text": "", "weight": 1.5, "id": 7, "code": "012", "day": "2012-11-25"}', None),
    ('{"text": "", "id": "7", "code": 12, "maybe": "", "words": "a,b"}', None),
    ('{"text": "", "maybe": " 2012-11-25 ", "any": [{}], "null_too": null, "odd ": 1}', None),
    ('{"text": "", "list": [1], "single": 1, "map": {"x": 1}, "short": "a"}', None),
    ('{"text": "", "single": [1, 2], "pair": {"a": ""}, "short": {"a": ""}}', None),
    ('{"text": null}', "$.text: expected text, found `null`"),
    ('{"text": "", "count": true}', "$.count: expected a whole number, found `true`"),
    ('{"text": "", "count": 1.0}', "$.count: expected a whole number, found the number `1.0`"),
    ('{"text": "", "tame": 0}', "$.tame: expected `true` or `false`, found the number `0`"),
    ('{"text": "", "code": "12a"}', "$.code: expected 3 digits, found the text `12a`"),
    ('{"text": "", "day": ""}', '$.day: expected a date (date), found the text `""`'),
    ('{"text": "", "list": 1}', "$.list: expected a list, found the number `1`"),
    ('{"text": "", "list": [1, "2"]}', "$.list[1]: expected a whole number, found the text `2`"),
    ('{"text": "", "map": {"x": "1"}}', "$.map.x: expected a whole number, found the text `1`"),
    ('{"text": "", "odd": 1}', "$.odd: `Sample` has no such field; did you mean `odd `?"),
    ('{"text": "", "pair": "a"}', "$.pair: expected an object of type `Pair`, found the text `a`"),
    ('{"text": "", "pair": {"b": ""}}', "$.pair: `a` is missing"),
    ('{"text": "", "short": 1}', "$.short: expected text, found the number `1`"),
    ("[]", "$: expected an object of type `Sample`, found a list"),
]


@pytest.mark.parametrize(("answer", "fault"), ANSWERS)
def test_an_answer_is_of_its_type_or_not(answer: str, fault: str | None) -> None:
    resource = (
        "resource: extra\nsection: E\nsummary: E.\noperations:\n"
        "  ping: {path: /v2/p, effect: read, summary: P., returns: Sample}\n"
    )
    found = problems(
        {
            "types/extra.yaml": FIELDS,
            "resources/extra.yaml": resource,
            "examples/extra/ping.response.json": answer,
        }
    )

    said = [line.split("example: ", 1)[1].replace("`", "", 2) for line in found]
    assert [line[: len(fault or "")] for line in said] == ([] if fault is None else [fault])
