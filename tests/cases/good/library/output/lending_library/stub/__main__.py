# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Serve the stub: `python -m lending_library.stub --port 8000`."""

from __future__ import annotations

from lending_library._runtime.stub import main
from lending_library.stub import API

if __name__ == "__main__":
    main(API)
