"""Pages, comma-separated values, JSON lists, files and flags, as the page has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page import lists
from tests.properties.calls import call, error, found, without
from tests.properties.profile import PROPERTIES

LARGEST_PAGE = {
    "user.list": 300,
    "user.list_pending": 300,
    "meeting.list": 300,
    "meeting.list_live": 300,
    "webinar.list": 300,
    "webinar.list_registration": 300,
    "webinar.get_registration": None,
    "webinar.list_registrations": None,
    "group.member_list": None,
    "im_group.member_list": None,
    "recording.list": 300,
    "recording.list_mc": 300,
    "device.list": None,
    "chat.list": 30,
    "chat.get": 30,
    "report.get_account": 300,
    "report.get_audio": 300,
    "report.get_user": 300,
    "dashboard.meetings": 100,
    "dashboard.meeting": 100,
    "dashboard.webinars": 100,
    "dashboard.webinar": 100,
    "dashboard.share_details": 300,
    "dashboard.rooms": 30,
    "dashboard.room": 30,
    "dashboard.qos": 10,
    "dashboard.im": 30,
}
"""What the page calls the maximum of each; None where it names none."""

BY_TOKEN = {"chat.list", "chat.get"}
"""Paged by a token, and without a page number."""


@pytest.mark.parametrize(("operation", "most"), LARGEST_PAGE.items(), ids=list(LARGEST_PAGE))
def test_a_page_has_a_size_of_its_own(operation: str, most: int | None) -> None:
    def size(value: object) -> set[tuple[str, str, str]]:
        return found(operation, call(operation, page_size=value))

    @PROPERTIES
    @given(st.integers(-10, 1000), st.integers(-(2**63), 2**63 - 1))
    def property_(near: int, far: int) -> None:
        for value in (near, far, 0, 1, most or 1, (most or 0) + 1):
            if value < 1:
                assert size(value) == error("page_size", "minimum")
            elif most is not None and value > most:
                assert size(value) == error("page_size", "maximum")
            else:
                assert size(value) == set()

    property_()
    assert size("30") == size(True) == size(30.0) == size(None) == error("page_size", "type")


@pytest.mark.parametrize("operation", sorted(LARGEST_PAGE.keys() - BY_TOKEN))
def test_pages_are_counted_from_1(operation: str) -> None:
    @PROPERTIES
    @given(st.integers(-(2**63), 2**63 - 1))
    def property_(number: int) -> None:
        wanted = error("page_number", "minimum") if number < 1 else set()
        assert found(operation, call(operation, page_number=number)) == wanted

    property_()
    assert found(operation, call(operation, page_number=1)) == set()
    assert found(operation, call(operation, page_number=0)) == error("page_number", "minimum")


IDS = st.lists(st.text("abcXYZ019-_=", min_size=1, max_size=22), max_size=30)
MANY = {
    ("webinar.cancel_registration", "registrant_ids"): 15,
    ("webinar.approve_registration", "registrant_ids"): None,
    ("group.member_add", "member_ids"): None,
    ("group.member_delete", "member_ids"): None,
    ("im_group.member_add", "member_ids"): None,
    ("im_group.member_delete", "member_ids"): None,
}
"""Required ids, separated by commas, and how many there may be."""


@pytest.mark.parametrize(("where", "most"), MANY.items(), ids=["-".join(each) for each in MANY])
def test_ids_are_a_list_or_text_with_commas(where: tuple[str, str], most: int | None) -> None:
    operation, argument = where

    def verdict(ids: list[str]) -> set[tuple[str, str, str]]:
        one = found(operation, {**call(operation), argument: ids})
        assert found(operation, {**call(operation), argument: ",".join(ids)}) == one
        return one

    @PROPERTIES
    @given(IDS)
    def property_(ids: list[str]) -> None:
        if not ids:
            assert verdict(ids) == error(argument, "min_items")
        elif most is not None and len(ids) > most:
            assert verdict(ids) == error(argument, "max_items")
        else:
            assert verdict(ids) == set()

    property_()
    assert verdict(["a"]) == verdict(["a"] * 15) == set()
    assert verdict(["a"] * 16) == (set() if most is None else error(argument, "max_items"))
    assert verdict([]) == error(argument, "min_items")
    assert verdict(["a", "", "b"]) == error(f"{argument}[1]", "min_length")
    assert found(operation, without(call(operation), argument)) == error(argument, "required")
    assert found(operation, {**call(operation), argument: ["a", 1]}) == error(
        f"{argument}[1]", "type"
    )


@pytest.mark.parametrize("argument", ["member_ids", "registrant_ids"])
def test_an_id_in_a_list_cannot_hold_what_separates_ids(argument: str) -> None:
    operation = {"member_ids": "group.member_add", "registrant_ids": "webinar.cancel_registration"}

    arguments = {**call(operation[argument]), argument: ["a", "b,c"]}

    assert found(operation[argument], arguments) == error(f"{argument}[1]", "csv")


@pytest.mark.parametrize(
    ("argument", "ids", "foreign"),
    [
        ("tollfree_country", lists.TOLL_FREE, lists.COUNTRIES),
        ("premium_country", lists.PREMIUM, lists.TOLL_FREE),
    ],
)
def test_countries_of_a_plan_are_those_of_their_own_list(
    argument: str, ids: list[str], foreign: list[str]
) -> None:
    others = [country for country in foreign if country not in ids]

    @PROPERTIES
    @given(
        st.lists(st.sampled_from(ids), max_size=4),
        st.one_of(st.sampled_from([*others, "", "us", "US "]), st.text("ab", min_size=3)),
        st.booleans(),
    )
    def property_(right: list[str], wrong: str, as_text: bool) -> None:
        def verdict(countries: list[str]) -> set[tuple[str, str, str]]:
            value = ",".join(countries) if as_text else countries
            plan = {"type": "tollfree_payongo", argument: value}
            return found("account.plan_subscribe", call("account.plan_subscribe", plan_audio=plan))

        where = f"plan_audio.{argument}[{len(right)}]"
        assert verdict(right) == set()
        if right or wrong or not as_text:  # a single empty id is no id at all
            assert verdict([*right, wrong]) == error(where, "list")

    property_()


@pytest.mark.parametrize(
    ("operation", "argument", "keys"),
    [
        ("meeting.register", "custom_questions", ("title", "value")),
        ("webinar.register", "custom_questions", ("title", "value")),
        ("webinar.create", "panelists", ("name", "email")),
        ("webinar.update", "panelists", ("name", "email")),
    ],
)
def test_lists_of_objects_need_both_keys_of_each(
    operation: str, argument: str, keys: tuple[str, str]
) -> None:
    whole = {"title": "field_name1", "value": "xxx", "name": "xxx", "email": "test1@example.com"}

    @PROPERTIES
    @given(st.lists(st.sets(st.sampled_from(keys)), max_size=4))
    def property_(items: list[set[str]]) -> None:
        given = [{key: whole[key] for key in item} for item in items]
        wanted = {
            (f"{argument}[{index}].{key}", "required", "error")
            for index, item in enumerate(items)
            for key in keys
            if key not in item
        }
        assert found(operation, {**call(operation), argument: given}) == wanted

    property_()
    for wrong in ("x", 1, None, {keys[0]: "x"}):
        assert found(operation, {**call(operation), argument: wrong}) == error(argument, "type")
    assert found(operation, {**call(operation), argument: [1]}) == error(f"{argument}[0]", "type")


def test_a_panelist_has_an_address() -> None:
    @PROPERTIES
    @given(st.sampled_from(["test", "test@", "@example.com", "a b@c.d", "", "a@b@c"]))
    def property_(address: str) -> None:
        panelists = [{"name": "xxx", "email": "a@b.c"}, {"name": "xxx", "email": address}]
        wanted = error("panelists[1].email", "email")
        assert found("webinar.create", call("webinar.create", panelists=panelists)) == wanted

    property_()


JPEG = b"\xff\xd8\xff"


def picture(value: object) -> set[tuple[str, str, str]]:
    return found("user.upload_picture", call("user.upload_picture", pic_file=value))


def test_a_picture_is_told_by_its_content() -> None:
    @PROPERTIES
    @given(st.binary(max_size=64))
    def property_(content: bytes) -> None:
        assert picture(JPEG + content) == set()
        wanted = set() if content.startswith(JPEG) else error("pic_file", "file")
        assert picture(content) == wanted

    property_()
    for wrong in (b"", JPEG[:1], JPEG[:2], b"\x89PNG\r\n", b"GIF89a", b"\x00" + JPEG):
        assert picture(wrong) == error("pic_file", "file")
    for stranger in (None, 1, True, [JPEG]):
        assert picture(stranger) == error("pic_file", "type")


@pytest.mark.parametrize("name", ["a.jpg", "a.jpeg", "a.JPG", "b.JpEg", "a.b.jpg"])
def test_a_picture_s_name_ends_as_it_should(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("pictures")
    (folder / name).write_bytes(JPEG)
    (folder / f"{name}.png").write_bytes(JPEG)
    (folder / f"no-{name}").write_bytes(b"\x89PNG")

    assert picture(folder / name) == picture(str(folder / name)) == set()
    assert picture(folder / f"{name}.png") == error("pic_file", "file")
    assert picture(folder / f"no-{name}") == error("pic_file", "file")
    assert picture(folder / "missing.jpg") == error("pic_file", "file")


FLAGS = [
    ("meeting.create", "option_host_video"),
    ("meeting.update", "option_registration"),
    ("webinar.create", "option_practice_session"),
    ("user.create", "enable_waiting_room"),
    ("user.update", "disable_feedback"),
    ("account.create", "enable_pstn"),
    ("account.update", "enable_call_out"),
    ("im_group.create", "option_search_by_domain"),
]


@pytest.mark.parametrize(("operation", "argument"), FLAGS)
def test_a_flag_is_true_or_false_and_nothing_like_it(operation: str, argument: str) -> None:
    @PROPERTIES
    @given(st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=5)))
    def property_(value: object) -> None:
        assert found(operation, {**call(operation), argument: value}) == error(argument, "type")

    property_()
    for flag in (True, False):
        assert found(operation, {**call(operation), argument: flag}) == set()
    for wrong in (0, 1, 1.0, "true", "True", "", None, [True]):
        assert found(operation, {**call(operation), argument: wrong}) == error(argument, "type")


@pytest.mark.parametrize("operation", ["account.create", "meeting.register", "webinar.register"])
def test_names_other_than_a_users_hold_any_number_of_words(operation: str) -> None:
    assert (
        found(operation, call(operation, first_name="\u5f20" * 6, last_name="\u5f20" * 60)) == set()
    )
