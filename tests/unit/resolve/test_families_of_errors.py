"""Errors that extend others: behind these, and rate limits where these are."""

from tests.unit.specs import compiled, problems

ERRORS = """
errors:
  1: {name: KeyRefused, meaning: The key is not known., basis: documented}
  2: {name: ArgumentsRefused, meaning: An argument is wrong., basis: documented}
  3: {name: TooManyBirds, meaning: Wait., basis: documented, extends: Slower}
  4: {name: TooMany, meaning: Wait., basis: documented, extends: TooManyBirds}
  5: {name: Late, meaning: Late., basis: documented, when: {status: 429}}
  6: {name: Gone, meaning: Gone., basis: documented, when: {status: [404, 410]}, status: 410}
  7: {name: Absent, meaning: Absent., basis: documented, when: {status: 400-499}}
  Slower: {meaning: Slower., basis: documented, kind: rate_limit}
"""


def test_what_extends_a_rate_limit_is_one_and_behind_it():
    found = {each.name: each for each in compiled({"errors.yaml": ERRORS}).errors}

    assert [*found] == [
        *("KeyRefused", "ArgumentsRefused", "Slower", "TooManyBirds", "TooMany"),
        *("Late", "Gone", "Absent"),
    ]
    assert {name for name, each in found.items() if each.kind == "rate_limit"} == {
        *("Slower", "TooManyBirds", "TooMany", "Late")
    }
    assert [found[each].status for each in ("Late", "Gone", "Absent")] == [429, 410, 400]
    assert [found[each].code for each in ("Slower", "TooMany", "Late")] == [None, 4, 5]


def test_a_family_is_no_part_of_itself():
    looped = ERRORS.replace("kind: rate_limit", "extends: TooMany")
    (problem,) = problems({"errors.yaml": looped})

    assert problem.endswith("`TooManyBirds` extends itself, on this way or another")


def test_a_family_that_is_none_is_told_unless_it_was_left_out():
    (problem,) = problems({"errors.yaml": ERRORS.replace("extends: Slower", "extends: Slowr")})
    assert problem.endswith("there is no error `Slowr`; did you mean `Slower`?")
    (problem,) = problems({"errors.yaml": ERRORS.replace("kind: rate_limit", "knd: rate_limit")})
    assert "unknown key `knd`" in problem
    (problem,) = problems({"errors.yaml": ERRORS.replace("name: Late", "name: late")})
    assert problem.endswith("`late` is not in Pascal case, such as `BookList`")
