"""The tutorial keeps its word: what it prints works."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from stripe_rest.stub import StubServer

STRIPE = Path(__file__).parents[3] / "examples" / "stripe"
README = (STRIPE / "README.md").read_text()
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(
    ("block", "printed"),
    [(BLOCKS[0], "Jenny Rosen 2023-04-07\nrequires_payment_method\n"), (BLOCKS[1], "")],
    ids=["client", "webhooks"],
)
def test_an_example_runs_as_it_is_printed(block, printed):
    with StubServer(mode="examples") as stub:
        known = {"STRIPE_BASE_URL": stub.base_url, "PYTHONPATH": str(STRIPE / "generated")}
        ended = subprocess.run(
            [sys.executable, "-W", "error", "-c", block],
            env=os.environ | known,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert (ended.stderr, ended.stdout) == ("", printed)


def test_every_operation_that_it_names_is_in_the_spec():
    files = (STRIPE / "spec" / "resources").glob("*.yaml")
    resources = [yaml.safe_load(file.read_text()) for file in files]
    known = {f"{each['resource']}.{name}" for each in resources for name in each["operations"]}
    named = re.findall(r"`((?:customer|product|price|subscription)\.(?!yaml)\w+)`", README)

    assert len(named) > 4
    assert set(named) <= known
