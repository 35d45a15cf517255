"""What generated code looks like, and what the generator does not know."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated"
PACKAGE = GENERATED / "zoom_v1"
RUNTIME = ROOT / "generator" / "apiscribe" / "runtime"

WRITTEN = sorted(
    path.relative_to(GENERATED)
    for path in GENERATED.rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
)
SOURCES = [path for path in WRITTEN if path.suffix == ".py" and "_runtime" not in path.parts]
COPIES = sorted(
    path.relative_to(RUNTIME)
    for path in RUNTIME.rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
)

DATE = re.compile(r"\d{4}-\d\d-\d\d")
MACHINE = re.compile(r"/(?:home|root|work|tmp|Users|var|usr)/|[A-Z]:\\\\|site-packages")


def methods_of(resource: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The public methods that make calls."""
    tree = ast.parse(resource.read_text())
    return [
        node
        for kind in tree.body
        if isinstance(kind, ast.ClassDef) and not kind.name.endswith("Raw")
        for node in kind.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
    ]


RESOURCES = sorted((PACKAGE / "resources").glob("[!_]*.py"))
METHODS = [
    pytest.param(method, id=f"{resource.stem}.{method.name}")
    for resource in sorted((PACKAGE / "resources").glob("*.py"))
    for method in methods_of(resource)
]
# 96 operations, and a walk for each of the 26 that have pages.
CALLS = 96 + 26


def test_every_operation_has_a_method_that_can_be_looked_at():
    assert len(METHODS) == CALLS


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda path: path.stem)
def test_what_awaits_has_the_same_methods_with_the_same_arguments_and_docstrings(resource):
    blocking = methods_of(resource)
    awaiting = methods_of(PACKAGE / "async_resources" / resource.name)

    assert [ast.unparse(each.args) for each in awaiting] == [
        ast.unparse(each.args) for each in blocking
    ]
    assert [(each.name, ast.get_docstring(each)) for each in awaiting] == [
        (each.name, ast.get_docstring(each)) for each in blocking
    ]
    for one, other in zip(blocking, awaiting, strict=True):
        walks = one.name.startswith("iter_")
        assert isinstance(other, ast.FunctionDef if walks else ast.AsyncFunctionDef)
        wanted = ast.unparse(one.returns)
        assert ast.unparse(other.returns) == (f"Async{wanted}" if walks else wanted)


@pytest.mark.parametrize("method", METHODS)
def test_a_method_is_a_signature_a_docstring_and_one_call(method):
    docstring, *body = method.body

    assert isinstance(docstring, ast.Expr)
    assert len(body) <= 3
    assert body[-1].end_lineno - body[0].lineno < 12
    assert isinstance(body[-1], ast.Return)
    assert isinstance(body[-1].value, ast.Call)


@pytest.mark.parametrize("method", METHODS)
def test_every_argument_is_passed_by_its_name(method):
    arguments = method.args

    assert [argument.arg for argument in arguments.args] == ["self"]
    assert (arguments.vararg, arguments.posonlyargs) == (None, [])
    assert ast.unparse(arguments.kwarg) == "options: Unpack[RequestOptions]"
    assert all(argument.annotation for argument in arguments.kwonlyargs)


@pytest.mark.parametrize("method", METHODS)
def test_a_docstring_says_what_a_caller_has_to_know(method):
    text = ast.get_docstring(method)

    summary = text.splitlines()[0]
    assert summary.endswith(".")
    if method.name.startswith("iter_"):
        # A walk takes what the operation takes, which is said there.
        assert f"`{method.name.removeprefix('iter_')}`" in text
        return
    titles = re.findall(r"^(Args|Returns|Raises|Rate limit|Section):", text, flags=re.MULTILINE)
    expected = ["Args"] if method.args.kwonlyargs else []
    assert titles == [*expected, "Returns", "Raises", "Rate limit", "Section"]
    for argument in method.args.kwonlyargs:
        assert re.search(rf"^    {argument.arg}: \S", text, flags=re.MULTILINE)


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_a_generated_file_says_so_and_from_what(path):
    text = (GENERATED / path).read_text()
    if not text:
        return
    header, docstring = text.splitlines()[:2]

    source = re.match(r"# Generated from (spec/[\w./]*?)\.? .*\bDo not edit\b", header)
    assert source
    assert (ROOT / source[1]).exists()
    assert docstring.startswith('"""')


@pytest.fixture(scope="module")
def known_dates():
    """Those of examples and messages."""
    sources = [*(ROOT / "spec").rglob("*.*"), *(ROOT / "generator").rglob("*.py")]
    return {date for source in sources for date in DATE.findall(source.read_text())}


@pytest.mark.parametrize("path", WRITTEN, ids=str)
def test_nothing_generated_says_when_or_where_that_was(path, known_dates):
    text = (GENERATED / path).read_text()

    assert set(DATE.findall(text)) <= known_dates
    assert MACHINE.findall(text) == []
    assert str(ROOT) not in text


@pytest.mark.parametrize("path", COPIES, ids=str)
def test_the_runtime_is_copied_byte_for_byte(path):
    assert (PACKAGE / "_runtime" / path).read_bytes() == (RUNTIME / path).read_bytes()


def test_nothing_else_is_in_the_runtime():
    runtime = PACKAGE / "_runtime"
    copies = [GENERATED / path for path in WRITTEN if (GENERATED / path).is_relative_to(runtime)]

    assert [path.relative_to(runtime) for path in copies] == COPIES


def test_the_generator_knows_no_api():
    files = [
        path
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]

    assert [path for path in files if "zoom" in str(path.relative_to(ROOT)).lower()] == []
    assert [path for path in files if b"zoom" in path.read_bytes().lower()] == []
