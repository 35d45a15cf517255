"""What generated things are called; a name once given is for good."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

from apiscribe import naming
from apiscribe.naming import reserved
from apiscribe.runtime import errors
from apiscribe.runtime.client.blocking import BaseClient
from apiscribe.runtime.client.request_options import UploadOptions
from zoom_v1 import AsyncZoomClient, ZoomClient, models, types

TEMPLATES = Path(naming.__file__).parents[1] / "templates"
WITH_CLASSES_OF_A_SPEC = {
    "client": reserved.CLIENT_CLASSES,
    "union_models": reserved.MODEL_CLASSES,
    "types_choices": reserved.TYPE_CLASSES,
    "types_dicts": reserved.TYPE_CLASSES,
}


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
        ("builtins", "builtins_"),
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
    ("name", "argument"),
    [("timeout", "timeout_"), ("extraHeaders", "extra_headers_"), ("from", "from_"), ("id", "id")],
)
def test_arguments_leave_alone_what_every_method_takes(name, argument):
    assert naming.argument(name) == argument


def test_what_every_method_takes_is_reserved():
    assert {"options", *UploadOptions.__annotations__} == reserved.REQUEST_OPTIONS


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
    ("value", "name"),
    [
        ("meeting_type", "MeetingTypes"),
        ("visibility", "Visibilities"),
        ("day", "Days"),
        ("status", "Statuses"),
        ("box", "Boxes"),
        ("branch", "Branches"),
    ],
)
def test_classes_of_constants(value, name):
    assert naming.constants_class(value) == name


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


class TestWhatIsReservedIsAllThatIsTaken:
    def test_by_every_client(self):
        attributes = {name for name in dir(BaseClient) if not name.startswith("_")}
        assert attributes <= reserved.CLIENT_NAMES

    def test_by_what_a_client_is_made_with(self):
        for client in (ZoomClient, AsyncZoomClient):
            taken = set(inspect.signature(client).parameters)
            assert taken - {"api_key", "api_secret", "data_type"} == reserved.CLIENT_ARGUMENTS

    def test_by_the_exceptions_of_the_runtime(self):
        classes = {name for name, each in vars(errors).items() if inspect.isclass(each)}
        public = {name for name in classes if re.fullmatch("[A-Z].*(Error|Warning|Timeout)", name)}

        assert public <= reserved.RUNTIME_ERRORS

    @pytest.mark.parametrize("template", WITH_CLASSES_OF_A_SPEC)
    def test_by_what_modules_import(self, template):
        text = (TEMPLATES / f"{template}.py.jinja").read_text()
        lines = re.findall(r"^ *from [\w.{} ]+ import (.+)$", text, re.MULTILINE)
        names = {name.rpartition(" as ")[2].strip() for line in lines for name in line.split(",")}
        classes = {name for name in names if re.fullmatch("[A-Z]+[a-z]\\w*", name)}

        assert classes - WITH_CLASSES_OF_A_SPEC[template] - reserved.RUNTIME_ERRORS == set()

    def test_by_what_modules_of_models_import(self):
        found = set()
        for path in Path(models.__file__).parent.glob("*.py"):
            for line in re.findall(
                "^from (?!zoom_v1.models).* import (.+)$", path.read_text(), re.MULTILINE
            ):
                found |= set(re.findall(r"\b[A-Z]+[a-z]\w*", line))

        assert "AwareDatetime" in found
        assert found - set(dir(models)) <= reserved.MODEL_CLASSES

    def test_by_what_the_package_of_types_has_of_the_runtime(self):
        for name in ("AsyncPager", "Hook", "Pager", "Upload"):
            assert getattr(types, name)
            assert name in reserved.TYPE_CLASSES


@pytest.mark.parametrize("package", ["models", "operations", "resources", "validators"])
def test_no_module_hides_what_its_package_holds(package):
    held = vars(importlib.import_module(f"zoom_v1.{package}"))
    names = {name for name, each in held.items() if not inspect.ismodule(each)}

    assert {name for name in names if re.match("[a-z]", name)} <= reserved.MODULES


def test_a_module_that_would_hide_something_has_another_name():
    assert [naming.module(name) for name in ("operations", "findOne", "find", "import")] == [
        *("operations_", "find_one", "find_", "import_")
    ]
