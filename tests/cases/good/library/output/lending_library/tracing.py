# Generated from spec/api.yaml by `make generate`. Do not edit.
"""OpenTelemetry spans of calls.

    client = LibraryClient(hooks=[OpenTelemetry()])

Needs the extra `tracing`.
"""

from __future__ import annotations

from lending_library._runtime.extras import Extra

with Extra("lending-library[tracing]"):
    from lending_library._runtime.tracing import OpenTelemetry as OpenTelemetry
