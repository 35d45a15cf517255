"""The guides keep their word: their examples run, one after the other."""

import re
import subprocess
import sys
from pathlib import Path

GUIDE = (Path(__file__).parents[2] / "docs/client.md").read_text()


def test_the_examples_of_the_clients_guide_run_as_they_are_printed():
    blocks = re.findall(r"^```python\n(.*?)^```$", GUIDE, flags=re.DOTALL | re.MULTILINE)

    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(blocks)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ended.stderr, ended.returncode) == ("", 0)
    assert ended.stdout.splitlines() == [
        "['Topic for this meeting', 'Topic for this meeting']",
        "200 application/json True",
        "['email', 'type']",
        "user.get 1 None",
        "3",
        "Topic for this meeting",
    ]
