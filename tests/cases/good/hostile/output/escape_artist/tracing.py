# Generated from spec/api.yaml by `make generate`. Do not edit.
"""OpenTelemetry spans of calls. Needs the extra `tracing`.

client = EscapeArtist(hooks=[OpenTelemetry()])
"""

from __future__ import annotations

from escape_artist._runtime.tracing import OpenTelemetry as OpenTelemetry
