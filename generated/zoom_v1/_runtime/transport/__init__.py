"""How one request is sent in bounded time, by urllib3 or aiohttp, and whether it is sent again."""
