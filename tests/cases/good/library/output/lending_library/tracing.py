# Generated from spec/api.yaml by `make generate`. Do not edit.
"""OpenTelemetry spans of calls. Needs the extra `tracing`.

client = LibraryClient(hooks=[OpenTelemetry()])
"""

from __future__ import annotations

from lending_library._runtime.tracing import OpenTelemetry as OpenTelemetry
