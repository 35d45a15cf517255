"""What has to hold of every package that is made of a good case, whatever its spec says."""

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from urllib.parse import urlencode

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.cases.casebook import good_cases

PACKAGES = {
    "archive": "archive_v2",
    "bakery": "bakery_v1",
    "bazaar": "bazaar_v1",
    "bureau": "bureau_v1",
    "cabinet": "cabinet_v2",
    "cellar": "cellar_v1",
    "checkout": "checkout_v1",
    "almanac": "almanac_v1",
    "courier": "courier_v2",
    "ferry": "ferry_v2",
    "gallery": "gallery_v1",
    "harbour": "harbour_v1",
    "hostile": "escape_artist",
    "kiosk": "kiosk_v1",
    "ledger": "ledger_v3",
    "library": "lending_library",
    "parcels": "parcels_v3",
    "postroom": "postroom_v3",
    "quarry": "quarry_v1",
    "till": "till_v1",
    "relay": "relay_v1",
    "tram": "tram_v1",
    "wallet": "wallet_v1",
    "wire": "wire_v1",
}
USES = Path(__file__).parent / "uses"
"""Programs that use a package, for the type checker: its complaints stand beside the lines."""

IMPORT_ALL = """
import sys
from importlib import import_module
from pathlib import Path
from urllib.parse import urlencode

root, package = Path(sys.argv[1]), sys.argv[2]
for path in sorted((root / package).rglob("*.py")):
    if path.name != "__main__.py":
        import_module(".".join(path.relative_to(root).with_suffix("").parts))
strangers = {"apiscribe", "jinja2", "pydantic", "yaml"} & sys.modules.keys()
sys.exit(f"imported as well: {strangers}" if strangers else 0)
"""

case_names = pytest.mark.parametrize("case", sorted(PACKAGES))


def test_every_good_case_is_among_the_packages():
    assert sorted(PACKAGES) == [case.folder.name for case in good_cases()]


@case_names
def test_every_module_is_imported_without_a_warning(made, case, tmp_path):
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL, str(made[case]), PACKAGES[case]]
    run = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PATH": os.defpath, "PYTHONPATH": str(made[case]), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_mypy_says_what_programs_that_use_them_expect(made, tmp_path):
    settings = tmp_path / "mypy.ini"
    settings.write_text("[mypy]\nstrict = true\nwarn_unreachable = true\n")
    run = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--config-file", str(settings), "--show-error-codes"),
            *("--no-error-summary", "--hide-error-context", "--cache-dir", ".mypy_cache/cases"),
            *(str(made[case] / package) for case, package in PACKAGES.items()),
            *map(str, sorted(USES.glob("*.py"))),
        ],
        env={**os.environ, "MYPYPATH": os.pathsep.join(map(str, made.values()))},
        capture_output=True,
        text=True,
        timeout=300,
    )

    lines = [line for line in run.stdout.splitlines() if ": note: " not in line]
    said = [
        line.removeprefix(os.path.relpath(USES) + os.sep).rpartition("  [")[0] for line in lines
    ]
    assert run.stderr == ""
    assert "\n".join(sorted(said)) == "\n".join(sorted(expected_complaints()))


def expected_complaints():
    """Each `# error: ...` at the end of a line is a complaint about that line."""
    for path in sorted(USES.glob("*.py")):
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            _, mark, message = line.partition("  # error: ")
            if mark:
                yield f"{path.name}:{number}: error: {message}"


# Split, so that this file is none of those that a search for the first API finds.
FOREIGN = re.compile(
    rb"z" rb"oom|meet" rb"ing|webinar|registrant|attendee|\bmake (generate|check|test)\b"
)


def test_none_of_them_knows_of_another_api():
    """Each is made of its own spec and of what is for any API, nor of this repository."""
    files = {
        f"{case}: {path}": text for case in good_cases() for path, text in case.everything().items()
    }
    found = {path: FOREIGN.search(text.lower()) for path, text in files.items()}

    assert {path: word[0] for path, word in found.items() if word} == {}


