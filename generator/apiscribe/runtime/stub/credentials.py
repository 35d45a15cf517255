"""Whether a request may be answered: it has credentials, and the right ones if some are set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..operation import Operation
from .api import StubApi
from .repeated import repeated
from .responses import RequestRefused
from .tenants import Tenants


class CredentialCheck:
    """Checks the credentials of requests.

    Raises:
        ValueError: `expected` names one that the API does not have.
    """

    def __init__(self, api: StubApi, expected: Mapping[str, str]) -> None:
        require_known(api, expected)
        self._bearer = api.scheme == "bearer"
        self._names = api.credentials
        self._expected = expected
        self._tenants = Tenants(api)

    def tenant(self, given: Mapping[str, object], headers: Mapping[bytes, bytes]) -> str:
        """Whose state a request is about: who the first credential says."""
        if self._bearer:
            header = headers.get(b"authorization", b"").decode("latin-1")
            return self._tenants.name(header.partition(" ")[2].strip())
        return self._tenants.name(str(given.get(self._names[0], ""))) if self._names else ""

    def check(
        self, operation: Operation, given: dict[str, object], headers: Mapping[bytes, bytes]
    ) -> None:
        """Take the credentials out of what is given.

        Raises:
            RequestRefused: credentials_missing, credentials_refused; malformed, if one of them
                is given more than once.
        """
        if self._bearer:
            self._check_token(headers.get(b"authorization", b"").decode("latin-1"))
        elif self._names:
            self._check_arguments(operation, given)

    def _check_token(self, header: str) -> None:
        kind, _, token = header.partition(" ")
        challenge = [(b"www-authenticate", b"Bearer")]
        if not header.strip():
            message = "the header `Authorization: Bearer ...` is missing"
            raise RequestRefused("credentials_missing", message, challenge)
        if kind.lower() != "bearer" or not token.strip():
            message = "the header `Authorization` is not `Authorization: Bearer ...`"
            raise RequestRefused("credentials_refused", message, challenge)
        if self._expected and token.strip() not in self._expected.values():
            message = "the token is not the one that this stub was given"
            raise RequestRefused("credentials_refused", message, challenge)

    def _check_arguments(self, operation: Operation, given: dict[str, object]) -> None:
        missing = []
        refused = False
        for name in self._names:
            # An operation may have an argument of that name; then it is both.
            sent = given.get(name) if name in operation.arguments else given.pop(name, None)
            if isinstance(sent, list):
                raise repeated(name, len(sent))
            if not isinstance(sent, str) or not sent:
                missing.append(name)
            elif self._expected and self._expected.get(name, sent) != sent:
                refused = True
        if missing:
            raise RequestRefused("credentials_missing", f"{_listed(missing)} must be given")
        if refused:
            message = f"{_listed(self._names)} are not those that this stub was given"
            raise RequestRefused("credentials_refused", message)


def require_known(api: StubApi, expected: Mapping[str, str]) -> None:
    """Refuse credentials that the API does not have.

    Raises:
        ValueError: `expected` names one.
    """
    strange = [name for name in expected if name not in api.credentials]
    if strange:
        raise ValueError(
            f"{api.title} has no credential {_listed(strange)}; there are"
            f" {_listed(api.credentials) or 'none'}"
        )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
