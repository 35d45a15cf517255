"""Values of Python and texts of a form agree; the stub refuses what `validate_form` refuses."""

import json
import re
from contextlib import suppress

import pytest
import urllib3
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.contract.page import IDS, KEY, SECRET
from tests.properties.calls import Found, call, error, found, seen
from tests.properties.form import PATHS, Unwritable, encode, in_brackets
from tests.properties.profile import PROPERTIES
from zoom_v1 import strategies
from zoom_v1.strategies import InvalidCall
from zoom_v1.stub import StubServer
from zoom_v1.validators import validate_form

FORMS = [operation for operation in IDS if operation != "user.upload_picture"]
"""All but the one that sends a file."""

JPEG = b"\xff\xd8\xff"

LOST = {"type", "csv"}
"""Rules about what a form does not tell: of which type a value was, what was one item."""


def as_form(operation: str, form: dict[str, str]) -> Found:
    return seen(validate_form(operation, form))


@pytest.mark.parametrize("operation", FORMS)
def test_what_is_right_as_values_is_right_in_a_form(operation: str) -> None:
    @settings(PROPERTIES, max_examples=10)
    @given(strategies.valid_arguments(operation))
    def property_(arguments: dict[str, object]) -> None:
        assert as_form(operation, encode(operation, arguments)) == set()
        assert as_form(operation, in_brackets(operation, arguments)) == set()

    property_()


@pytest.mark.parametrize("operation", FORMS)
def test_what_is_wrong_as_values_is_wrong_in_a_form(operation: str) -> None:
    @settings(PROPERTIES, max_examples=20)
    @given(strategies.invalid_arguments(operation))
    def property_(wrong: InvalidCall) -> None:
        if wrong.rule in LOST:
            return
        try:
            form = encode(operation, wrong.arguments)
            nested = in_brackets(operation, wrong.arguments)
        except Unwritable:
            return
        assert as_form(operation, form) == found(operation, wrong.arguments)
        assert as_form(operation, nested) == found(operation, wrong.arguments)

    property_()


NUMBER = re.compile("-?[0-9]{1,18}", re.ASCII)
NUMBERS = st.one_of(
    st.integers(-400, 400).map(str),
    st.integers(-(10**17), 10**17).map(str),
    st.text("0123456789+-_. e\uff11\u0661\u00b2", max_size=6),
    st.text(max_size=4),
)
ODD_NUMBERS = [
    "",
    " 1",
    "1 ",
    "1\n",
    "+1",
    "1_0",
    "1.0",
    "1e1",
    "0x1",
    "\uff11",
    "\u0661",
    "\u00b2",
]
ODD_NUMBERS += ["--1", "1-", "true", "null", "[1]", '"1"', "1,0", "1,", "NaN", "Infinity"]


def page_size(text: str) -> Found:
    return as_form("user.list", {"page_size": text})


@PROPERTIES
@given(NUMBERS)
def test_a_number_is_digits_and_perhaps_a_sign(text: str) -> None:
    if not NUMBER.fullmatch(text):
        assert page_size(text) == error("page_size", "type")
    elif int(text) < 1:
        assert page_size(text) == error("page_size", "minimum")
    else:
        assert page_size(text) == (error("page_size", "maximum") if int(text) > 300 else set())


def test_what_only_looks_like_a_number_is_none() -> None:
    for text in ODD_NUMBERS:
        assert page_size(text) == error("page_size", "type"), text
    assert page_size("1") == page_size("300") == page_size("007") == set()
    assert page_size("301") == error("page_size", "maximum")
    assert page_size("0") == page_size("-0") == error("page_size", "minimum")


@PROPERTIES
@given(
    st.one_of(st.sampled_from(["True", "TRUE", "1", "0", "yes", "", " true", "true\n"]), st.text())
)
def test_a_flag_is_the_word_true_or_false(text: str) -> None:
    assume(text not in ("true", "false"))
    form = {**encode("user.create", call("user.create")), "enable_polling": text}

    assert as_form("user.create", form) == error("enable_polling", "type")
    for flag in ("true", "false"):
        assert as_form("user.create", {**form, "enable_polling": flag}) == set()


@PROPERTIES
@given(st.text('{}[]",:0123456789truefalsnu \\', max_size=12))
def test_text_that_is_no_object_is_no_recurrence(text: str) -> None:
    form = {**encode("meeting.create", call("meeting.create", type=8)), "recurrence": text}
    try:
        is_object = isinstance(json.loads(text), dict)
    except ValueError:
        is_object = False

    if not is_object:
        assert as_form("meeting.create", form) == error("recurrence", "type")


ODD_TEXTS = [
    "",
    "0",
    "1",
    "-1",
    "99999",
    "true",
    "null",
    "x",
    "a,b",
    "{}",
    "[]",
    '{"type":1}',
    "\uff11",
]
"""Right here, wrong there."""


@pytest.mark.parametrize("operation", FORMS)
def test_the_stub_refuses_what_validate_form_refuses(
    operation: str, stub: StubServer, http: urllib3.PoolManager
) -> None:
    url = stub.base_url + PATHS[operation]

    def refused(form: dict[str, str]) -> bool:
        fields = {"api_key": KEY, "api_secret": SECRET, **form}
        answer = http.request("POST", url, fields=fields, encode_multipart=False).json()
        if "error" not in answer:
            return False
        assert answer["error"]["code"] == 300
        for violation in validate_form(operation, form):
            assert violation.argument in answer["error"]["message"]
        return True

    def check(form: dict[str, str]) -> None:
        severities = {severity for _, _, severity in as_form(operation, form)}
        assert refused(form) is ("error" in severities), form

    @settings(PROPERTIES, max_examples=6)
    @given(
        strategies.valid_arguments(operation),
        strategies.invalid_arguments(operation),
        st.sampled_from(ODD_TEXTS),
        st.integers(0, 60),
    )
    def property_(arguments: dict[str, object], wrong: InvalidCall, odd: str, place: int) -> None:
        form = encode(operation, arguments)
        check(form)
        if form:
            name = sorted(form)[place % len(form)]
            check({**form, name: odd})
            check({each: text for each, text in form.items() if each != name})
        with suppress(Unwritable):
            check(encode(operation, wrong.arguments))

    property_()


def test_the_stub_tells_a_picture_by_its_content(
    stub: StubServer, http: urllib3.PoolManager
) -> None:
    def refused(name: str, content: bytes) -> bool:
        fields: dict[str, str | tuple[str, bytes]] = {
            "api_key": KEY,
            "api_secret": SECRET,
            "id": "x",
        }
        fields["pic_file"] = (name, content)
        answer = http.request("POST", stub.base_url + PATHS["user.upload_picture"], fields=fields)
        return bool(answer.json().get("error", {}).get("code") == 300)

    @settings(PROPERTIES, max_examples=10)
    @given(st.binary(max_size=64))
    def property_(content: bytes) -> None:
        assert not refused("a.jpg", JPEG + content)
        assert refused("a.jpg", content) is not content.startswith(JPEG)
        assert refused("a.png", JPEG + content)

    property_()
