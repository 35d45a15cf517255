"""Resolving: names bound, groups expanded, conditions turned into rules."""

import pytest

from generator.model import (
    AnyType,
    AppliesWhen,
    Choice,
    Choices,
    Clause,
    CsvType,
    DateType,
    Exclusive,
    FileType,
    IntegerType,
    Length,
    ListType,
    MapType,
    MemberOf,
    MemberOfWhen,
    NumberPaging,
    ObjectRef,
    OneOfRequired,
    Range,
    RangeWhen,
    RequiredWhen,
    TextType,
    TokenPaging,
    UniqueItems,
)
from tests.cases.casebook import BASE
from tests.unit.specs import OPERATION, compiled, extra


def argument_type(keys: str, types: str = "") -> object:
    """The type of an argument that is written so."""
    return extra(f"arguments:\n  a: {{{keys}, doc: A.}}\n", types).argument("a").type


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("type: text", TextType()),
        ("type: text, max_length: 3", TextType(rules=(Length(maximum=3),))),
        ("type: text, list: habitats", TextType(rules=(MemberOf(list="habitats"),))),
        (
            "type: integer, choices: {1: one, 2: two}",
            IntegerType(
                rules=(Choices(choices=(Choice(value=1, doc="one"), Choice(value=2, doc="two"))),)
            ),
        ),
        (
            "type: text, choices: [b, a]",
            TextType(rules=(Choices(choices=(Choice(value="b"), Choice(value="a"))),)),
        ),
        ("type: integer, nullable: true", IntegerType(nullable=True)),
        ("type: date, formats: [utc, date]", DateType(formats=("utc", "date"))),
        ("type: csv, of: text", CsvType(item=TextType())),
        (
            "type: list, of: {type: text, min_length: 1}, single: true, unique: true",
            ListType(
                item=TextType(rules=(Length(minimum=1),)), single=True, rules=(UniqueItems(),)
            ),
        ),
        (
            "type: list, of: Nest, unique: tree",
            ListType(item=ObjectRef(object="Nest"), rules=(UniqueItems(by="tree"),)),
        ),
        ("type: list, of: text, unique: false", ListType(item=TextType())),
        ("type: map, of: integer", MapType(value=IntegerType())),
        (
            "type: file, media_type: image/png, extensions: [png], magic: '8950'",
            FileType(media_type="image/png", extensions=("png",), magic=b"\x89P"),
        ),
        ("type: any", AnyType()),
        ("type: Nest", ObjectRef(object="Nest")),
    ],
)
def test_a_type_becomes_what_it_says(keys: str, expected: object) -> None:
    assert argument_type(keys) == expected


TYPES = """
values:
  size: {type: integer, minimum: 1, maximum: 50, doc: A.}
  tiny: {type: size, maximum: 5, doc: B.}
  same: {type: size, doc: C.}
  mail: {type: text, email: true, max_length: 9, doc: D.}
  home: {type: Nest, doc: E.}
"""


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("type: size", IntegerType(name="size", rules=(Range(minimum=1, maximum=50),))),
        ("type: same", IntegerType(name="same", rules=(Range(minimum=1, maximum=50),))),
        ("type: tiny", IntegerType(name="tiny", rules=(Range(minimum=1, maximum=5),))),
        ("type: tiny, minimum: 2", IntegerType(rules=(Range(minimum=2, maximum=5),))),
        (
            "type: size, maximum: 50",
            IntegerType(name="size", rules=(Range(minimum=1, maximum=50),)),
        ),
        (
            "type: size, nullable: true",
            IntegerType(rules=(Range(minimum=1, maximum=50),), nullable=True),
        ),
        ("type: mail, email: false", TextType(rules=(Length(maximum=9),))),
        ("type: home", ObjectRef(name="home", object="Nest")),
        ("type: home, nullable: true", ObjectRef(object="Nest", nullable=True)),
    ],
)
def test_a_rule_at_the_place_of_use_replaces_that_of_the_value(keys: str, expected: object) -> None:
    # A type that was changed is not the named one any more, so it does not bear its name.
    assert argument_type(keys, TYPES) == expected


def test_the_name_of_a_type_always_leads_to_that_type() -> None:
    api = compiled({"types/extra.yaml": TYPES})
    types = [a.type for o in api.operations for a in o.arguments]

    assert [t for t in types if t.name and api.values[t.name] != t] == []


def test_a_group_is_put_where_it_is_used() -> None:
    names = extra(
        """
        arguments:
          first: {type: text, doc: A.}
          paging: group
          last: {type: text, doc: B.}
        """
    ).arguments

    assert [argument.name for argument in names] == ["first", "page", "size", "last"]


def test_a_group_can_be_used_in_part_and_changed() -> None:
    operation = extra(
        """
        arguments:
          paging:
            group: true
            except: [page]
            override:
              size: {maximum: 5, minimum: null, default: null, required: true, doc: Few.}
        """
    )

    (size,) = operation.arguments
    assert size.type == IntegerType(rules=(Range(maximum=5),))
    assert size.default is None
    assert size.required
    assert size.doc == "Few."


