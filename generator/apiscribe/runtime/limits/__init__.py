"""Keeps an API's rate limits before anything is sent.

`windows` says when a request may go, `limiter` waits for that or refuses, and the count is
in this process (`in_memory`), in a file (`in_sqlite`) or on a server (`in_redis`).
"""
