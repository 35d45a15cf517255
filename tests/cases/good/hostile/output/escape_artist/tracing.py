# Generated from spec/api.yaml by `make generate`. Do not edit.
"""OpenTelemetry spans of calls.

    client = EscapeArtist(hooks=[OpenTelemetry()])

Needs the extra `tracing`.
"""

from __future__ import annotations

from escape_artist._runtime.extras import Extra

with Extra("escape-artist[tracing]"):
    from escape_artist._runtime.tracing import OpenTelemetry as OpenTelemetry
