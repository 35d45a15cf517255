"""Requests: what is sent for which arguments, and what is refused before."""

from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import UNSET

from apiscribe.runtime.call_warnings import ArgumentWarning
from apiscribe.runtime.client.request_builder import named
from apiscribe.runtime.client.texts import urlencoded
from apiscribe.runtime.client.uploads import looked_at, part_names
from apiscribe.runtime.encoding.bindings import Bindings, Style
from apiscribe.runtime.encoding.files import FilePart
from apiscribe.runtime.encoding.streamed import Streamed
from apiscribe.runtime.encoding.unions import Union
from apiscribe.runtime.encoding.wire import JSON, TEXT, Array, File, Object
from apiscribe.runtime.errors import InvalidArguments
from apiscribe.runtime.request import AtHand, Request
from apiscribe.runtime.semantics.members import Arm, Arms
from tests.runtime import zoo
from tests.runtime.zoo import KEY, SECRET, request_for

BEARER = msgspec.structs.replace(zoo.CONFIG, scheme="bearer", credentials=("api_key",))
PNG = b"\x89PNG rest of it"


def test_locals_become_arguments_by_wire_names():
    given = {"self": object(), "name": "Rex", "legs": UNSET, "from_": "Rome", "tame": None}

    assert named(zoo.ADD, given) == {"name": "Rex", "from": "Rome", "tame": None}


def test_a_form_carries_credentials_and_arguments_as_text():
    request = request_for(
        zoo.ADD,
        {
            "name": "Räx & Co",
            "legs": 4,
            "tame": False,
            "born_at": datetime(2012, 11, 25, 12, tzinfo=UTC),
            "tags": ["old", "grey"],
            "diet": {"meat": True},
        },
    )

    assert (request.method, request.target) == ("POST", "/v1/animal/add")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.body == (
        f"api_key={KEY}&api_secret={SECRET}&name=R%C3%A4x+%26+Co&legs=4&tame=false"
        "&born_at=2012-11-25T12%3A00%3A00Z&tags=old%2Cgrey&diet=%7B%22meat%22%3Atrue%7D"
    )


def test_path_values_are_quoted_with_no_safe_characters():
    request = request_for(zoo.REMOVE, {"zoo": "a/b c?&=%2F", "id": "{zoo}ü"})

    assert request.target == "/v1/zoos/a%2Fb%20c%3F%26%3D%252F/animals/%7Bzoo%7D%C3%BC"


@pytest.mark.parametrize("value", ["", ".", "..", None])
def test_a_value_that_changes_the_path_is_refused(value):
    with pytest.raises(InvalidArguments) as caught:
        request_for(zoo.REMOVE, {"zoo": "z", "id": value})

    assert [violation.argument for violation in caught.value.violations] == ["id"]


def test_a_path_value_that_is_left_out_is_refused():
    with pytest.raises(InvalidArguments, match="zoo"):
        request_for(zoo.REMOVE, {"id": "7"})


def test_a_json_body_carries_credentials_too():
    request = request_for(zoo.REMOVE, {"zoo": "z", "id": "7", "notify": True, "reason": "sold"})

    assert request.target == "/v1/zoos/z/animals/7?notify=true"
    assert request.headers["content-type"] == "application/json"
    assert msgspec.json.decode(at_hand(request)) == {
        "api_key": KEY,
        "api_secret": SECRET,
        "reason": "sold",
    }


def test_json_tells_null_from_absent_and_keeps_types():
    request = request_for(
        zoo.REPLACE,
        {
            "born_at": datetime(2012, 11, 25, 12, tzinfo=UTC),
            "tags": None,
            "more": {"deep": [1, None]},
        },
        BEARER,
    )

    assert msgspec.json.decode(at_hand(request)) == {
        "born_at": "2012-11-25T12:00:00Z",
        "tags": None,
        "more": {"deep": [1, None]},
    }


def test_a_bearer_token_travels_in_its_header_alone():
    request = request_for(zoo.REMOVE, {"zoo": "z", "id": "7"}, BEARER)

    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body is None
    assert KEY not in request.target


def test_a_query_carries_everything_and_there_is_no_body():
    request = request_for(zoo.FIND, {"name": "R x", "tame": True})

    path, _, query = request.target.partition("?")
    assert path == "/v1/animals"
    assert parse_qsl(query) == [
        ("api_key", KEY),
        ("api_secret", SECRET),
        ("name", "R x"),
        ("tame", "true"),
    ]
    assert request.body is None


