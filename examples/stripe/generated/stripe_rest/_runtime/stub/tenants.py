"""What tenants are called, where records are kept by them and where they are shown.

A tenant is the first credential of a request. Where that is a key beside a secret, it goes by
it, as tests want to read it. Where it is all that one has to know (a token, a user name, a key
in a path or a query), it goes by a digest.
"""

from __future__ import annotations

import hashlib
import re

from .api import StubApi

_LONGEST = 200
_DIGEST = re.compile(r"t-[0-9a-f]{32}").fullmatch


class Tenants:
    """Names the tenants of an API."""

    def __init__(self, api: StubApi) -> None:
        beside_a_secret = api.scheme == "arguments" and len(api.credentials) > 1
        self._hides = api.authentication is not None or not beside_a_secret

    def name(self, credential: str) -> str:
        """What the tenant of a credential is called; the same for its name."""
        if not credential:
            return ""
        if _DIGEST(credential):
            return credential
        plain = len(credential) <= _LONGEST and credential.isprintable()
        return credential if plain and not self._hides else digested(credential)


def digested(credential: str) -> str:
    digest = hashlib.blake2s(credential.encode("utf-8", "surrogatepass"), digest_size=16)
    return f"t-{digest.hexdigest()}"