@case_names
def test_operations_shrink_to_what_cannot_be_left_out(made, case):
    package = PACKAGES[case]
    strategies = import_module(f"{package}.strategies")
    validate = import_module(f"{package}.validators").validate
    shrinking = settings(phases=[Phase.generate, Phase.shrink])
    for operation in import_module(f"{package}.operations").all_operations():
        drawn = strategies.valid_arguments(operation.id)
        given = find(drawn, lambda _: True, settings=shrinking)
        for name in given:
            rest = {key: value for key, value in given.items() if key != name}
            assert validate(operation.id, rest) != [], (operation.id, given)


@case_names
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_strategies_and_validators_agree(made, case, data):
    package = PACKAGES[case]
    strategies = import_module(f"{package}.strategies")
    validate = import_module(f"{package}.validators").validate
    for operation in import_module(f"{package}.operations").all_operations():
        valid = data.draw(strategies.valid_arguments(operation.id))
        assert validate(operation.id, valid) == []
        if operation.arguments:
            call = data.draw(strategies.invalid_arguments(operation.id))
            found = [(each.argument, each.rule) for each in validate(operation.id, call.arguments)]
            assert (call.argument, call.rule) in found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@case_names
def test_a_client_of_the_stub_is_let_in(made, case):
    package = PACKAGES[case]
    strategies = import_module(f"{package}.strategies")
    stub = import_module(f"{package}.stub").StubServer(mode="examples")
    unshrunk = settings(phases=[Phase.generate])
    with stub.client() as client:
        for operation in import_module(f"{package}.operations").all_operations():
            drawn = strategies.valid_arguments(operation.id)
            given = find(drawn, can_be_in_a_path, settings=unshrunk)
            if operation.url is not None:  # what is drawn is on a host that nobody knows
                there = f"{client.base_url}/_elsewhere/{operation.id}/storage.example/7"
                given = {**given, operation.url.argument: there}
            client.call_raw(operation, given, dict)

    assert stub.requests
    # A version that is drawn is one that there is not.
    operations = import_module(f"{package}.operations").all_operations()
    conditional = {each.id for each in operations if each.conditional}
    refused = [each for each in stub.requests if each.code is not None or each.status >= 400]
    assert [
        each for each in refused if each.status != 412 or each.operation not in conditional
    ] == []


def can_be_in_a_path(given):
    return not any(isinstance(each, str) and not each.strip(".") for each in given.values())


@case_names
def test_openapi_is_valid_and_its_examples_are_of_their_schemas(made, case):
    document = json.loads((made[case] / "openapi.json").read_text())

    OpenAPIV31SpecValidator(document).validate()

    examples = list(examples_of(document))
    assert examples
    for schema, example in examples:
        jsonschema.Draft202012Validator({**schema, "components": document["components"]}).validate(
            example
        )


def examples_of(node):
    """Every schema in a document that has an example beside it, or several."""
    if isinstance(node, dict):
        if "schema" in node and "example" in node:
            yield node["schema"], node["example"]
        if "schema" in node and "examples" in node:
            yield from ((node["schema"], each["value"]) for each in node["examples"].values())
        for inner in node.values():
            yield from examples_of(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from examples_of(inner)


@case_names
def test_documented_events_are_read(made, case):
    path = made[case] / PACKAGES[case] / "stub" / "service.json"
    policy = json.loads(path.read_text()).get("webhooks", {}) if path.exists() else {}
    told = [
        (name, each, body)
        for name, each in policy.get("events", {}).items()
        for body in each.get("examples", {}).values()
    ]
    if not told:
        return
    webhooks = import_module(f"{PACKAGES[case]}.webhooks")
    parse_all = getattr(webhooks, "parse_all", lambda *sent: [webhooks.parse(*sent)])
    for name, each, body in told:
        is_form = each.get("body", policy["body"]) == "form"
        sent = urlencode(body) if is_form else json.dumps(body)
        kind = "x-www-form-urlencoded" if is_form else "json"
        headers = {"Content-Type": f"application/{kind}", **each.get("headers", {})}
        found = parse_all(sent.encode(), headers)

        assert {(event.name, event.mismatches) for event in found} == {(name, ())}
