"""What generated checks are called: by the rules that a value has."""

import pytest

from apiscribe.model import (
    Between,
    Characters,
    Choice,
    Choices,
    CjkWords,
    CsvType,
    Decimals,
    Email,
    FileSize,
    ItemCount,
    KeyCount,
    Length,
    ListType,
    MapType,
    MemberOf,
    MultipleOf,
    Pattern,
    Range,
    TextType,
    UniqueItems,
    Utf8Size,
)
from apiscribe.views.validators.check_names import check_name
from apiscribe.views.validators.check_parts import CheckKey
from tests.unit.specs import compiled

API = compiled()


@pytest.mark.parametrize(
    ("rule", "suffix"),
    [
        (Length(minimum=1), "not_empty"),
        (Length(minimum=2), "from_2"),
        (Length(minimum=1, maximum=3), "from_1_to_3"),
        (Length(maximum=3), "up_to_3"),
        (ItemCount(minimum=1), "not_empty"),
        (ItemCount(maximum=3), "up_to_3"),
        (Range(minimum=-2, maximum=1.5), "from_minus_2_to_1_5"),
        (Utf8Size(maximum=3), "up_to_3_bytes"),
        (Between(minimum=1), "between"),
        (Decimals(maximum=1), "decimals"),
        (KeyCount(maximum=1), "keys"),
        (MultipleOf(step=5), "multiple"),
        (MemberOf(list="habitats"), "habitats"),
        (Characters(allowed="a-z"), "spelled"),
        (Pattern(pattern="a"), "spelled"),
        (CjkWords(maximum=1), "few_words"),
        (UniqueItems(), "unique"),
        (Email(), "email"),
        (FileSize(maximum=9), "up_to_9_bytes"),
    ],
)
def test_a_rule_is_part_of_the_name(rule, suffix):
    of = ListType(item=TextType(), rules=(rule,))

    assert check_name(API, CheckKey(of), "hint") == f"list_of_text_{suffix}"


def test_choices_are_called_as_what_has_them():
    of = TextType(rules=(Choices(choices=(Choice(value="a"),)),))

    assert check_name(API, CheckKey(of), "kind") == "kind"
    assert check_name(API, CheckKey(CsvType(item=of)), "kind") == "csv_of_kind"
    named = ListType(item=TextType(), rules=of.rules, name="bird_id")
    assert check_name(API, CheckKey(named), "kind") == "bird_id_choice"


def test_null_and_secrets_are_said_first():
    of = MapType(value=TextType(nullable=True), nullable=True)

    assert check_name(API, CheckKey(of), "hint") == "nullable_map_of_nullable_text"
    assert check_name(API, CheckKey(of, secret=True), "hint").startswith("secret_nullable_map")
