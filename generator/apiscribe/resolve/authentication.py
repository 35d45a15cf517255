"""Schemes by name, what uses them, and the short forms of one scheme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, assert_never

from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.api import ApiDoc
from apiscribe.document.authentication import (
    ApiKeyDoc,
    BasicDoc,
    BearerDoc,
    HookDoc,
    SchemeDoc,
    SchemesDoc,
    ShortAuthenticationDoc,
    UnknownSchemeDoc,
)
from apiscribe.document.base import InHeaderDoc
from apiscribe.document.token_schemes import (
    ClientCredentialsDoc,
    InCookieDoc,
    SessionDoc,
)
from apiscribe.load.source import Place
from apiscribe.model import Authentication, Credential, Operation
from apiscribe.model.authentication import (
    Alternatives,
    ApiKey,
    Basic,
    Bearer,
    ClientCredentials,
    Hook,
    Scheme,
    Session,
    credentials_of,
)
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.origins import Origins


def authentication(documents: Documents, origins: Origins, problems: Problems) -> Authentication:
    doc, place = documents.api.doc.authentication, documents.api.place / "authentication"
    credentials = tuple(
        origins.note(Credential(name=name, doc=credential.doc), place / "credentials" / name)
        for name, credential in doc.credentials.items()
    )
    if isinstance(doc, ShortAuthenticationDoc):
        short = _short(doc, credentials, place, problems)
        for scheme in short.schemes.values():
            origins.note(scheme, place)
        return origins.note(short, place)
    schemes = {
        name: origins.note(_scheme(scheme), place / "schemes" / name)
        for name, scheme in doc.schemes.items()
    }
    known = [each.name for each in credentials]
    for name, scheme in schemes.items():
        _bind(credentials_of(scheme), known, "credential", place / "schemes" / name, problems)
    made = Authentication(
        word=None,
        schemes=schemes,
        use=alternatives(doc.use, schemes, place / "use", problems),
        credentials=credentials,
    )
    return origins.note(made, place)


def by_name(
    given: Authentication, operations: Iterable[Operation], origins: Origins
) -> Authentication:
    """The same without the short form, where some operation says otherwise."""
    if given.word is None or all(each.authentication is None for each in operations):
        return given
    return origins.same(replace(given, word=None), given)


def alternatives(
    written: Sequence[str | list[str]],
    schemes: Iterable[str],
    place: Place,
    problems: Problems,
) -> Alternatives:
    """Each alternative as the schemes that go together in it."""
    found = []
    known = list(schemes)
    for index, each in enumerate(written):
        together = (each,) if isinstance(each, str) else tuple(each)
        _bind(together, known, "scheme", place / index, problems)
        found.append(tuple(name for name in together if name in known))
    return tuple(found)


def for_operation(
    written: Sequence[str | list[str]] | None,
    documents: Documents,
    place: Place,
    problems: Problems,
) -> Alternatives | None:
    """What an operation says under `authentication`; None if it says nothing."""
    if written is None:
        return None
    doc = documents.api.doc.authentication
    if isinstance(doc, SchemesDoc):
        return alternatives(written, doc.schemes, place, problems)
    if written and ("api",) not in documents.dropped:
        message = "`api.yaml` has one scheme in its short form, without a name; name it there"
        problems.add(place.position, "unknown-name", f"{message} under `schemes`")
    return ()


def _bind(
    names: Iterable[str], known: Sequence[str], what: str, place: Place, problems: Problems
) -> None:
    for name in names:
        if name not in known:
            message = f"there is no {what} {quoted(name)}{did_you_mean(name, known)}"
            problems.add(place.position, "unknown-name", message)


def _short(
    doc: ShortAuthenticationDoc,
    credentials: tuple[Credential, ...],
    place: Place,
    problems: Problems,
) -> Authentication:
    names = [each.name for each in credentials]
    schemes: dict[str, Scheme] = {}
    match doc.scheme:
        case "arguments":
            schemes = {n: ApiKey(place="arguments", name=n, value=f"{{{n}}}") for n in names}
        case "basic":
            password = names[1] if len(names) > 1 else None
            schemes = {"basic": Basic(value=doc.value or _pair(names[0], password))}
        case "bearer":
            value = doc.value or f"{{{names[0]}}}"
            schemes = {"bearer": Bearer(value=value, prefix=doc.prefix or "Bearer")}
        case "header":
            key = ApiKey(
                place="header",
                name=doc.header or "",
                value=doc.value or f"{{{names[0]}}}",
                prefix=doc.prefix or "",
            )
            schemes = {"header": key}
        case "none":
            pass
        case _:
            assert_never(doc.scheme)
    if doc.value is not None:
        for scheme in schemes.values():
            _bind(credentials_of(scheme), names, "credential", place / "value", problems)
    plain = doc.value is None and doc.prefix is None
    return Authentication(
        word=doc.scheme if plain and doc.scheme in ("arguments", "bearer") else None,
        schemes=schemes,
        use=(tuple(schemes),) if schemes else (),
        credentials=credentials,
    )


def _pair(username: str, password: str | None) -> str:
    """User name and password of HTTP Basic."""
    return f"{{{username}}}:" + ("" if password is None else f"{{{password}}}")


def _scheme(doc: SchemeDoc) -> Scheme:
    match doc:
        case ApiKeyDoc():
            return ApiKey(
                place=doc.place,
                name=doc.name,
                value=doc.value or f"{{{doc.credential}}}",
                prefix=doc.prefix or "",
            )
        case BasicDoc():
            value = doc.value or _pair(doc.username or "", doc.password)
            return Basic(value=value, any_user=doc.any_user)
        case BearerDoc():
            value = doc.value or f"{{{doc.credential}}}"
            return Bearer(value=value, prefix=doc.prefix)
        case ClientCredentialsDoc():
            return ClientCredentials(
                token_url=doc.token_url,
                client_id=doc.client_id,
                client_secret=doc.client_secret,
                client=doc.client,
                encoding=doc.encoding,
                scopes=tuple(doc.scopes),
                audience=doc.audience,
                fields=tuple(doc.fields.items()),
            )
        case HookDoc():
            return Hook(
                doc=doc.doc,
                credentials=tuple(doc.credentials),
                adds=tuple(doc.adds),
                place=doc.place,
            )
        case SessionDoc():
            return _session(doc)
        case UnknownSchemeDoc():
            raise AssertionError("a document with an unknown scheme is left out")
        case _:
            assert_never(doc)


def _session(doc: SessionDoc) -> Session:
    told: Literal["body", "header", "cookie"]
    match doc.token:
        case InHeaderDoc():
            token, told = doc.token.header, "header"
        case InCookieDoc():
            token, told = doc.token.cookie, "cookie"
        case _:
            token, told = doc.token, "body"
    return Session(
        token_url=doc.token_url,
        encoding=doc.encoding,
        fields=tuple(doc.fields.items()),
        token=token,
        told=told,
        place=doc.place,
        name=doc.name,
        prefix=doc.prefix or "",
        lifetime=doc.lifetime,
        over=tuple(doc.over),
        refused=doc.refused,
        beside=doc.beside,
    )


def keys_in_paths(doc: ApiDoc) -> set[str]:
    """The placeholders that stand for keys, and not for arguments."""
    written = doc.authentication
    schemes = written.schemes.values() if isinstance(written, SchemesDoc) else ()
    return {each.name for each in schemes if isinstance(each, ApiKeyDoc) and each.place == "path"}
