"""`spec/README.md` keeps its word: each example is read, and each key is named in its chapter."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from apiscribe.document.api import ApiDoc
from apiscribe.document.arguments import (
    ArgumentDoc,
    ArgumentEntry,
    ConstantDoc,
    IdempotencyDoc,
)
from apiscribe.document.authentication import SchemeDoc, ShortAuthenticationDoc
from apiscribe.document.base import Document
from apiscribe.document.failures import EnvelopeDoc
from apiscribe.document.files import (
    ErrataDoc,
    ErrorDoc,
    ErrorsDoc,
    ListDoc,
    OperationDoc,
    ResourceDoc,
    TypesDoc,
)
from apiscribe.document.limits import LimitGroupDoc, RateLimitsDoc
from apiscribe.document.paging import SchemeEntry
from apiscribe.document.rules import RuleEntry
from apiscribe.document.state import EntityDoc, StateDoc, StepEntry
from apiscribe.document.types import FieldDoc, ObjectDoc, TypeDoc, ValueDoc
from apiscribe.document.webhooks import EventDoc, HmacDoc, WebhooksDoc
from apiscribe.load.yaml_text import read_yaml
from apiscribe.naming.reserved import (
    CLIENT_CLASSES,
    MODEL_CLASSES,
    RUNTIME_ERRORS,
    TYPE_CLASSES,
)
from apiscribe.pipeline import compile_spec

TEXT = (Path(__file__).parents[2] / "spec" / "README.md").read_text()
CHAPTERS = {
    "`api.yaml`": (ApiDoc,),
    "Authentication": (ApiDoc, ShortAuthenticationDoc),
    "Servers": (ApiDoc,),
    "Failures": (ApiDoc, EnvelopeDoc),
    "Paging": (ApiDoc,),
    "Types": (TypeDoc,),
    "Unions": (TypesDoc,),
    "Rules of a single value": (TypeDoc, ArgumentDoc),
    "`types/*.yaml`": (TypesDoc, ObjectDoc, FieldDoc, ValueDoc),
    "`resources/*.yaml`": (ResourceDoc, OperationDoc, ArgumentDoc, IdempotencyDoc, ConstantDoc),
    "Rules between arguments": (OperationDoc,),
    "`lists/*.yaml`": (ListDoc,),
    "`errors.yaml`": (ErrorsDoc, ErrorDoc),
    "`rate_limits.yaml`": (RateLimitsDoc, LimitGroupDoc),
    "`webhooks.yaml`": (WebhooksDoc, EventDoc, HmacDoc),
    "`state/*.yaml`": (StateDoc, EntityDoc),
    "`errata.yaml`": (ErrataDoc,),
}
"""Heading -> what its keys are keys of."""
NEAR = {
    "`api.yaml`": ("Authentication", "Servers", "Failures", "Paging", "`resources/*.yaml`"),
    "Authentication": ("`api.yaml`", "Servers", "Failures", "Paging", "`resources/*.yaml`"),
    "Servers": ("`api.yaml`", "Authentication", "Failures", "Paging", "`resources/*.yaml`"),
    "Failures": ("`api.yaml`", "Authentication", "Servers", "Paging", "`resources/*.yaml`"),
    "Paging": ("`api.yaml`", "Authentication", "Servers", "Failures", "`resources/*.yaml`"),
    "Types": ("Unions", "Rules of a single value"),
    "Rules of a single value": ("Types", "Unions", "`resources/*.yaml`"),
    "`types/*.yaml`": ("Types", "Unions", "Rules of a single value"),
    "Unions": ("`types/*.yaml`",),
    "`resources/*.yaml`": ("Types", "Unions", "Rules of a single value", "Rules between arguments"),
    "Rules between arguments": ("`resources/*.yaml`",),
}
"""Heading -> those that tell the rest of its keys."""
OTHERS = (
    "A smallest spec",
    "Where to look",
    "Files of a spec",
    "`examples/`",
    "What cannot be said",
)
"""Headings of what has no keys of its own."""


class Written(ArgumentDoc):
    """A type as an argument has it, whose `doc` an example leaves out."""

    doc: str = ""


IN_BRACES: dict[str, Any] = {
    "Authentication": SchemeDoc,
    "Paging": SchemeEntry,
    "Rules between arguments": RuleEntry,
    "`state/*.yaml`": StepEntry,
}
"""Heading -> what an example in braces is, where that is no type."""


class Arguments(BaseModel):
    arguments: dict[str, ArgumentEntry]


def chapters() -> dict[str, str]:
    """Text by heading; what stands under a heading that is not known here is of the one before."""
    parts = re.split(r"^##+ (.+)$", TEXT, flags=re.MULTILINE)[1:]
    found: dict[str, str] = {}
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        chapter = heading if heading in (*CHAPTERS, *OTHERS) else next(reversed(found))
        found[chapter] = found.get(chapter, "") + text
    return found


def anchor(heading: str) -> str:
    """What a link to a heading has behind the `#`."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def keys(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def rows() -> list[Any]:
    """Chapter, and the examples of each row of a table that has them."""
    found = []
    for heading, text in chapters().items():
        for table in re.findall(
            r"^\| (?!format).*\| example \|\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE
        ):
            for line in table.splitlines():
                cells = re.split(r"(?<!\\)\|", line.strip("|"))
                examples = re.findall(r"`([^`]+)`", cells[-1].replace("\\|", "|"))
                found += [(heading, each) for each in examples]
    return [
        pytest.param(*row, id=f"{number}-{row[1].partition(':')[0].strip('{')}")
        for number, row in enumerate(found)
    ]


