"""Names of tests are short sentences."""

import ast
from pathlib import Path

TESTS = Path(__file__).parents[1]
LONGEST = 59


def test_names_of_tests_are_short() -> None:
    modules = [path for path in TESTS.rglob("test_*.py") if "good" not in path.parts]
    names = [
        node.name
        for path in modules
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert len(names) > 1000
    assert [name for name in names if name.startswith("test_") and len(name) > LONGEST] == []
