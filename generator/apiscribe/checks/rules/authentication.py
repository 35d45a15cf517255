"""`authentication`: what a scheme says can be sent, by every operation that uses it.

use: [[key, basic]]                       # refused if both fill the header `Authorization`
key: {by: api_key, in: body, ...}         # refused at a GET, which has no body
key: {by: api_key, in: path, name: key}   # the path has to name it: /bot{key}/send
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from apiscribe.checks.subject import Subject
from apiscribe.model import Operation
from apiscribe.model.authentication import (
    ApiKey,
    Basic,
    Bearer,
    ClientCredentials,
    Hook,
    Scheme,
    Session,
    credentials_of,
)
from apiscribe.problems import Problem, did_you_mean, quoted
from apiscribe.runtime.semantics.cookies import is_cookie
from apiscribe.runtime.semantics.templates import literals_of

RULE = "authentication"
_OURS = frozenset(
    [
        "accept",
        "accept-encoding",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "cookie",
        "host",
        "transfer-encoding",
        "user-agent",
    ]
)
"""Headers that say how a request is written, or have a key of their own in the spec."""


def check(subject: Subject) -> Iterator[Problem]:
    authentication = subject.api.authentication
    if authentication.word is not None or not subject.knows_api:
        return
    place = subject.origins.place(authentication)
    yield from _headers(subject)
    yield from _logins(subject)
    for index, together in enumerate(authentication.use):
        for header in _filled_twice(subject, together):
            message = f"the schemes both fill the header {quoted(header)}"
            yield Problem((place / "use" / index).position, RULE, message)
    for operation in subject.api.operations:
        yield from _operation(subject, operation)
    if subject.knows_operations:
        yield from _unused(subject)


def _headers(subject: Subject) -> Iterator[Problem]:
    for name, scheme in subject.api.authentication.schemes.items():
        for header in headers_of(scheme):
            if header in _OURS and not (isinstance(scheme, ApiKey) and header == "user-agent"):
                message = f"{quoted(name)} fills the header {quoted(header)}, which says how"
                message += " a request is written"
                yield Problem(subject.origins.at(scheme), RULE, message)
        if isinstance(scheme, ApiKey) and scheme.place == "cookie":
            said = "".join(literals_of(scheme.value))
            if not is_cookie(said):
                message = f"{quoted(scheme.value)} has characters that a cookie cannot have"
                yield Problem(subject.origins.at(scheme), RULE, message)


def _logins(subject: Subject) -> Iterator[Problem]:
    """Errors that end sessions have to be there, and no operation stands where clients log in."""
    known = [error.name for error in subject.api.errors]
    paths = {each.path: each for each in subject.api.operations if "POST" in each.methods}
    for scheme in subject.api.authentication.schemes.values():
        if not isinstance(scheme, Session):
            continue
        if isinstance(scheme.beside, str) and scheme.told == "body":
            message = f"a text has no key {quoted(scheme.token)}; `beside` is an object here"
            yield Problem(subject.origins.at(scheme, "beside"), "bad-value", message)
        named = [*(("over", name) for name in scheme.over), ("refused", scheme.refused)]
        for key, name in named:
            if name is not None and name not in known and subject.knows_errors:
                message = f"there is no error {quoted(name)}{did_you_mean(name, known)}"
                yield Problem(subject.origins.at(scheme, key), "unknown-name", message)
        if scheme.token_url in paths:
            operation = paths[scheme.token_url]
            message = f"{quoted(operation.id)} logs in, as a scheme says that clients do by"
            message += " themselves; leave one of them out"
            yield Problem(subject.origins.at(operation, "path"), RULE, message)


def headers_of(scheme: Scheme) -> tuple[str, ...]:
    """The headers that a scheme fills, in lower case."""
    match scheme:
        case ApiKey() | Session():
            return (scheme.name.lower(),) if scheme.place == "header" else ()
        case Hook():
            headers = scheme.adds if scheme.place == "header" else ()
            return tuple(name.lower() for name in headers)
        case Basic() | Bearer() | ClientCredentials():
            return ("authorization",)
        case _:
            assert_never(scheme)


def _filled_twice(subject: Subject, together: tuple[str, ...]) -> list[str]:
    schemes = [subject.api.authentication.schemes.get(name) for name in together]
    counts = Counter(h for scheme in schemes if scheme for h in headers_of(scheme))
    return [header for header, count in counts.items() if count > 1]


def _operation(subject: Subject, operation: Operation) -> Iterator[Problem]:
    authentication = subject.api.authentication
    position = subject.origins.at(operation, "authentication")
    alternatives = authentication.of(operation.authentication)
    if operation.authentication is not None:
        for together in alternatives:
            for header in _filled_twice(subject, together):
                message = f"the schemes both fill the header {quoted(header)}"
                yield Problem(position, RULE, message)
    for key in authentication.keys(alternatives, "body"):
        if operation.encoding in ("query", "raw") or operation.method in ("GET", "HEAD"):
            message = f"{quoted(operation.id)} has no body for the key {quoted(key.name)}"
            yield Problem(position, RULE, f"{message}; its scheme can be `in: arguments`")
    in_path = authentication.keys(alternatives, "path")
    for key in in_path:
        if f"{{{key.name}}}" not in operation.path:
            message = f"the path does not name the key {quoted(key.name)}; write {{{key.name}}}"
            yield Problem(subject.origins.at(operation, "path"), RULE, f"{message} where it goes")
    always = {key.name for key, every in in_path.items() if every}
    for scheme in authentication.schemes.values():
        if (
            isinstance(scheme, ApiKey)
            and scheme.place == "path"
            and f"{{{scheme.name}}}" in operation.path
            and scheme.name not in always
        ):
            message = f"the path names the key {quoted(scheme.name)}, which not every request has"
            yield Problem(subject.origins.at(operation, "path"), RULE, message)


def _unused(subject: Subject) -> Iterator[Problem]:
    authentication = subject.api.authentication
    named = {name for each in authentication.use for name in each}
    for operation in subject.api.operations:
        named |= {name for each in operation.authentication or () for name in each}
    for name, scheme in authentication.schemes.items():
        if name not in named and authentication.schemes:
            message = f"nothing uses the scheme {quoted(name)}"
            yield Problem(subject.origins.key_at(scheme), "unused", message)
    taken = {name for each in authentication.schemes.values() for name in credentials_of(each)}
    if not taken <= {credential.name for credential in authentication.credentials}:
        return  # one that seems unused may be meant
    for credential in authentication.credentials:
        if credential.name not in taken:
            message = f"no scheme takes the credential {quoted(credential.name)}"
            yield Problem(subject.origins.key_at(credential), "unused", message)