def test_a_query_without_arguments_has_no_question_mark():
    assert request_for(zoo.FIND, {}, BEARER).target == "/v1/animals"


def test_in_multipart_only_files_have_file_names():
    request = request_for(zoo.PICTURE, {"id": "7", "pic": PNG})

    kind, _, boundary = request.headers["content-type"].partition("; boundary=")
    assert kind == "multipart/form-data"
    body = whole(request)
    parts = body.split(f"--{boundary}".encode())
    assert len(parts) == 6  # a preamble, two credentials, two arguments, the end
    assert b'name="api_secret"\r\n\r\n' + SECRET.encode() in body
    assert b'name="pic"; filename="pic.png"\r\n' in body
    assert PNG in body
    assert b'name="id"\r\n\r\n7\r\n' in body


TYPED = msgspec.structs.replace(
    zoo.PICTURE,
    arguments={
        "pic": File("png"),
        "diet": Object({"meat": JSON}),
        "tags": Array(TEXT),
        "cage": Object({"of": JSON}),
        "names": Array(TEXT),
        "keeper": Union(Arms((Arm(("text",)), Arm(("object",)))), (TEXT, Object({"name": TEXT}))),
        "note": TEXT,
    },
    bindings=Bindings(
        written={"diet": "food"},
        styles={"cage": Style(objects="brackets"), "names": Style(lists="repeat")},
    ),
)


@pytest.mark.filterwarnings("ignore:.* is not known")
@pytest.mark.parametrize(
    ("given", "head"),
    [
        ({"diet": {"meat": True}}, b'name="food"\r\nContent-Type: application/json\r\n'),
        ({"tags": ["old"]}, b'name="tags"\r\nContent-Type: application/json\r\n'),
        ({"keeper": {"name": "A"}}, b'name="keeper"\r\nContent-Type: application/json\r\n'),
        ({"keeper": "Ada"}, b'name="keeper"\r\n'),
        ({"cage": {"of": "x"}}, b'name="cage[of]"\r\n'),
        ({"names": ["Rex"]}, b'name="names"\r\n'),
        ({"note": "{}"}, b'name="note"\r\n'),
    ],
)
def test_a_part_that_is_json_says_so(given, head):
    assert b"form-data; " + head + b"\r\n" in whole(request_for(TYPED, {**given, "pic": PNG}))


def test_a_file_keeps_its_name_and_is_not_read_yet(tmp_path):
    path = tmp_path / "rex.png"
    path.write_bytes(PNG)

    with path.open("rb") as stream:
        request = request_for(zoo.PICTURE, {"id": "7", "pic": stream})

        assert stream.tell() == 0
        body = whole(request)

    assert b'filename="rex.png"\r\nContent-Type: image/png\r\n\r\n' + PNG in body


def at_hand(request: Request) -> bytes | str:
    assert isinstance(request.body, AtHand)
    return request.body or b""


def whole(request: Request) -> bytes:
    body = request.body
    assert isinstance(body, Streamed)
    found = b"".join(body.whole())
    assert len(found) == body.size
    return found


@pytest.mark.parametrize("pic", ["/no/such/file.png", "\0", 7, b"GIF89a"])
def test_a_file_that_is_none_or_of_another_kind_is_refused(pic):
    with pytest.raises(InvalidArguments) as caught:
        request_for(zoo.PICTURE, {"id": "7", "pic": pic})

    assert [violation.argument for violation in caught.value.violations] == ["pic"]


@pytest.mark.parametrize(
    "changed",
    [{"encoding": "multipart"}, {"encoding": "raw", "bindings": Bindings(body="tame")}],
    ids=["form", "body"],
)
def test_what_is_no_file_is_refused_by_name(changed):
    arguments = {"name": zoo.ADD.arguments["name"], "tame": File()}
    unchecked = msgspec.structs.replace(zoo.ADD, arguments=arguments, **changed)

    with pytest.raises(InvalidArguments, match="tame: is not a file"):
        request_for(unchecked, {"name": "Rex", "tame": 7})


A_FILE = FilePart(None, PNG)


