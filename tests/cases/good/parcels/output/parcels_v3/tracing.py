# Generated from spec/api.yaml by `make generate`. Do not edit.
"""OpenTelemetry spans of calls.

    client = Parcels(hooks=[OpenTelemetry()])

Needs the extra `tracing`.
"""

from __future__ import annotations

from parcels_v3._runtime.extras import Extra

with Extra("parcels-v3[tracing]"):
    from parcels_v3._runtime.tracing import OpenTelemetry as OpenTelemetry
