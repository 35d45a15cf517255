"""Who vouches for deliveries: what could not be checked, and where that is told."""

import pytest

from tests.unit.specs import problems

BESIDE = "a timestamp has a `header` of its own, or a `prefix` in the signature's; write one"
TOLD = "a signature beside its timestamp needs `separator` and `prefix`, to be told from it"
NO_MOMENT = "`signs` has `{timestamp}`, and no `timestamp` says where that is"
OLD = "`signs` has no `{timestamp}`, so that an old delivery could be sent as a new one"
SECRET = "a `secret` that is handed out vouches for deliveries in a header: `by: hmac` or"
SECRET += " `by: shared_secret`, with a `header` and without `{url}`"
FIELDS = "`{fields}` are those of a form; what is signed of JSON is the `{body}`"
NOTHING = "`signs` has neither `{timestamp}` nor `{key:some.key}`: nothing is signed"
INSIDE = "the timestamp of a signature inside of the body is under a `key` of it, too"
NO_KEYS = "`a..b` is not keys with points between them (`\\.` is a point of a key itself)"
A_LIST = "points into a list, and nothing says which item is meant; name keys of objects"
EACH = "each delivery has the header `x-s`, which tells no handshake"
SIGNED = "signs: '{timestamp}{body}'"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            f"{SIGNED}, timestamp: {{header: X-T, prefix: t=, tolerance: 9}}",
            [("timestamp", BESIDE)],
        ),
        (f"{SIGNED}, timestamp: {{tolerance: 9}}", [("timestamp", BESIDE)]),
        (f"{SIGNED}, timestamp: {{prefix: t=, tolerance: 9}}", [("timestamp", TOLD)]),
        (
            f"{SIGNED}, prefix: v1=, timestamp: {{prefix: t=, tolerance: 9}}",
            [("timestamp", TOLD)],
        ),
        (
            f"{SIGNED}, separator: ',', timestamp: {{prefix: t=, tolerance: 9}}",
            [("timestamp", TOLD)],
        ),
        (f"{SIGNED}, separator: ',', prefix: v1=, timestamp: {{prefix: t=, tolerance: 9}}", []),
        (f"{SIGNED}, timestamp: {{header: X-T, tolerance: 9}}", []),
        (SIGNED, [("signs", NO_MOMENT)]),
        ("timestamp: {header: X-T, tolerance: 9}", [("timestamp", OLD)]),
        ("signs: '{fields}'", [("signs", FIELDS)]),
    ],
    ids=range(10),
)
def test_a_signature_in_a_header(more, expected):
    assert found(f"{{by: hmac, header: X-S, hash: sha1, {more}}}") == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("signs: '{header:X-Id}'", [("signs", NOTHING)]),
        ("signs: '{key:token}'", []),
        (
            "signs: '{timestamp}', timestamp: {header: X-T, tolerance: 9}",
            [("timestamp", INSIDE)],
        ),
        ("signs: '{key:a..b}'", [("authentication", NO_KEYS)]),
        ("signs: '{key:a.0}'", [("authentication", f"`a.0` {A_LIST}")]),
        (
            "signs: '{timestamp}', timestamp: {key: 'a[b]', tolerance: 9}",
            [("authentication", f"`a[b]` {A_LIST}")],
        ),
    ],
    ids=range(6),
)
def test_a_signature_in_the_body(more, expected):
    assert found(f"{{by: hmac, key: proof, hash: sha1, {more}}}") == expected


def test_a_secret_in_the_body():
    expected = [("authentication", NO_KEYS)]
    assert found("{by: shared_secret, key: a..b}") == expected
    assert found("{by: shared_secret, key: 'a[b]'}", "form") == []


@pytest.mark.parametrize(
    ("authentication", "header", "expected"),
    [
        ("basic", "X-Hook", [("secret", SECRET)]),
        ("{by: hmac, key: a, hash: sha1, signs: '{key:b}'}", "X-Hook", [("secret", SECRET)]),
        ("{by: hmac, header: X-S, hash: sha1}", "X-Hook", []),
        ("{by: shared_secret, header: X-S}", "X-Hook", []),
        ("{by: hmac, header: X-S, hash: sha1}", "x-s", [("header", EACH)]),
        ("{by: shared_secret, header: X-S}", "x-s", [("header", EACH)]),
    ],
    ids=range(6),
)
def test_a_secret_that_is_handed_out(authentication, header, expected):
    asks = f"asks: {{method: POST, header: {header}, secret: true}}"
    assert found(authentication, more=asks) == expected


def found(authentication, body="json", more=""):
    """The key that each problem stands at, and its message."""
    lines = ["section: Hooks", f"body: {body}", f"authentication: {authentication}", more]
    lines += ["events:", "  sung: {doc: A., match: {kind: [owl]}, payload: Bird}"]
    told = []
    for problem in problems({"webhooks.yaml": "\n".join(lines)}):
        file, line, column, rule, message = problem.split(":", 4)
        assert (file, rule) == ("spec/webhooks.yaml", " webhooks")
        before = lines[int(line) - 1][: int(column) - 1]
        told.append((before.rstrip(": ").rpartition(" ")[2].strip("{,"), message.strip()))
    return told
