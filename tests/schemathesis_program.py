"""Runs Schemathesis over a document and a stub that serves it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def hold(folder, document, url, *options, settings="", examples=2, phases="fuzzing"):
    """Have what is served checked against a document, with a seed, so that it is always the same.

    Args:
        folder: where its settings and reports go.
        document: a path or an address.
        url: where the stub is.
        options: of the command line.
        settings: of `schemathesis.toml`, beside the hooks.
        examples: how many are drawn for each operation.
        phases: those that are run.
    """
    configured = folder / "schemathesis.toml"
    # A NUL is refused in every text, which no document says of each.
    always = 'hooks = "tests.schemathesis_hooks"\n[generation]\nallow-x00 = false\n'
    configured.write_text(always + settings)
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(configured)),
        *("run", str(document), "--url", url, "--seed", "20121125", "--no-color"),
        *("--generation-database", "none", "--checks", "all", "--phases", phases),
        *("--max-examples", str(examples), "--request-timeout", "20", *options),
    ]
    # It keeps a folder of its own where it runs, and finds the hooks where Python looks.
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        command,
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert ended.returncode == 0, f"{ended.stdout}\n{ended.stderr}"
    assert " passed" in ended.stdout
