# Generated from spec/api.yaml by `make generate`. Do not edit.
"""OpenTelemetry spans of calls.

    client = ZoomClient(hooks=[OpenTelemetry()])

Needs the extra `tracing`.
"""

from __future__ import annotations

from zoom_v1._runtime.extras import Extra

with Extra("zoom-v1[tracing]"):
    from zoom_v1._runtime.tracing import OpenTelemetry as OpenTelemetry
