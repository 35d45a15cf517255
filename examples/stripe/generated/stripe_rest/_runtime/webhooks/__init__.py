"""Events that a service sends: reading them, and applications that take them.

    request ─ basic ─ form ─ api.parse ─ duplicates ─ handler ─ answer

`asgi` and `wsgi` do the whole of it for a server; `delivery` is what they share. They are
loaded when one is made, so that whoever only parses does not pay for them.
"""
