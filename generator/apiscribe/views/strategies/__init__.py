"""Hypothesis strategies of arguments."""
