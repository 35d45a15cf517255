"""The package `types`: literals of choices and lists, and dicts in place of objects."""

import pytest

from apiscribe.views.python_types.argument_types import choices_module, dicts_module
from tests.unit.specs import compiled

RESOURCE = """
resource: extra
section: Extra
summary: Extra.
operations:
  put:
    path: /v2/extra/put
    effect: change
    summary: Put.
    arguments:
      nest: {type: Hollow, doc: A nest.}
"""


def module(fields, *, values="", doc="A nest."):
    types = f"""
values: {{{values}}}
objects:
  Hollow:
    doc: {doc!r}
    fields:
{fields}"""
    api = compiled({"types/extra.yaml": types, "resources/extra.yaml": RESOURCE})
    return dicts_module(api), choices_module(api)


def hollow(fields, **more):
    dicts, _ = module(fields, **more)
    return next(each for each in dicts.dicts if each.name == "HollowDict")


def test_an_object_that_holds_itself_refers_to_its_own_dict():
    dict_class = hollow("      inner: {type: Hollow, optional: true, doc: A nest in it.}")

    (key,) = dict_class.fields
    assert key.annotation == "NotRequired[models.Hollow | HollowDict]"


def test_a_key_called_as_what_its_type_needs_does_not_hide_it():
    dicts, _ = module(
        "      types: {type: size, doc: How large.}\n"
        "      models: {type: Hollow, optional: true, doc: Others.}\n"
        "      str: {type: text, doc: What it says.}",
        values="size: {type: integer, choices: [1, 2], doc: Size.}",
    )

    keys = {key.name: key.annotation for each in dicts.dicts for key in each.fields}
    assert keys["types"] == "_types.Size"
    assert keys["models"] == "NotRequired[_models.Hollow | HollowDict]"
    assert keys["str"] == "builtins.str"


def test_keys_that_no_class_can_spell_keep_their_docs():
    dict_class = hollow(
        '      class: {type: text, optional: true, doc: "It\'s a class."}\n'
        '      "two words": {type: integer, minimum: 1, maximum: 3, doc: Words.}'
    )

    assert not dict_class.plain
    assert [key.doc for key in dict_class.fields] == [
        ("class: It's a class.",),
        ("two words: Words. 1 to 3.",),
    ]
    assert [key.literal for key in dict_class.fields] == ["'class'", "'two words'"]


@pytest.mark.parametrize("length", [10, 100, 1000])
def test_a_long_doc_is_wrapped_and_never_cut(length):
    words = " ".join(["word"] * length)

    dict_class = hollow("      size: {type: integer, doc: " + words + "}", doc=words)

    (key,) = dict_class.fields
    assert " ".join(key.doc) == f"{words}."
    assert max(map(len, key.doc)) <= 88
    expected = f"{words}. A plain dict in place of `Hollow`."
    assert " ".join(dict_class.doc.split()) == expected


def test_choices_and_lists_become_literals():
    _, choices = module(
        "      size: {type: size, doc: How large.}\n      plain: {type: plain, doc: Any.}",
        values="size: {type: integer, choices: [1, 2], doc: Size.}, plain: {type: text, doc: Any.}",
    )

    literals = {each.name: each.literals for each in choices.aliases}
    assert literals["Size"] == "1, 2"
    assert "Plain" not in literals
