"""Keeps an API's rate limits before anything is sent.

windows       when a request may go
limiter       waits for that, or refuses
stores        by their names:
in_memory     permits counted in this process,
in_sqlite     in a file that processes share,
in_redis      on a server
threaded      a store that is asked in a thread, for clients that await
"""
