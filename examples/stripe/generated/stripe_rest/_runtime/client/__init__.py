"""How calls are made.

blocking, asynchronous    the parts of a generated client that blocks, and of one that awaits
core                      what both share: all but the waiting
request_builder           the arguments of a call, checked and written into a request
in_url, bodies, texts     its parts: path and query, the body by encoding, names and texts
uploads                   the bodies that hold files
binding                   headers, cookies, constants, the idempotency key
counting                  numbers of which each request has a greater one
waiting                   what a call waits for behind a response
refusing                  arguments that are refused or warned about
credentials, alternatives the credentials of a client, and whether they suffice
carried, authentication   what requests carry of them, and what the schemes of an API add to that
authorizing, signing      what is only known when a request is sent: tokens and signatures
tokens                    tokens are renewed once for all; `credential_grants` and `sessions` ask
                          for them at a `token_endpoint`
options                   what callers may choose, checked when it is chosen
paging, async_paging      the items and pages of a list
cursors                   which page comes next
raw, async_raw            methods that return a response as it came
raw_response              such a response
protocols                 what all of these need of a client
"""
