"""Whole specs and what comes of them; see README.md."""
