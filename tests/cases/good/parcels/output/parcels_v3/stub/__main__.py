# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Serve the stub: `python -m parcels_v3.stub --port 8000`."""

from __future__ import annotations

from parcels_v3._runtime.stub import main
from parcels_v3.stub import API

if __name__ == "__main__":
    main(API)
