# Generated from spec/api.yaml by `make generate`. Do not edit.
"""OpenTelemetry spans of calls. Needs the extra `tracing`.

client = Parcels(hooks=[OpenTelemetry()])
"""

from __future__ import annotations

from parcels_v3._runtime.tracing import OpenTelemetry as OpenTelemetry
