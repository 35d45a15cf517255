"""`python -m apiscribe`."""

import sys

from apiscribe.cli import run

if __name__ == "__main__":
    sys.exit(run("python -m apiscribe"))
