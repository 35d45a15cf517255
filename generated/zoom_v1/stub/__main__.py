# Generated from spec/api.yaml. Do not edit: change the spec and run `make generate`.
"""Serve the stub: `python -m zoom_v1.stub --port 8000`."""

from __future__ import annotations

from zoom_v1._runtime.stub import main
from zoom_v1.stub import API

if __name__ == "__main__":
    main(API)
