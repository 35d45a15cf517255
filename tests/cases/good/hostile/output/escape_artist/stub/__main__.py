# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Serve the stub: `python -m escape_artist.stub --port 8000`."""

from __future__ import annotations

from escape_artist._runtime.stub import main
from escape_artist.stub import API

if __name__ == "__main__":
    main(API)
