# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Serve the stub: `python -m zoom_v1.stub --port 8000`."""

from __future__ import annotations

from zoom_v1._runtime.stub import main
from zoom_v1.stub import API

if __name__ == "__main__":
    main(API)
