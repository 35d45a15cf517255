"""Compile a written specification of an HTTP API into everything that is needed to live with it."""
