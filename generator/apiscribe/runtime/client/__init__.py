"""How calls are made: both clients, building a request, walking over pages, raw answers."""
