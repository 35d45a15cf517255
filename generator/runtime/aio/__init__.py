"""Clients that await, over aiohttp."""

try:
    import aiohttp as aiohttp
except ImportError:
    raise ImportError("clients that await need aiohttp: install the extra `async`") from None