def blocks() -> list[Any]:
    return [
        pytest.param(heading, block, id=f"{heading.strip('`')}-{number}")
        for heading, text in chapters().items()
        if heading != "A smallest spec"  # which is compiled as a whole
        for number, block in enumerate(
            re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        )
    ]


def read(text: str) -> Any:
    """YAML as specs have it."""
    found = read_yaml(text.encode())
    assert not found.problems, found.problems
    return found.value


def descendants(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in model.__subclasses__():
        yield each
        yield from descendants(each)


def inside(value: object) -> Iterator[object]:
    """All keys of an example, however deep."""
    if isinstance(value, dict):
        yield from value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from inside(part)


def fits(models: tuple[type[BaseModel], ...], key: str, value: object) -> bool:
    """Whether one of the models has the key, and takes that value."""
    for model in models:
        field = keys(model).get(key)
        if field is None:
            continue
        try:
            TypeAdapter(field.rebuild_annotation()).validate_python(value)
        except ValidationError:
            continue
        return True
    return False


def test_every_chapter_is_known():
    headings = re.findall(r"^##+ (.+)$", TEXT, flags=re.MULTILINE)

    assert set(re.findall(r"^## (.+)$", TEXT, flags=re.MULTILINE)) <= {*CHAPTERS, *OTHERS}
    assert set(chapters()) == {*CHAPTERS, *OTHERS}
    assert len(headings) == len(set(headings)), "a link to one would lead to another"


def test_every_link_of_the_page_leads_to_a_heading():
    anchors = {anchor(each) for each in re.findall(r"^##+ (.+)$", TEXT, flags=re.MULTILINE)}

    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) - anchors == set()


def test_the_smallest_spec_is_compiled(tmp_path):
    named_block = re.compile(
        r"^`([a-z/._]+)`:\n\n```[a-z]+\n(.*?)^```", flags=re.MULTILINE | re.DOTALL
    )
    files = named_block.findall(chapters()["A smallest spec"])
    for name, text in files:
        path = tmp_path / "spec" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    compiled = compile_spec(tmp_path / "spec")

    assert len(files) == 5
    assert [str(each.id) for each in compiled.api.operations] == ["order.get"]


@pytest.mark.parametrize(("chapter", "example"), rows())
def test_the_example_of_a_row_is_read(chapter, example):
    value = read(example)

    assert isinstance(value, dict)
    if example.startswith("{"):
        TypeAdapter(IN_BRACES.get(chapter, Written)).validate_python(value)
        return
    for key, each in value.items():
        assert fits(CHAPTERS[chapter], key, each), key


@pytest.mark.parametrize(("chapter", "block"), blocks())
def test_a_block_is_read(chapter, block):
    value = read(block)

    assert isinstance(value, dict)
    for key, each in value.items():
        models = (*CHAPTERS.get(chapter, ()), ApiDoc, TypesDoc)
        assert fits(models, key, each) or fits((Arguments,), "arguments", {key: each}), key


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_key_is_named_in_its_chapter(chapter):
    """What is a key of the language and not of its description is there for nobody."""
    near = "".join(chapters()[each] for each in (chapter, *NEAR.get(chapter, ())))
    prose = re.sub(r"^```yaml\n(.*?)^```", "", near, flags=re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`[^`\n]+`", prose))))
    named |= set(re.findall(r"\b([a-z_]+):", near))

    missing = {key for model in CHAPTERS[chapter] for key in keys(model)} - named
    assert missing == set()


def test_every_key_is_named_somewhere():
    """Also those of what stands inside of other things, as steps and signatures."""
    named = set(re.findall(r"`([a-z_]+)`|\b([a-z_]+):", TEXT))

    missing = {key for each in descendants(Document) for key in keys(each)} - {*chain(*named)}
    assert missing == set()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_key_has_an_example_in_a_row(chapter):
    near = (chapter, *NEAR.get(chapter, ()))
    shown = {key for row in rows() if row.values[0] in near for key in inside(read(row.values[1]))}

    missing = {key for model in CHAPTERS[chapter] for key in keys(model)} - shown
    assert missing == set()


@pytest.mark.parametrize(
    ("names", "lead"),
    [
        (MODEL_CLASSES, "- no object is "),
        (TYPE_CLASSES, "- no named value and no list"),
        (CLIENT_CLASSES, "- `client_class` is none of "),
        (RUNTIME_ERRORS, "- no class of an error is "),
    ],
)
def test_names_that_are_taken_are_listed(names: frozenset[str], lead: str) -> None:
    listed = re.match(r"[^.]*?(?=\.|\n-|\n\n)", TEXT.partition(lead)[2])

    assert listed is not None
    assert set(re.findall("`([A-Za-z]+)`", listed[0])) - {"Dict"} == names
