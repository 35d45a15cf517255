"""Generated Python is formatted, and never handed on if it is no Python."""

from __future__ import annotations

import pytest

from apiscribe.format import FormatError, format_python


def test_what_comes_later_is_formatted_with_the_rest():
    files = {"zoo/a.py": "import os,zoo\nx = ( os, zoo )\n"}

    found = format_python(files, lambda: {"zoo/b.py": "import os\nx = {  }\n"})

    assert found == {
        "zoo/a.py": "import os\n\nimport zoo\n\nx = (os, zoo)\n",
        "zoo/b.py": "x = {}\n",
    }


@pytest.mark.parametrize("text", ["def f(:\n", "return 1\n", "def f(a, a): pass\n", "x = '\0'\n"])
@pytest.mark.parametrize("is_late", [False, True])
def test_what_does_not_compile_is_not_handed_on(text, is_late):
    wrong, right = {"zoo/wrong.py": text}, {"zoo/right.py": "x = 1\n"}
    files, more = (right, wrong) if is_late else (wrong, right)

    with pytest.raises(FormatError, match=r"^zoo/wrong\.py does not parse: "):
        format_python(files, lambda: more)
