"""Hostile texts in every place of a spec that takes one: they come out as text, unchanged.

What comes of them is compared with the texts themselves, and nothing that they try to do
is done. `good/hostile` shows to a reader's eye what this compares by machine.
"""

import ast
import json
import re
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest
import urllib3

from apiscribe import SpecError, compile_spec, render
from tests.cases import hostile_spec
from tests.cases.hostile_texts import KEYS, TEXTS, folded
from tests.runtime.scripted import answers

NUMBERS = range(len(TEXTS))
each_text = pytest.mark.parametrize("number", NUMBERS)
MODULES = (
    "client",
    "errors",
    "lists",
    "models.things",
    "operations",
    "stub",
    "types",
    "validators",
    "webhooks",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The package, made and imported in a directory where nothing may be left behind."""
    scratch, out = tmp_path_factory.mktemp("scratch"), tmp_path_factory.mktemp("hostile")
    hostile_spec.write(out / "spec")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(scratch)
        for path, content in render(compile_spec(out / "spec")).items():
            target = out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        patch.syspath_prepend(str(out))
        modules = {
            name.rpartition(".")[2]: import_module(f"hostile_words.{name}") for name in MODULES
        }
        openapi = json.loads((out / "openapi.json").read_bytes())
        yield SimpleNamespace(**modules, openapi=openapi)
        assert list(scratch.iterdir()) == []


@pytest.fixture(scope="module")
def stub(hostile):
    with hostile.stub.StubServer() as stub:
        yield stub


def told(stub, path):
    """What the page for people gets, and shows as text."""
    return urllib3.request("GET", f"{stub.base_url}/_stub/{path}").json()


def sentence(text):
    line = folded(text)
    return line if line[-1] in ".!?:" else f"{line}."


def path_of(number):
    """The name of an operation's argument in the path."""
    return f"p {hostile_spec.placeholder(TEXTS[number])}"


def described(hostile, number):
    found = [each for item in hostile.openapi["paths"].values() for each in item.values()]
    return next(each for each in found if each["operationId"] == f"thing.op_{number}")


def python_names(hostile, number):
    """Name on the wire -> name in Python."""
    operation = hostile.operations.find(f"thing.op_{number}")
    renamed = {wire: name for name, wire in operation.renamed.items()}
    return {name: renamed.get(name, name) for name in operation.arguments}


class TestAsData:
    def test_lists_and_literals(self, hostile):
        assert dict(zip(TEXTS, TEXTS, strict=True)) == hostile.lists.IDS
        assert get_args(hostile.types.Listed) == TEXTS
        assert get_args(hostile.types.Value0) == TEXTS

    def test_facts_of_the_client(self, hostile):
        config = hostile.client.CONFIG
        present = hostile_spec.word(TEXTS[12])

        assert config.title == hostile_spec.ALL
        assert config.envelope.marks[0].key == present
        assert config.envelope.messages == (f"{present}.{hostile_spec.word(TEXTS[13])}",)

    @each_text
    def test_errors(self, hostile, number):
        text = TEXTS[number]
        error = hostile.errors.BY_CODE[text]

        assert (error.__name__, error.code, error.hint) == (f"Error{number}", text, text)
        assert folded(error.__doc__).startswith(sentence(text))
        assert f"Section: {folded(text)}" in folded(error.__doc__)

    @each_text
    def test_events(self, hostile, number):
        text = TEXTS[number]
        kind = hostile.webhooks._API.kinds[number]

        assert (kind.match, kind.content_key) == ({text: (text,)}, text)
        assert kind.event.name == f"event_{number}"
        assert folded(kind.event.__doc__).startswith(sentence(text))
        assert folded(f"Sent where `{text}` is `{text}`.") in folded(kind.event.__doc__)

    @each_text
    def test_operations(self, hostile, number):
        operation = hostile.operations.find(f"thing.op_{number}")

        assert operation.path == f"/things/{number}/{{{path_of(number)}}}"
        assert operation.section == TEXTS[number]
        assert operation.in_path == (path_of(number),)
        assert hostile_spec.named(number) in operation.arguments

    def test_keys_of_models(self, hostile):
        assert hostile.things.Wired.__struct_encode_fields__[: len(KEYS)] == KEYS

    @each_text
    def test_names_of_errata(self, hostile, number):
        text, name = TEXTS[number], hostile_spec.named(number)
        validate = hostile.validators.validate
        wrong = {path_of(number): "x", "choice": f"{text}!", "matched": text, name: text}

        found = {each.rule: each for each in validate(f"thing.op_{number}", wrong)}
        assert (found["choices"].basis, found["choices"].erratum) == ("observed", text)
        assert (found["exclusive"].basis, found["exclusive"].erratum) == ("inferred", text)
        body = described(hostile, number)["requestBody"]["content"]["application/json"]["schema"]
        assert body["properties"]["choice"]["x-erratum"] == {"enum": text}
        assert body["allOf"][1]["x-erratum"] == text

    @each_text
    def test_openapi(self, hostile, number):
        text, found = TEXTS[number], described(hostile, number)
        body = found["requestBody"]["content"]["application/json"]
        properties = body["schema"]["properties"]

        assert (found["summary"], found["x-section"]) == (sentence(text), text)
        assert found["parameters"][0]["name"] == path_of(number)
        assert properties[hostile_spec.named(number)]["default"] == text
        assert properties[hostile_spec.named(number)]["description"] == sentence(text)
        assert properties["choice"]["enum"] == list(TEXTS)
        assert properties["choice"]["x-enum-descriptions"] == list(TEXTS)
        assert re.fullmatch(properties["matched"]["pattern"], text)
        assert body["examples"]["curl"]["value"] == {
            "secret": "your_secret",
            hostile_spec.named(number): text,
            "choice": text,
        }


class TestAsProse:
    @each_text
    def test_docstrings_of_methods(self, hostile, number):
        resource = import_module("hostile_words.resources.thing").ThingResource
        doc = folded(getattr(resource, f"op_{number}").__doc__)
        line = sentence(TEXTS[number])
        name = python_names(hostile, number)[hostile_spec.named(number)]

        assert doc.startswith(f"{folded(TEXTS[number])} {line} Args: ")
        assert f" {name}: {line} {folded(f'Default: {TEXTS[number]}.')}" in doc
        assert doc.endswith(f" Section: {folded(TEXTS[number])}")
        assert all(folded(text) in doc for text in TEXTS)  # the choices

    def test_docstrings_of_classes_and_modules(self, hostile):
        resource = import_module("hostile_words.resources.thing")
        every = folded(hostile_spec.ALL)

        assert folded(resource.ThingResource.__doc__) == sentence(every)
        assert folded(str(resource.__doc__)) == sentence(every)
        assert folded(str(import_module("hostile_words").__doc__)).startswith(every)
        assert folded(hostile.things.Named.__doc__) == sentence(every)
        assert folded(hostile.things.Thing.__doc__) == sentence(TEXTS[13])
        below = strings_below_assignments(import_module("hostile_words.types.dicts"))
        stands_for = f"{sentence(every)} A plain dict in place of `Named`."
        assert folded(below["NamedDict"]).startswith(stands_for)


class TestInUse:
    @each_text
    def test_checks(self, hostile, number):
        text, name, in_path = TEXTS[number], hostile_spec.named(number), path_of(number)

        def broken(**more):
            given = {in_path: "x", **more}
            return [
                (each.argument, each.rule, each.source)
                for each in hostile.validators.validate(f"thing.op_{number}", given)
            ]

        assert broken(choice=text, listed=text) == []
        assert broken(choice=f"{text}!") == [("choice", "choices", text)]
        assert broken(listed=f"{text}!") == [("listed", "list", text)]
        assert broken(choice=text) == [("listed", "required", text)]
        assert broken(**{"choice": text, name: text}) == []
        assert broken(matched=text, spelled=text) == []
        assert broken(matched=f"{text}!") == [("matched", "pattern", text)]
        assert broken(matched=text, **{name: "x"}) == [(name, "exclusive", text)]
        spelled = text[0]
        assert [each[:2] for each in broken(spelled=spelled, **{name: text})] == [
            ("spelled", "ignored_when")
        ]

    @each_text
    def test_a_call_and_its_answer(self, hostile, stub, server, number):
        text, names = TEXTS[number], python_names(hostile, number)
        key = number % len(KEYS)
        arguments = {
            names[path_of(number)]: text if text not in ("", ".", "..") else "x",
            names[hostile_spec.named(number)]: text,
            names["named"]: {f"k{key} {KEYS[key]}": text},
        }
        # A client takes none with white space around it.
        secret = text.strip()
        with hostile.client.HostileClient(secret=secret, base_url=stub.base_url) as client:
            answered = getattr(client.with_raw_response.thing, f"op_{number}")(**arguments)
            thing = answered.parsed()
        server.will(answers(answered.body))
        with hostile.client.HostileClient(secret=secret, base_url=server.base_url) as client:
            getattr(client.thing, f"op_{number}")(**arguments)

        assert json.loads(answered.body) == hostile_spec.thing(number)
        assert thing.free == {text: [text, {text: None}]}
        assert getattr(thing.wired, f"f_{key}") == text
        (request,) = server.received
        assert json.loads(request.body) == {
            "secret": secret,
            hostile_spec.named(number): text,
            "named": {f"k{key} {KEYS[key]}": text},
        }

    @each_text
    def test_an_error_of_that_code(self, hostile, server, number):
        outer, code = (hostile_spec.key(TEXTS[place]) for place in (12, 14))
        server.will(answers(json.dumps({outer: {code: TEXTS[number]}}), 400))
        with (
            hostile.client.HostileClient(secret="s", base_url=server.base_url) as client,
            pytest.raises(hostile.errors.BY_CODE[TEXTS[number]]),
        ):
            client.thing.op_0(**{python_names(hostile, 0)[path_of(0)]: "x"})

    def test_the_page_for_people_is_of_no_api(self, stub):
        html = urllib3.request("GET", stub.base_url).data.decode()

        assert "thing" not in html
        assert re.findall(r"<script[^>]*>", html) == [
            '<script type="module" src="/_stub/page/app.js">'
        ]

    @each_text
    def test_the_page_for_people_is_told_each_text(self, stub, number):
        text, told_of = TEXTS[number], told(stub, f"operations/thing.op_{number}")

        assert folded(told_of["summary"]) == sentence(text)
        assert told_of["section"] == text
        assert [folded(each["doc"]) for each in told_of["arguments"]] == [sentence(text)] * 9
        assert told_of["path"] == f"/things/{number}/{{{path_of(number)}}}"
        assert hostile_spec.named(number) in [each["wire"] for each in told_of["arguments"]]

    def test_the_page_for_people_is_told_the_title_of_the_spec(self, stub):
        title = folded(told(stub, "operations")["title"])
        assert folded(hostile_spec.ALL) in title


def strings_below_assignments(module):
    """Name -> the text that stands below its definition, as editors show it."""
    body = ast.parse(Path(module.__file__).read_text()).body
    return {
        ast.unparse(above.targets[0]): ast.literal_eval(text.value)
        for above, text in pairwise(body)
        if isinstance(above, ast.Assign) and isinstance(text, ast.Expr)
    }


def test_what_cannot_be_a_key_is_a_problem_with_a_place(tmp_path):
    refused = [text for text in TEXTS if text not in KEYS]
    field = {"type": "text", "doc": "d", "optional": True}
    trees = hostile_spec.files()
    fields = trees["types/things.yaml"]["objects"]["Named"]["fields"]
    fields.update(dict.fromkeys(refused, field))
    fields.update(
        {f"w_{place}": {**field, "wire_name": text} for place, text in enumerate(refused)}
    )
    hostile_spec.write(tmp_path, trees)

    with pytest.raises(SpecError) as caught:
        compile_spec(str(tmp_path))

    lines = str(caught.value).splitlines()
    problem = re.compile(
        r".*/types/things\.yaml:\d+:\d+: bad-name: .* is not a key without quotes.*"
    )
    assert len(lines) == 2 * len(refused)
    assert [line for line in lines if not problem.fullmatch(line)] == []
