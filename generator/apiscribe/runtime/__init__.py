"""What every generated package shares: plain Python that knows no API.

These files are copied byte for byte into each generated package as `_runtime`.
"""
