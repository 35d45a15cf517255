"""What is wrong with a seed: all of it is told at once, with its place."""

import subprocess
import sys
from pathlib import Path

import pytest

from zoom_v1._runtime.emulator.seeds import BadSeed
from zoom_v1.stub import StubServer

BAD = """\
usr: []
user:
  ann: {email: ann@example.com, type: two}
  bob: {emial: bob@example.com, state: pendng}
  carl: {email: ANN@example.com}
  b b: {email: d@example.com}
meeting:
  - {host_id: $an, topic: [1], start_time: tomorrow}
  - {host_id: nobody, start_time: $now + two days, status: startd}
  - {host_id: $first, topic: {a: 1}}
  - 3
group: Staff
group_member:
  first: {group_id: {a: 1}, user_id: $second}
  second: {group_id: $first}
$tenants: [x]
"""
PROBLEMS = """\
bad.yaml:1:1: there is no entity `usr`; did you mean `user`?
bad.yaml:3:39: `two` is no whole number
bad.yaml:4:9: `user` has no field `emial`; did you mean `email`?
bad.yaml:4:40: `pendng` is no state; did you mean `pending`?
bad.yaml:5:17: the `user` at bad.yaml:3:16 has the same `email`
bad.yaml:6:3: `b b` is no local name: letters, digits, `_` and `-`, and not `now`
bad.yaml:8:15: nothing is called `$an`; did you mean `$ann`?
bad.yaml:8:27: a list is no text
bad.yaml:8:44: `tomorrow` is no moment such as 2031-01-01T00:00:00Z
bad.yaml:9:15: the seed has no user `nobody`; there are: $ann, $b b, $bob, $carl
bad.yaml:9:35: `$now + two days` is no moment such as `$now` or `$now + 2 days`
bad.yaml:9:60: `startd` is no state; did you mean `started`?
bad.yaml:10:15: `$first` is a group_member, and no user
bad.yaml:10:30: a mapping is no text
bad.yaml:11:5: is no meeting, which is a mapping from fields to values
bad.yaml:12:8: `group` is neither a list of records nor a mapping from local names to them
bad.yaml:14:3: `$first` and what it refers to refer to each other
bad.yaml:14:21: is no key of `group`
bad.yaml:14:38: `$second` is a group_member, and no user
bad.yaml:15:22: `$first` is a group_member, and no group
bad.yaml:16:11: is no mapping from tenants to their records, such as \
`my-key: {user: [{id: ann}]}`"""


def test_every_problem_is_told_at_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text(BAD)

    with pytest.raises(BadSeed) as bad:
        StubServer(seed="bad.yaml")
    assert str(bad.value) == PROBLEMS


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"user": [\n  {"emial": 1}]}', "2:4: `user` has no field `emial`; did you mean `email`?"),
        ('{"user": [\n  {"type": "2"}]}', "2:12: `2` is no whole number"),
        ('{"user": [}', "1:11: a value is expected here"),
        ('{"user" []}', "1:9: a `:` is expected here"),
        ('{"user": [] "group": []}', "1:13: a `,` or `}` is expected here"),
        ("{user: []}", "1:2: a key in quotes is expected here"),
        ('{"user": [yes]}', "1:11: yes is no value of JSON; text stands in quotes"),
        ('{"user": [NaN]}', "1:11: NaN is no value of JSON; text stands in quotes"),
        ('{"user": [], "user": []}', "1:14: `user` is at seed.json:1:2 already"),
        ('{"user": "a', "1:10: unterminated string starting at"),
        ("{} {}", "1:4: nothing more is expected here"),
        ("[" * 100, "1:62: nested more than 60 levels deep"),
        ("[]", "1:1: is no mapping from entities to records, such as `user: [{id: ann}]`"),
    ],
)
def test_json_has_places(tmp_path, monkeypatch, text, says):
    monkeypatch.chdir(tmp_path)
    Path("seed.json").write_text(text)

    with pytest.raises(BadSeed) as bad:
        StubServer(seed="seed.json")
    assert str(bad.value) == f"seed.json:{says}"


@pytest.mark.parametrize("name", ["seed.yaml", "seed.json"])
def test_a_key_that_comes_twice_hides_nothing(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    text = '{"user": [{"type": 1, "type": "two"}, {"type": "three"}], "user": [],\n"usr": []}'
    Path(name).write_text(text)

    with pytest.raises(BadSeed) as bad:
        StubServer(seed=name)

    assert str(bad.value).splitlines() == [
        f"{name}:1:23: `type` is at {name}:1:12 already",
        f"{name}:1:48: `three` is no whole number",
        f"{name}:1:59: `user` is at {name}:1:2 already",
        f"{name}:2:1: there is no entity `usr`; did you mean `user`?",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("user: [", r"^seed\.yaml:2:1: no YAML: did not find expected node content$"),
        ("user: []\nuser: []", r"^seed\.yaml:2:1: `user` is at seed\.yaml:1:1 already$"),
        ("? [1]\n: 2", r"^seed\.yaml:1:3: a key is text; put it in quotes$"),
        ("user: &a [*a]", r"^seed\.yaml:1:7: nested too deep, or too much of it$"),
        ("user:\n  - {type: 0x2}", r"^seed\.yaml:2:12: `0x2` is no whole number$"),
        ("user:\n  - {dept: no, type: NO}", r"^seed\.yaml:2:22: `NO` is no whole number$"),
    ],
)
def test_what_is_no_yaml_for_a_seed(tmp_path, monkeypatch, text, says):
    monkeypatch.chdir(tmp_path)
    Path("seed.yaml").write_text(text)

    with pytest.raises(BadSeed, match=says):
        StubServer(seed="seed.yaml")


def test_values_of_python_are_told_by_the_way_to_them():
    with pytest.raises(BadSeed, match=r"^seed\.user\[1\]\.emial: `user` has no field `emial`; did"):
        StubServer(seed={"user": [{"email": "a@example.com"}, {"emial": 1}]})


def test_what_the_engine_refuses_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # Only the engine computes what is unique here: a group's member is known by both keys.
    Path("seed.yaml").write_text("""
user: {ann: {email: ann@example.com}}
group: {staff: {name: Staff}}
group_member:
  - {group_id: $staff, user_id: $ann}
  - {group_id: $staff, user_id: $ann}
""")

    with pytest.raises(BadSeed) as bad:
        StubServer(seed="seed.yaml")
    says = "this group_member is refused: there is a group_member with this key already"
    assert str(bad.value) == f"seed.yaml:6:5: {says}"


def test_records_may_not_refer_to_each_other(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("seed.yaml").write_text("""
user:
  a: {email: a@example.com, dept: $b}
  b: {email: b@example.com, dept: $a}
""")

    with pytest.raises(BadSeed, match=r"^seed\.yaml:3:3: `\$a` and what it refers to refer to"):
        StubServer(seed="seed.yaml")


def test_the_program_tells_all_and_ends(tmp_path):
    (tmp_path / "bad.yaml").write_text(BAD)
    ended = subprocess.run(
        [sys.executable, "-m", "zoom_v1.stub", "--port", "0", "--seed", "bad.yaml"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", f"{PROBLEMS}\n")
