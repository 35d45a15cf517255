"""What generated things are called; a name once given is for good."""

import pytest

from generator import naming


@pytest.mark.parametrize(
    ("name", "variable"),
    [
        ("page_size", "page_size"),
        ("pageSize", "page_size"),
        ("page-size", "page_size"),
        ("HTTPServer2", "http_server2"),
        ("userIDs", "user_i_ds"),
        ("from", "from_"),
        ("class", "class_"),
        ("self", "self_"),
        ("type", "type"),
        ("operations", "operations_"),
        ("3d", "_3d"),
        ("_links", "_links"),
        ("__init__", "init"),
        ("__token", "token"),
        ("it's {here}", "it_s_here"),
        ("größe", "gr_e"),
        ("!?", "_"),
    ],
)
def test_variables(name, variable):
    assert naming.variable(name) == variable
    assert variable.isidentifier()


@pytest.mark.parametrize(
    ("name", "field"),
    [("extra", "extra_"), ("field", "field_"), ("class", "class_"), ("birdName", "bird_name")],
)
def test_fields_leave_alone_what_models_have(name, field):
    assert naming.field(name) == field


@pytest.mark.parametrize(
    ("name", "constant"),
    [("list", "LIST"), ("import", "IMPORT"), ("checks", "CHECKS_"), ("unset", "UNSET_")],
)
def test_constants_leave_alone_what_modules_hold(name, constant):
    assert naming.constant(name) == constant


@pytest.mark.parametrize(
    ("name", "class_name"),
    [("meeting_type", "MeetingType"), ("BookID", "BookID"), ("im_group", "ImGroup")],
)
def test_classes(name, class_name):
    assert naming.class_name(name) == class_name


@pytest.mark.parametrize(
    ("key", "plain"),
    [
        ("bird", True),
        ("birdName", True),
        ("_links", True),
        ("class", False),
        ("bird-name", False),
        ("__init__", False),
        ("größe", False),
        ("", False),
    ],
)
def test_keys_that_the_body_of_a_class_can_spell(key, plain):
    assert naming.is_plain(key) == plain
