"""What accounts have at first, by a file."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import urllib3

from zoom_v1._runtime.emulator.seeds import BadSeed
from zoom_v1.errors import UserNotFound
from zoom_v1.stub import StubServer

SEED = """
meeting:
  - {host_id: $ann, topic: Planning, type: 2, start_time: $now + 2 days}
  - {host_id: bob, topic: "$$100", type: 2, status: started, start_time: 2031-01-01T10:00:00+01:00}
user:
  ann: {email: ann@example.com, type: 2, first_name: Ann}
  b: {id: bob, email: bob@example.com, state: pending, created_at: $now - 1 year}
group: {staff: {name: Staff}}
group_member:
  - {group_id: $staff, user_id: $ann}
$tenants:
  other: {user: [{id: carla, email: carla@example.com}]}
  empty: {}
"""


@pytest.fixture
def seeded(tmp_path):
    (tmp_path / "seed.yaml").write_text(SEED)
    return StubServer(seed=tmp_path / "seed.yaml", random_seed=1, clock="2031-01-01T00:00:00Z")


def emails(stub, **options):
    return sorted(user.email for user in stub.client(**options).user.iter_list())


def test_an_account_begins_with_it(seeded):
    client = seeded.client()
    ann, bob = client.user.list().users

    assert (ann.first_name, ann.type, len(ann.id)) == ("Ann", 2, 22)
    assert (bob.id, bob.created_at.isoformat()[:13]) == ("bob", "2030-01-01T00")
    (planning,) = client.meeting.list(host_id=ann.id).meetings
    (running,) = client.meeting.list(host_id="bob").meetings
    assert planning.start_time.isoformat()[:13] == "2031-01-03T00"
    assert (running.topic, running.status) == ("$100", 1)
    kept = [each["start_time"] for each in seeded.records("meeting", tenant="api_key")]
    assert kept[1] == "2031-01-01T09:00:00Z"
    assert client.group.list().groups[0].total_members == 1
    assert [user.email for user in client.user.list_pending().users] == ["bob@example.com"]


def test_each_new_tenant_and_namespace_begins_with_it(seeded):
    client = seeded.client(api_key="one")
    client.user.create(email="dora@example.com", type=1)

    assert len(emails(seeded, api_key="one")) == 3
    assert emails(seeded, api_key="two") == ["ann@example.com", "bob@example.com"]
    apart = {"X-Stub-Namespace": "apart"}
    assert emails(seeded, api_key="one", headers=apart) == ["ann@example.com", "bob@example.com"]


def test_a_tenant_may_begin_with_something_else(seeded):
    assert emails(seeded, api_key="other") == ["carla@example.com"]
    assert emails(seeded, api_key="other", headers={"X-Stub-Namespace": "n"}) == [
        "carla@example.com"
    ]
    assert emails(seeded, api_key="empty") == []


def test_a_reset_applies_it_again(seeded):
    with seeded as stub:
        client = stub.client(api_key="other")
        client.user.permanent_delete(id="carla")
        with pytest.raises(UserNotFound):
            client.user.get(id="carla")
        asked = urllib3.request("POST", f"{stub.base_url}/_stub/reset", body="{}")
        counts = urllib3.request("GET", f"{stub.base_url}/_stub/state")

        assert "removed" in json.loads(asked.data)
        assert json.loads(counts.data)["tenants"]["other"] == {"user": 1}
        assert client.user.get(id="carla").email == "carla@example.com"


def test_it_is_sown_once_into_a_file(tmp_path):
    seed = {"user": [{"id": "ann", "email": "ann@example.com"}]}
    file = str(tmp_path / "records.db")
    StubServer(seed=seed, db=file).client().user.permanent_delete(id="ann")

    assert emails(StubServer(seed=seed, db=file)) == []


def test_who_is_there_already_gets_none(tmp_path):
    file = str(tmp_path / "records.db")
    StubServer(db=file).client().user.create(email="old@example.com", type=1)

    assert emails(StubServer(seed={"user": [{"id": "ann"}]}, db=file)) == ["old@example.com"]


def test_counts_are_those_of_the_seed(seeded):
    with seeded as stub:
        url = f"{stub.base_url}/_stub/state?tenant=mine"
        counts = json.loads(urllib3.request("GET", url).data)["counts"]

    assert (counts["user"], counts["meeting"], counts["webinar"]) == (2, 2, 0)


def test_what_fails_does_not_take_it_away(seeded):
    seeded.fails("user.create", times=1, connection="truncate")
    with pytest.raises(Exception, match="cut short"):
        seeded.client(api_key="late").user.create(email="dora@example.com", type=1)

    assert len(emails(seeded, api_key="late")) == 2


def test_values_are_those_that_operations_take(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("seed.yaml").write_text("""\
user:
  ann: {email: ann.example.com, type: 7, agenda: x}
  bob: {email: bob@example.com, type: 2, webinar_capacity: 0, first_name: 12}
meeting:
  - {host_id: $ann, type: 9, duration: -4, password: "12345678901"}
  - {host_id: $bob, type: 8, duration: 0, option_audio: carrier, start_time: $now}
  - {host_id: $bob, type: 8, recurrence: {type: 1, repeat_interval: 99}, topic: "$$5"}
registrant:
  - {email: c@example.com, country: Atlantis, custom_questions: [{title: a, value: {}}]}
""")

    with pytest.raises(BadSeed) as bad:
        StubServer(seed="seed.yaml")
    says = [line.removeprefix("seed.yaml:") for line in str(bad.value).splitlines()]
    assert [re.split("[,;]| of ", line)[0] for line in says] == [
        "2:16: 'ann.example.com' is not an e-mail address such as name@example.com",
        "2:39: 7 is not one",
        "2:42: `user` has no field `agenda`",
        "5:27: 9 is not one",
        "5:40: -4 is less than 0",
        "5:54: the value given has 11 characters",
        "6:57: 'carrier' is not one",
        "7:69: `repeat_interval`: 99 is more than 90",
        "9:37: 'Atlantis' is not an id",
        "9:84: `[0].value`: {} (of type dict) is not text",
    ]


def test_an_empty_file_is_an_empty_seed(tmp_path):
    (tmp_path / "seed.yaml").write_text("# later\n")

    assert emails(StubServer(seed=tmp_path / "seed.yaml")) == []


def test_json_needs_no_yaml(tmp_path):
    (tmp_path / "seed.json").write_text('{"user": [{"email": "a@example.com"}]}')
    (tmp_path / "seed.yaml").write_text("user: []")
    script = """
import sys
sys.modules["yaml"] = None
from zoom_v1.stub import StubServer
print(StubServer(seed="seed.json").client().user.list().total_records)
StubServer(seed="seed.yaml")
"""
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.stdout == "1\n"
    says = "seed.yaml: YAML needs PyYAML: install it (pip install PyYAML), or write JSON"
    assert ended.stderr.splitlines()[-1].endswith(says)


def test_a_stub_that_answers_with_examples_takes_none():
    with pytest.raises(ValueError, match="takes no seed"):
        StubServer(mode="examples", seed={})
