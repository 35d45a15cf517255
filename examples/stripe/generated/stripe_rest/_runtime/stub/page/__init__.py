"""The page for people: its files, and what it has to know.

assets     files/ as responses, under a strict policy
swagger    Swagger UI beside it, where it is installed
openapi    what an OpenAPI document says of operations
forms      operations as forms: what each takes, and of which kind
composing  what was filled in, as the request that a client sends
commands   the same as a command of curl and as Python
"""