def test_an_argument_only_for_a_case_is_ignored_in_others() -> None:
    operation = extra(
        """
        arguments:
          kind: {type: species, doc: A.}
          a: {type: text, only_for: {kind: [1, 2]}, doc: B.}
          b: {type: text, required: true, only_for: {kind: 2}, doc: C.}
          c: {type: text, required: true, doc: D.}
        """
    )

    two = (Clause(argument="kind", test="in", values=(2,)),)
    assert operation.rules == (
        AppliesWhen(
            argument="a",
            when=(Clause(argument="kind", test="in", values=(1, 2)),),
            severity="warning",
        ),
        AppliesWhen(argument="b", when=two, severity="warning"),
        RequiredWhen(argument="b", when=two),
    )
    conditional = {a.name: (a.required, a.conditional) for a in operation.arguments}
    assert conditional == {
        "kind": (False, False),
        "a": (False, False),
        "b": (True, True),
        "c": (True, False),
    }


def test_a_required_argument_is_conditional_if_a_rule_says_when() -> None:
    operation = extra(
        """
        arguments:
          a: {type: text, required: true, doc: A.}
          b: {type: text, required: true, doc: B.}
          c: {type: text, required: true, doc: C.}
        rules:
          - {rule: one_of_required, arguments: [a, b]}
        """
    )

    assert [a.name for a in operation.arguments if a.conditional] == ["a", "b"]


def test_rules_are_read_with_all_that_they_say() -> None:
    operation = extra(
        """
        arguments:
          a: {type: text, doc: A.}
          n: {type: integer, doc: B.}
          nest: {type: Nest, doc: C.}
        rules:
          - rule: one_of_required
            arguments: [a, n]
            severity: warning
            section: S
            source: observed
            doc: D
          - {rule: exclusive, arguments: [a, nest.tree]}
          - {rule: range_when, argument: n, maximum: 3, when: {a: x, nest.height: {not: [1, 2]}}}
          - rule: member_of_when
            argument: a
            list: habitats
            when: {n: {given: true}, nest: {given: false}}
          - {rule: member_of_when, argument: nest.tree, lists: [habitats]}
        """
    )

    given = Clause(argument="n", test="given")
    absent = Clause(argument="nest", test="absent")
    assert operation.rules == (
        OneOfRequired(
            arguments=("a", "n"), severity="warning", section="S", source="observed", doc="D"
        ),
        Exclusive(arguments=("a", "nest.tree")),
        RangeWhen(
            argument="n",
            maximum=3,
            when=(
                Clause(argument="a", test="in", values=("x",)),
                Clause(argument="nest.height", test="not_in", values=(1, 2)),
            ),
        ),
        MemberOfWhen(argument="a", lists=("habitats",), when=(given, absent)),
        MemberOfWhen(argument="nest.tree", lists=("habitats",), when=()),
    )


def test_rules_of_an_object_go_by_its_wire_names() -> None:
    api = compiled(
        {
            "types/extra.yaml": """
                objects:
                  Egg:
                    doc: An egg.
                    fields:
                      colour: {type: text, optional: true, wire_name: "colour ", doc: A.}
                      size: {type: integer, optional: true, doc: B.}
                    rules:
                      - {rule: exclusive, arguments: [colour, size]}
                """
        }
    )

    assert api.objects["Egg"].rules == (Exclusive(arguments=("colour ", "size")),)


def test_an_object_begins_with_what_it_extends() -> None:
    api = compiled(
        {
            "types/extra.yaml": """
                objects:
                  Three:
                    doc: C.
                    extends: Two
                    fields: {c: {type: text, optional: true, doc: C.}}
                  Two:
                    doc: B.
                    extends: One
                    fields: {b: {type: text, optional: true, doc: B.}}
                  One:
                    doc: A.
                    shorthand: a
                    fields:
                      a: {type: text, doc: A.}
                      z: {type: text, optional: true, doc: Z.}
                    rules:
                      - {rule: exclusive, arguments: [a, z]}
                """
        }
    )

    three = api.objects["Three"]
    assert [field.name for field in three.fields] == ["a", "z", "b", "c"]
    assert three.rules == (Exclusive(arguments=("a", "z")),)
    assert three.shorthand == "a"
    assert three.module == "extra"


def test_an_object_knows_whether_requests_or_answers_hold_it() -> None:
    objects = compiled().objects

    used = {name: sorted(each.used_in) for name, each in objects.items()}
    assert used == {
        "Nest": ["request", "response"],
        "Bird": ["response"],
        "Page": [],
        "BirdList": ["response"],
    }


