"""Steps that have a name: what stands where they are done."""

import pytest

from apiscribe.runtime.program import Change, Constant, Find, Let, Reference, Step, Template, When
from tests.unit.specs import compiled, problems

ENTITY = """
entities:
  bird:
    doc: A bird.
    key: id
    fields: {id: "", name: ""}
"""


def _files(steps: str, does: str) -> dict[str, str]:
    made = "".join(
        f"    - {{create: bird, as: {name}, arguments: false}}\n" for name in ("one", "two")
    )
    return {"state/birds.yaml": f"steps:\n{steps}{ENTITY}populate:\n{made}{does}"}


def read(steps: str, does: str) -> tuple[Step, ...]:
    """What is done after two records were created."""
    state = compiled(_files(steps, does)).state
    assert state is not None
    return state.populate[2:]


def test_names_may_be_swapped():
    steps = """
  pair:
    doc: Two birds.
    takes: [one, two]
    do:
      - {let: {names: "{$one.name} and {$two.name}", first: $one.name}}
"""
    (let,) = read(steps, "    - {do: pair, with: {one: $two, two: $one}}\n")

    assert isinstance(let, Let)
    assert let.values == {
        "names": Template(
            parts=(
                Reference(path=("two", "name")),
                Constant(value=" and "),
                Reference(path=("one", "name")),
            )
        ),
        "first": Reference(path=("two", "name")),
    }


def test_plain_values_stand_for_themselves():
    steps = """
  say:
    doc: Something is said.
    takes: [word, number]
    do:
      - {let: {said: "{$word}!", counted: $number, inside: $word.name}}
"""
    (let,) = read(steps, "    - {do: say, with: {word: Hey, number: 3}}\n")

    assert isinstance(let, Let)
    assert let.values == {
        "said": Template(parts=(Constant(value="Hey"), Constant(value="!"))),
        "counted": Constant(value=3),
        "inside": Constant(value=None),
    }


def test_steps_may_do_others_and_hand_on_what_they_take():
    steps = """
  outer:
    doc: Looks.
    takes: [wanted]
    do:
      - {do: inner, with: {id: $wanted.id}}
      - {let: {seen: $found.name}}
  inner:
    doc: Finds.
    takes: [id]
    do:
      - {find: bird, as: found, where: {id: $id}}
"""
    find, let, after = read(
        steps, "    - {do: outer, with: {wanted: $two}}\n    - {let: {again: $found.id}}\n"
    )

    assert isinstance(find, Find)
    assert find.query.keys == (Reference(path=("two", "id")),)
    assert isinstance(let, Let)
    assert let.values == {"seen": Reference(path=("found", "name"))}
    assert isinstance(after, Let)
    assert after.values == {"again": Reference(path=("found", "id"))}


def test_conditions_and_records_go_by_what_is_given():
    steps = """
  rename:
    doc: Renames.
    takes: [tit, name]
    do:
      - when: {$tit.name: {not: $name}}
        then: [{change: $tit, arguments: false, set: {name: $name}}]
"""
    (when,) = read(steps, "    - {do: rename, with: {tit: $one, name: Tit}}\n")

    assert isinstance(when, When)
    assert when.condition[0].value == Reference(path=("one", "name"))
    (change,) = when.then
    assert isinstance(change, Change)
    assert change.record == "one"


def test_what_is_given_is_known_where_it_is_given():
    steps = "  s:\n    doc: D.\n    takes: [x]\n    do: [{let: {y: $x}}]\n"
    found = problems(_files(steps, "    - {do: s, with: {x: $three}}\n"))

    assert found == [
        "spec/state/birds.yaml:15:25: unknown-name: nothing is called `three` in `populate`"
    ]


@pytest.mark.parametrize(
    ("do", "problem"),
    [
        ("{let: {given: 1}}", "`given` is given to `s`"),
        ("{find: bird, as: one, where: {}}", "`one` is given to `s`"),
        ("{let: {x: $one.name}}", "nothing is called `one` in `s`"),
        ("{change: $given, arguments: false, set: {nmae: x}}", "`bird` has no field `nmae`"),
        ("{remove: $word}", "is no record that was found or created"),
        ("{let: {x: {test: {$word: 1}}}}", "expected a reference"),
    ],
)
def test_what_steps_cannot_know(do, problem):
    steps = f"  s:\n    doc: D.\n    takes: [given, word]\n    do: [{do}]\n"
    found = problems(_files(steps, "    - {do: s, with: {given: $one, word: w}}\n"))

    assert len(found) == 1
    assert problem in found[0]
