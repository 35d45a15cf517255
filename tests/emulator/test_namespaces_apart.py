"""`X-Stub-Namespace` keeps apart tests that share a key, wherever records are kept."""

from tests.emulator.talking import KEY, Talk
from zoom_v1.stub import StubServer


def within(name):
    return {"headers": {"X-Stub-Namespace": name}} if name else {}


def test_namespaces_are_apart_in_every_place(place):
    with StubServer(db=place) as stub:
        talk = Talk(stub)
        ids = {
            name: talk.api("user/create", email="ada@example.com", type=1, **within(name))["id"]
            for name in ("", "one", "two")
        }
        for name, key in ids.items():
            listed = talk.api("user/list", **within(name))
            assert [each["id"] for each in listed["users"]] == [key]
            for other in ids.keys() - {name}:
                status, _, body = talk.sent("user/get", id=ids[other], **within(name))
                assert b"error" in body, (status, body)
        talk.control("POST reset", {"tenant": KEY}, **within("one"))
        counts = {
            name: talk.control(f"GET state?tenant={KEY}", **within(name))["counts"]["user"]
            for name in ids
        }
        assert counts["one"] == 0
        assert counts["two"] == 1

    with StubServer(db=place) as stub:  # and after a new start
        talk = Talk(stub)
        listed = talk.api("user/list", **within("two"))
        assert [each["id"] for each in listed["users"]] == [ids["two"]]
        assert talk.api("user/list", **within("one"))["total_records"] == 0
        assert talk.api("user/list")["total_records"] == 1