def test_what_holds_a_secret_is_sensitive() -> None:
    types = """
values:
  password: {type: text, sensitive: true, doc: A.}
  own: {type: password, doc: B.}
  shown: {type: password, sensitive: false, doc: C.}
"""
    operation = extra(
        """
        arguments:
          a: {type: password, doc: A.}
          b: {type: own, doc: B.}
          c: {type: shown, doc: C.}
          d: {type: csv, of: password, doc: D.}
          e: {type: password, sensitive: false, doc: E.}
          f: {type: text, sensitive: true, doc: F.}
          g: {type: text, doc: G.}
        """,
        types,
    )

    assert [a.name for a in operation.arguments if a.sensitive] == ["a", "b", "d", "f"]


def test_arguments_travel_where_the_encoding_or_the_path_says() -> None:
    keys = """
        method: GET
        encoding: query
        arguments:
          id: {type: bird_id, required: true, doc: A.}
          a: {type: text, doc: B.}
        """
    operation = extra(keys, path="/v2/extra/{id}")

    assert {a.name: a.location for a in operation.arguments} == {"id": "path", "a": "query"}


def test_an_argument_of_a_body_may_travel_in_the_query() -> None:
    operation = extra("arguments: {a: {type: text, in: query, doc: A.}, b: {type: text, doc: B.}}")

    assert {a.name: a.location for a in operation.arguments} == {"a": "query", "b": "body"}


def test_a_form_with_a_file_is_of_several_parts() -> None:
    operation = extra(
        """
        arguments:
          picture: {type: file, media_type: image/png, extensions: [png], magic: "8950", doc: A.}
        """
    )

    assert operation.encoding == "multipart"
    assert extra("arguments: {}").encoding == "form"


def test_what_an_operation_does_not_say_comes_from_around_it() -> None:
    operation = extra("arguments: {}")

    assert operation.section == "Extra"
    assert operation.method == "POST"
    assert operation.returns is None
    assert operation.examples == ()


def test_examples_are_found_by_name() -> None:
    api = compiled({"examples/bird/add.curl.json": '{"name": "Polly"}'})
    add = next(o for o in api.operations if o.id == "bird.add")

    found = [(e.kind, e.path) for e in add.examples]
    assert found == [
        ("curl", "examples/bird/add.curl.json"),
        ("response", "examples/bird/add.response.json"),
    ]


def test_paging_has_the_names_that_the_operation_has() -> None:
    api = compiled(
        {
            "resources/extra.yaml": """
                resource: extra
                section: Extra
                summary: Extra.
                operations:
                  numbered:
                    path: /v2/extra/numbered
                    effect: read
                    summary: A.
                    arguments: {paging: group}
                    returns: Counted
                    paging: {by: number, items: birds}
                  by_token:
                    path: /v2/extra/by_token
                    effect: read
                    summary: B.
                    arguments: {next: {type: text, doc: A.}}
                    returns: Next
                    paging: {by: token, items: birds}
                """,
            "types/extra.yaml": """
                objects:
                  Counted:
                    doc: A.
                    extends: BirdList
                    fields: {birds_total: {type: integer, doc: A.}}
                  Next:
                    doc: B.
                    fields:
                      next: {type: text, doc: A.}
                      birds: {type: list, of: Bird, doc: B.}
                """,
            "examples/extra/numbered.response.json": '{"pages":1,"birds":[],"birds_total":0}',
            "examples/extra/by_token.response.json": '{"next": "", "birds": []}',
        }
    )

    paging = {o.id: o.paging for o in api.operations if o.paging}
    number = {"items": "birds", "page": "page", "size": "size", "count": "pages"}
    assert paging == {
        "bird.list": NumberPaging(**number, total=None),
        "extra.numbered": NumberPaging(**number, total="birds_total"),
        "extra.by_token": TokenPaging(items="birds", token="next", size=None, lifetime=None),
    }


def test_resources_come_in_the_order_of_the_api() -> None:
    api_yaml = (BASE / "api.yaml").read_text()
    ordered = api_yaml.replace("method: POST", "method: POST\nresources: [zebra, bird, ant]")
    files = {
        f"resources/{name}.yaml": OPERATION.replace("extra", name) for name in ("ant", "zebra")
    }

    alphabetical = [resource.name for resource in compiled(files).resources]
    as_listed = [resource.name for resource in compiled({**files, "api.yaml": ordered}).resources]

    assert alphabetical == ["ant", "bird", "zebra"]
    assert as_listed == ["zebra", "bird", "ant"]


def test_a_message_has_the_source_that_it_states() -> None:
    api = compiled(
        {
            "errors.yaml": """
                errors:
                  1: {name: A, meaning: A., source: observed, messages: [a, {text: b}]}
                  2:
                    name: B
                    meaning: B.
                    source: inferred
                    messages: [{text: c, source: documented, group: [G]}]
                """
        }
    )

    found = [(m.text, m.source, m.groups) for e in api.errors for m in e.messages]
    assert found == [
        ("a", "observed", ()),
        ("b", "inferred", ()),
        ("c", "documented", ("G",)),
    ]
