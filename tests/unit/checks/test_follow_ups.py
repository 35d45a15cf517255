"""A wrong name of a type is one problem, wherever it stands: nothing that follows is told."""

import re
from collections.abc import Iterator

import pytest

from apiscribe import SpecError
from apiscribe.load.files import read_files
from apiscribe.load.sources import parse
from apiscribe.pipeline import compile_loaded
from tests.cases.casebook import CASES

SPECS = ["cabinet", "checkout", "gallery", "postroom", "relay", "wallet"]
"""With types in headers, cookies, prefixes, unions, pages, state, and as files."""
_TYPE = re.compile(r"\b(?:type|of): ([A-Za-z_]\w*)")
_ENTRY = re.compile(r"(?m)^ +\w+: \{(?=type: |doc: |by: |path: )")


def problems(contents: dict[str, bytes]) -> tuple[str, ...]:
    try:
        compile_loaded(parse("spec", contents, []))
    except SpecError as error:
        return tuple(map(str, error.problems))
    return ()


def altered(name: str, where: re.Pattern[str], by: str) -> Iterator[dict[str, bytes]]:
    """The spec of a good case with each of some places in its types and operations altered."""
    contents, _ = read_files(str(CASES / "good" / name / "spec"))
    for path, content in contents.items():
        if path.startswith(("types/", "resources/")):
            text = content.decode()
            for match in where.finditer(text):
                begin, end = match.span(1) if match.re.groups else (match.end(), match.end())
                yield {**contents, path: f"{text[:begin]}{by}{text[end:]}".encode()}


@pytest.mark.parametrize("name", SPECS)
def test_a_wrong_type_is_told_once(name: str) -> None:
    told = [problems(contents) for contents in altered(name, _TYPE, "no_such_type")]
    assert told
    for (problem,) in told:
        assert "`no_such_type`" in problem


@pytest.mark.parametrize("name", ["cellar", "courier", "relay"])
def test_an_unknown_key_is_told_once(name: str) -> None:
    told = [problems(contents) for contents in altered(name, _ENTRY, "no_such_key: 1, ")]
    assert told
    for (problem,) in told:
        assert "`no_such_key`" in problem


@pytest.mark.parametrize("name", ["cellar", "courier", "ledger", "relay", "till"])
def test_a_number_that_is_none_is_told_once(name: str) -> None:
    told = [problems(contents) for contents in altered(name, _ENTRY, "no_such_key: 1e999, ")]
    assert told
    for (problem,) in told:
        assert "`1e999`" in problem


@pytest.mark.parametrize("path", ["api.yaml", "webhooks.yaml", "errors.yaml"])
def test_a_wrong_file_is_told_once(path: str) -> None:
    names = ("bazaar", "bureau", "harbour", "kiosk", "till", "wallet")
    specs = [read_files(str(CASES / "good" / name / "spec"))[0] for name in names]
    told = [problems({**s, path: s[path] + b"no_such_key: 1\n"}) for s in specs if path in s]
    assert told
    for (problem,) in told:
        assert "`no_such_key`" in problem


@pytest.mark.parametrize("name", ["bureau", "tram", "wallet"])
def test_a_wrong_error_is_told_once(name: str) -> None:
    contents, _ = read_files(str(CASES / "good" / name / "spec"))
    text = contents["errors.yaml"].decode()
    entries = list(re.finditer(r"(?m)^  \w+: \{", text))
    assert entries
    for entry in entries:
        wrong = f"{text[: entry.end()]}no_such_key: 1, {text[entry.end() :]}".encode()
        (problem,) = problems({**contents, "errors.yaml": wrong})
        assert "`no_such_key`" in problem


@pytest.mark.parametrize("name", ["bazaar", "bureau", "kiosk", "tram", "wallet"])
@pytest.mark.parametrize("wrong", [b"errors: none\n", b"errors: [\n", b"eros: {}\n"])
def test_errors_that_cannot_be_read_are_told_once(name: str, wrong: bytes) -> None:
    contents, _ = read_files(str(CASES / "good" / name / "spec"))

    told = problems({**contents, "errors.yaml": wrong})

    assert told
    assert all("errors.yaml" in problem for problem in told)


MISSPELT = [
    ("bazaar", "api.yaml", "version: v1", "versoin: v1"),
    ("bazaar", "state/bazaar.yaml", "shape: Ware", "shapes: Ware"),
    ("wallet", "state/wallet.yaml", "doc: Where money is.", "docs: Where money is."),
    ("relay", "errors.yaml", "name: ", "nmae: "),
    ("relay", "state/items.yaml", "item.chat:", "item.chatt:"),
    ("bureau", "webhooks.yaml", "event: {key: ", "event: {keys: "),
    ("bazaar", "webhooks.yaml", "event: {key: ", "event: {keys: "),
    ("library", "api.yaml", "resources: [", "resources: [x"),
    ("library", "resources/member.yaml", "\n  get:\n", "\n  gett:\n"),
    ("till", "state/charges.yaml", "with: {closing: $day", "with: {closings: $day"),
]


@pytest.mark.parametrize(
    ("name", "path", "right", "wrong"), MISSPELT, ids=[f"{e[0]}-{e[3].strip()}" for e in MISSPELT]
)
def test_a_misspelt_word_is_told_once(name: str, path: str, right: str, wrong: str) -> None:
    contents, _ = read_files(str(CASES / "good" / name / "spec"))
    text = contents[path].decode()
    assert right in text

    told = problems({**contents, path: text.replace(right, wrong, 1).encode()})

    assert len(told) == 1, told
    assert re.search(r"unknown key|there is no (?:operation|resource)|take no", told[0])


@pytest.mark.parametrize("path", ["errors.yaml", "webhooks.yaml"])
def test_nothing_is_told_of_what_was_emptied(path: str) -> None:
    spec = read_files(str(CASES / "good" / "till" / "spec"))[0]
    text = spec[path].decode()
    begin = re.search(r"(?m)^(errors|events):\n", text)
    assert begin is not None
    only = re.sub(r"(?m)^(  \S.*|    .*)\n", "", text[begin.end() :])
    entry = "  1: {name: Lost, meaning: M., hint: 1e999}\n" + only
    if path == "webhooks.yaml":
        entry = "  sold: {doc: D., value: sold, payload: Charge, basis: 1e999}\n" + only
    (problem,) = problems({**spec, path: f"{text[: begin.end()]}{entry}".encode()})
    assert "`1e999`" in problem


def test_examples_of_events_need_some() -> None:
    spec = read_files(str(CASES / "good" / "postroom" / "spec"))[0]

    (problem,) = problems({**spec, "webhooks.yaml": b"section: ["})
    assert "webhooks.yaml" in problem
    del spec["webhooks.yaml"]
    told = problems(spec)
    assert any("there is no event `letter_lost`" in each for each in told)