@pytest.mark.parametrize(
    ("single", "given", "looked"),
    [
        (False, [PNG, PNG], [A_FILE, A_FILE]),
        (False, (PNG, PNG), [A_FILE, A_FILE]),
        (False, PNG, PNG),
        (True, [PNG], [A_FILE]),
        (True, PNG, A_FILE),
        (True, ("a.png", PNG), FilePart("a.png", PNG)),
    ],
)
def test_a_list_of_files_is_told_from_a_file(single, given, looked):
    operation = msgspec.structs.replace(zoo.PICTURE, arguments={"pics": Array(File(), single)})

    assert looked_at(operation, {"pics": given, "more": PNG}) == {"pics": looked, "more": PNG}


@pytest.mark.parametrize(
    ("lists", "names"),
    [
        ("repeat", ["pics", "pics"]),
        ("brackets", ["pics[]", "pics[]"]),
        ("indexed", ["pics[0]", "pics[1]"]),
    ],
)
def test_the_files_of_a_list_are_named_as_its_style_has_it(lists, names):
    bindings = Bindings(styles={"pics": Style(lists=lists)})
    operation = msgspec.structs.replace(zoo.PICTURE, bindings=bindings)

    assert part_names(operation, "pics", [A_FILE, A_FILE]) == names
    assert part_names(operation, "pics", A_FILE) == ["pics"]


def test_all_violations_are_raised_at_once():
    with pytest.raises(InvalidArguments) as caught:
        request_for(zoo.ADD, {"legs": "4", "from": 7})

    broken = [(violation.argument, violation.rule) for violation in caught.value.violations]
    assert broken == [("name", "required"), ("legs", "type"), ("from_", "type")]
    assert caught.value.operation == "animal.add"


def test_a_warning_does_not_stop_a_request():
    with pytest.warns(ArgumentWarning):
        assert "legs=3" in str(request_for(zoo.ADD, {"name": "Rex", "legs": 3}).body)


@pytest.mark.parametrize("value", [object(), {"deep": object()}])
def test_what_cannot_be_written_as_json_is_refused_by_name(value):
    with pytest.raises(InvalidArguments, match="more: cannot be written as JSON"):
        request_for(zoo.REPLACE, {"more": value})


def test_text_that_utf_8_cannot_hold_is_refused_by_name():
    unchecked = msgspec.structs.replace(zoo.ADD, arguments={"tags": zoo.ADD.arguments["tags"]})

    with pytest.raises(InvalidArguments, match="tags: cannot be written as text"):
        request_for(unchecked, {"name": "Rex", "tags": ["\ud800"]})


def test_null_has_no_form_as_text():
    assert request_for(zoo.FIND, {"tame": None}, BEARER).target == "/v1/animals"


def test_nothing_shows_the_secret_of_a_request():
    request = request_for(zoo.FIND, {"name": "Rex"})

    assert repr(request) == "<Request GET /v1/animals>"
    assert SECRET in request.target
    assert SECRET not in request.shown


def test_a_url_with_a_sensitive_argument_is_not_shown():
    sensitive = msgspec.structs.replace(zoo.REMOVE, sensitive=frozenset({"id"}))
    request = request_for(sensitive, {"zoo": "z", "id": "7777"}, BEARER)

    assert request.target == "/v1/zoos/z/animals/7777"
    assert request.shown == "/v1/zoos/{zoo}/animals/{id}"


def test_secrets_are_hidden_in_what_others_say():
    request = request_for(zoo.ADD, {"name": "Rex", "passphrase": "open sesame"})

    said = request.hide(f"{KEY} with {SECRET} may not say open sesame to Rex")
    assert said == "*** with *** may not say *** to Rex"


def test_a_secret_as_short_as_a_word_does_not_spoil_messages():
    request = request_for(zoo.ADD, {"name": "Rex"}, secret="secret")

    assert request.hide("key and secret do not match") == "key and secret do not match"


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=20))))
@example([("a b", "é&=+%~"), ("", ""), ("plain", "as-it_is.~")])
def test_a_form_is_written_as_urllib_writes_it(pairs: list[tuple[str, str]]) -> None:
    sound = [pair for pair in pairs if not any("\ud800" <= c <= "\udfff" for c in "".join(pair))]

    assert urlencoded(sound) == urlencode(sound)
